import { createHmac, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Settings } from '../settings.ts';

/** The cookie by which a browser shows whose accounts were logged in on it before: its own name, then their marks. */
const knownCookie = 'ennead-known';

const dayMs = 86_400_000;
/** Of a machine that many people use, the latest count. */
const mostAccounts = 8;

type Sealed = Pick<Settings, 'SESSION_SECRET' | 'PUBLIC_URL'>;

/** Says nothing to whoever reads it; and the cookie is signed, so nobody puts one there. */
const markOf = (personId: string, { SESSION_SECRET }: Sealed): string =>
  createHmac('sha256', SESSION_SECRET).update(`known|${personId}`).digest('base64url').slice(0, 22);

const read = (request: Request): { readonly name: string | null; readonly marks: readonly string[] } => {
  const signed: unknown = (request.signedCookies as Record<string, unknown> | undefined)?.[knownCookie];
  const [name, ...marks] = typeof signed === 'string' ? signed.split('.') : [];
  return { name: name || null, marks };
};

/** What a browser is called that somebody has logged in on before; null for any other. */
export const browserOf = (request: Request): string | null => read(request).name;

/** Whose account was the first to be logged in on it, as its mark; null for a browser on which nobody was. */
export const openerOf = (request: Request): string | null => read(request).marks.at(-1) ?? null;

/** The same, where it was this account. */
export const browserKnowing = (request: Request, personId: string, settings: Sealed): string | null => {
  const { name, marks } = read(request);
  return marks.includes(markOf(personId, settings)) ? name : null;
};

export const rememberBrowser = (
  request: Request,
  response: Response,
  personId: string,
  settings: Sealed,
): void => {
  const { name, marks } = read(request);
  const mark = markOf(personId, settings);
  const latest = [mark, ...marks.filter((one) => one !== mark)].slice(0, mostAccounts);
  response.cookie(knownCookie, [name ?? randomBytes(12).toString('base64url'), ...latest].join('.'), {
    signed: true,
    httpOnly: true,
    sameSite: 'lax',
    secure: settings.PUBLIC_URL.startsWith('https:'),
    maxAge: 180 * dayMs,
    path: '/api',
  });
};

import { doubleCsrf } from 'csrf-csrf';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '@ennead/contracts';
import type { Settings } from '../settings.ts';

export const csrfCookie = 'ennead-csrf';

/** Signed double-submit tokens, bound to the log-in: a token from before the log-in is worth nothing after it. */
export const csrfProtection = (settings: Settings) => {
  const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
    getSecret: () => settings.CSRF_SECRET,
    getSessionIdentifier: (request: Request) => (request.session?.personId ? request.sessionID : 'anonymous'),
    cookieName: csrfCookie,
    cookieOptions: { sameSite: 'strict', httpOnly: true, secure: settings.PUBLIC_URL.startsWith('https:') },
  });
  const protect: RequestHandler = (request, response, next) =>
    doubleCsrfProtection(request, response, (fault?: unknown) => next(fault && new Refusal('CSRF_INVALID')));
  return { protect, generateCsrfToken };
};

export type CsrfProtection = ReturnType<typeof csrfProtection>;
export const CSRF = Symbol('CsrfProtection');

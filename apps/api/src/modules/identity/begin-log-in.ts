import { promisify } from 'node:util';
import type { Request, Response } from 'express';
import { readBrowser } from './read-browser.ts';
import { rememberBrowser } from '../../http/known-browsers.ts';
import type { Settings } from '../../settings.ts';

/** A fresh id for every log-in, so that one planted beforehand is worth nothing. Saved before the answer goes. */
export const beginLogIn = async (
  { request, response }: { readonly request: Request; readonly response: Response },
  personId: string,
  settings: Settings,
): Promise<void> => {
  await promisify(request.session.regenerate.bind(request.session))();
  request.session.personId = personId;
  Object.assign(request.session, readBrowser(request.get('user-agent')));
  await promisify(request.session.save.bind(request.session))();
  rememberBrowser(request, response, personId, settings);
};

/** For so long a code may be given after the password. */
const awaitedMs = 10 * 60_000;

/** The password was right: nobody is logged in, but a code is heard for a while. */
export const awaitCode = async (request: Request, personId: string, now: Date): Promise<void> => {
  await promisify(request.session.regenerate.bind(request.session))();
  request.session.awaitsPersonId = personId;
  request.session.awaitsUntil = new Date(now.getTime() + awaitedMs).toISOString();
  request.session.cookie.maxAge = awaitedMs;
  await promisify(request.session.save.bind(request.session))();
};

/** Of whom a code is asked at this moment; null where of nobody. */
export const awaitedBy = ({ session }: Request, now: Date): string | null =>
  session?.awaitsPersonId && now < new Date(session.awaitsUntil ?? 0) ? session.awaitsPersonId : null;

export const endLogIn = (request: Request): Promise<void> =>
  promisify(request.session.destroy.bind(request.session))() as Promise<void>;

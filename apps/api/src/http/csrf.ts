import { doubleCsrf } from 'csrf-csrf';
import type { Request } from 'express';
import { Refusal } from '@ennead/contracts';
import type { Settings } from '../settings.ts';

/** Signed double-submit tokens, bound to the log-in: a token from before the log-in is worth nothing after it. */
export const csrfProtection = (settings: Settings) => {
  const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
    getSecret: () => settings.CSRF_SECRET,
    getSessionIdentifier: (request: Request) => (request.session?.personId ? request.sessionID : 'anonymous'),
    cookieName: 'ennead-csrf',
    cookieOptions: { sameSite: 'strict', httpOnly: true, secure: settings.PUBLIC_URL.startsWith('https:') },
    errorConfig: { statusCode: 403, message: 'CSRF', code: 'CSRF_INVALID' },
  });
  return { doubleCsrfProtection, generateCsrfToken };
};

export type CsrfProtection = ReturnType<typeof csrfProtection>;
export const CSRF = Symbol('CsrfProtection');

export const isCsrfFault = (fault: unknown): boolean =>
  (fault as { code?: unknown } | null)?.code === 'CSRF_INVALID' && !(fault instanceof Refusal);

import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { Settings } from '../settings.ts';

const policy = (settings: Settings, styleSources: string[]): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: styleSources,
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(settings.PUBLIC_URL.startsWith('https:') && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: settings.PUBLIC_URL.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });

/** One strict policy everywhere; the lab page alone may add style elements, because its editor and terminal do. */
export const securityHeaders = (settings: Settings): RequestHandler => {
  const strict = policy(settings, ["'self'"]);
  const lab = policy(settings, ["'self'", "'unsafe-inline'"]);
  return (request, response, next) =>
    (request.path.startsWith('/lab/') ? lab : strict)(request, response, next);
};

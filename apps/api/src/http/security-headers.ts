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

/** Their editor, terminal and API browser add style elements of their own; scripts are as strict as everywhere. */
const addsStyles = (path: string): boolean => path.startsWith('/lab/') || path.startsWith('/api/docs');

/** One strict policy everywhere, with styles eased where a library needs it. */
export const securityHeaders = (settings: Settings): RequestHandler => {
  const strict = policy(settings, ["'self'"]);
  const eased = policy(settings, ["'self'", "'unsafe-inline'"]);
  return (request, response, next) => (addsStyles(request.path) ? eased : strict)(request, response, next);
};

/** What the interface answers is somebody's own and true only now: no browser and nobody on the way keeps it. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

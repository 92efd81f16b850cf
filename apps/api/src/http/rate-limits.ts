import { rateLimit, type Options, type RateLimitInfo } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { Refusal } from '@ennead/contracts';
import type { Settings } from '../settings.ts';
import { addressOf } from './address-of.ts';
import { browserOf } from './known-browsers.ts';
import { logInCookie } from './log-ins.ts';
import { problemOf } from './problem-filter.ts';

const minuteMs = 60_000;

/** Requests that an address may make a minute from browsers on which nobody has logged in yet: some hundred people come in at once. */
const hallAMinute = 3_000;

type Limit = Pick<Options, 'windowMs' | 'limit'> & Partial<Options>;

const waitUntil = (resetTime: Date) => [
  { path: 'earliestAt', message: resetTime.toISOString() },
  { path: 'waitSec', message: String(Math.max(1, Math.ceil((resetTime.getTime() - Date.now()) / 1_000))) },
];

/** By a link that was given out. */
const isFinishing = ({ path }: Request): boolean => path === '/finish';

/**
 * Limits by path. Each server counts for itself, in memory: of several, each lets as much pass, and none has to wait for
 * another before it answers.
 */
export const rateLimits = (settings: Settings): [path: string, handler: RequestHandler][] => {
  const factor = settings.RATE_LIMIT_FACTOR;
  const limiter = (options: Limit): RequestHandler =>
    rateLimit({
      ...options,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      handler: (request, response) => {
        const { resetTime } = (request as Request & { rateLimit: RateLimitInfo }).rateLimit;
        const problem = problemOf(new Refusal('TOO_MANY_REQUESTS', resetTime && waitUntil(resetTime)));
        response.status(429).type('application/problem+json').send(JSON.stringify(problem));
      },
    });
  // A hall of candidates shares one address; a forged cookie counts as none.
  const byLogIn = (request: Request) => {
    const logIn = (request.signedCookies as Record<string, unknown>)[logInCookie];
    return typeof logIn === 'string' ? logIn : (browserOf(request) ?? addressOf(request));
  };
  // Guesses at passwords, codes and links are counted by `Guesses`, for all servers together.
  return [
    // Before the others, which remember whoever they count.
    [
      '/api',
      limiter({
        windowMs: minuteMs,
        limit: (request: Request) => (byLogIn(request) === addressOf(request) ? hallAMinute : 1200) * factor,
        // A link that was given out always opens.
        skip: ({ path }: Request) =>
          /^\/auth\/(invitations\/|accept-invitation$|links\/|register\/finish$|reset-password$)/.test(path),
        keyGenerator: byLogIn,
        validate: { keyGeneratorIpFallback: false },
      }),
    ],
    ['/api/auth/register', limiter({ windowMs: 60 * minuteMs, limit: 600 * factor, skip: isFinishing })],
    ['/api/auth/forgotten-password', limiter({ windowMs: 60 * minuteMs, limit: 600 * factor })],
    // Drawing a certificate takes the processor for a moment.
    ['/api/credentials', limiter({ windowMs: minuteMs, limit: 60 * factor })],
    ['/api/verify', limiter({ windowMs: minuteMs, limit: 60 * factor })],
  ];
};

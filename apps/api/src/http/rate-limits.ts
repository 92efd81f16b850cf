import { isIP } from 'node:net';
import { ipKeyGenerator, rateLimit, type Options, type RateLimitInfo } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { logInCookie } from './log-ins.ts';
import { problemOf } from './problem-filter.ts';
import { Email, Refusal } from '@ennead/contracts';
import type { Settings } from '../settings.ts';

const minuteMs = 60_000;

type Limit = { windowMs: number; limit: number } & Partial<Options>;

/**
 * Limits by path. Each server counts for itself, in memory: of several, each lets as much pass, and none has to wait for
 * another before it answers.
 */
export const rateLimits = (settings: Settings): [path: string, handler: RequestHandler][] => {
  const limiter = ({ limit, ...options }: Limit): RequestHandler =>
    rateLimit({
      ...options,
      limit: Math.ceil(limit * settings.RATE_LIMIT_FACTOR),
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      handler: (request, response) => {
        const { resetTime } = (request as Request & { rateLimit: RateLimitInfo }).rateLimit;
        const until = resetTime && [{ path: 'earliestAt', message: resetTime.toISOString() }];
        const problem = problemOf(new Refusal('TOO_MANY_REQUESTS', until));
        response.status(429).type('application/problem+json').send(JSON.stringify(problem));
      },
    });
  // A hall of candidates shares one address; a forged cookie counts as none.
  const byLogIn = (request: Request) => {
    const logIn = (request.signedCookies as Record<string, unknown>)[logInCookie];
    return typeof logIn === 'string' ? logIn : addressOf(request);
  };
  // The address as it is looked up: neither spaces nor capitals make another one, and what is none is one to us.
  const byAddressAndEmail = (request: Request) => {
    const email = Email.safeParse((request.body as { email?: unknown } | undefined)?.email);
    return `${addressOf(request)}|${email.data ?? ''}`;
  };
  return [
    // Before the others, which remember whoever they count.
    [
      '/api',
      limiter({
        windowMs: minuteMs,
        limit: 1200,
        keyGenerator: byLogIn,
        validate: { keyGeneratorIpFallback: false },
      }),
    ],
    [
      '/api/auth/log-in',
      limiter({
        windowMs: 15 * minuteMs,
        limit: 10,
        skipSuccessfulRequests: true,
        keyGenerator: byAddressAndEmail,
        validate: { keyGeneratorIpFallback: false },
      }),
    ],
    [
      '/api/auth/password',
      limiter({
        windowMs: 15 * minuteMs,
        limit: 10,
        skipSuccessfulRequests: true,
        keyGenerator: byLogIn,
        validate: { keyGeneratorIpFallback: false },
      }),
    ],
    ['/api/auth/register', limiter({ windowMs: 60 * minuteMs, limit: 30 })],
    ['/api/auth/accept-invitation', limiter({ windowMs: 60 * minuteMs, limit: 60 })],
    // Drawing a certificate takes the processor for a moment.
    ['/api/credentials', limiter({ windowMs: minuteMs, limit: 60 })],
    ['/api/verify', limiter({ windowMs: minuteMs, limit: 60 })],
  ];
};

/**
 * Of the sixth version, the network: one house has as many addresses as it likes. What a proxy calls an address and is none
 * (a port beside it, nonsense) is all the same.
 */
const addressOf = ({ ip = '' }: Request): string => {
  const plain = ip.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(plain) ? ipKeyGenerator(plain) : '';
};

import { Logger } from '@nestjs/common';
import { inRequest, requestIdHeader, requestIdOf } from '@ennead/telemetry';
import type { RequestHandler, Response } from 'express';
import type { RequestWithCaller } from './caller.ts';

const slowMs = 1_000;
const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Gives every request the name by which all logs know it and what follows of it, and writes down those that changed
 * something, were refused or took long. A read that went well leaves no line.
 */
export const requestLog = (): RequestHandler => {
  const logger = new Logger('Http');
  return (request: RequestWithCaller, response, next) => {
    const id = requestIdOf(request.headers[requestIdHeader]);
    const startedAt = performance.now();
    response.setHeader(requestIdHeader, id);
    response.once('close', () => {
      const ms = Math.round(performance.now() - startedAt);
      if (!reads.has(request.method) || response.statusCode >= 400 || ms >= slowMs)
        inRequest(id, () => logger.log(line(request, response, ms)));
    });
    inRequest(id, next);
  };
};

/** What stands behind these opens an account, for whoever reads it in a log, too. */
const token = /((?:^|\/)(?:links?|invitations?|password)\/)[^/]+/gi;

export const maskTokens = (path: string): string => path.replace(token, '$1…');

/** Without what was asked for and sent, which may hold what people wrote, and without what links hold. */
const line = (request: RequestWithCaller, response: Response, ms: number) => ({
  method: request.method,
  path: maskTokens(request.originalUrl.split('?')[0] ?? ''),
  status: response.writableFinished ? response.statusCode : 'broken off',
  ms,
  ...(request.caller && { personId: request.caller.id }),
});

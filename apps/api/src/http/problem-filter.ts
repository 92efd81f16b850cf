import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { problems, Refusal, type Problem, type ProblemCode } from '@ennead/contracts';
import { DomainFault } from '@ennead/domain';
import { ContentFault } from '@ennead/persistence';
import { StorageFault } from '@ennead/storage';
import { requestId } from '@ennead/telemetry';
import type { Response } from 'express';
import type { RequestWithCaller } from './caller.ts';

const codeOfStatus: Partial<Record<number, ProblemCode>> = {
  400: 'INPUT_INVALID',
  401: 'NOT_LOGGED_IN',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  412: 'PRECONDITION_FAILED',
  413: 'BODY_TOO_LARGE',
  415: 'FORMAT_UNKNOWN',
  416: 'RANGE_UNSATISFIABLE',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

const statusOf = (fault: unknown): number | undefined => {
  if (fault instanceof HttpException) return fault.getStatus();
  const status = (fault as { status?: unknown; statusCode?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
};

const isConnectionFault = (fault: unknown): boolean => {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P0[123]|08\w{3})$/.test(code);
};

/** What the storage holds is not known then; else it is known not to be as it was kept. */
const isAway = ({ code }: StorageFault): boolean => code === 'unreachable' || code === 'broken-off';

const codeOf = (fault: unknown): ProblemCode => {
  if (fault instanceof DomainFault && fault.code === 'ILLEGAL_MOVE') return 'MOVE_ILLEGAL';
  if (fault instanceof Refusal) return fault.code;
  if (fault instanceof ContentFault) return 'CONTENT_FAULT';
  if (fault instanceof StorageFault) return isAway(fault) ? 'UNAVAILABLE' : 'STORAGE_FAULT';
  if (isConnectionFault(fault)) return 'UNAVAILABLE';
  const status = statusOf(fault) ?? 500;
  return codeOfStatus[status] ?? (status >= 400 && status < 500 ? 'INPUT_INVALID' : 'INTERNAL');
};

const errorsOf = (fault: unknown, forAdministrator: boolean): Problem['errors'] => {
  if (fault instanceof Refusal) return fault.errors && [...fault.errors];
  if (fault instanceof ContentFault && forAdministrator)
    return [{ path: fault.kind, message: `${fault.code} ${fault.hash}` }];
  if (fault instanceof StorageFault && fault.sha256 && forAdministrator)
    return [{ path: 'storage', message: `${fault.code} ${fault.sha256}` }];
  return undefined;
};

/**
 * RFC 9457 problem details of any fault; what went wrong inside stays inside, but for an administrator, who learns what
 * of the bank or the storage cannot be used.
 */
export const problemOf = (fault: unknown, forAdministrator = false): Problem => {
  const code = codeOf(fault);
  const { status, text } = problems[code];
  const errors = errorsOf(fault, forAdministrator);
  return {
    type: `urn:ennead:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: text.en,
    status,
    code,
    text,
    ...(status >= 500 && { requestId: requestId() }),
    ...(errors && { errors }),
  };
};

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(fault: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { caller } = host.switchToHttp().getRequest<RequestWithCaller>();
    const problem = problemOf(fault, caller?.roles.includes('administrator'));
    // A refusal was meant; the line of its request says so.
    if (problem.status >= 500 && !(fault instanceof Refusal))
      this.logger.error(fault instanceof Error ? fault.stack : String(fault));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // Whatever was to be said of the file that was asked for is not true of this.
    for (const name of ['etag', 'last-modified', 'content-range', 'accept-ranges'])
      response.removeHeader(name);
    const wait = problem.errors?.find(({ path }) => path === 'waitSec');
    if (wait) response.setHeader('retry-after', wait.message);
    response.setHeader('cache-control', 'no-store');
    response.status(problem.status).type('application/problem+json').end(JSON.stringify(problem));
  }
}

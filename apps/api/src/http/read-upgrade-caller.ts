import { ServerResponse, type IncomingMessage } from 'node:http';
import { Refusal } from '@ennead/contracts';
import type { Request, Response } from 'express';
import type { Caller } from './caller.ts';
import type { Callers } from './callers.ts';
import type { LogIns } from './log-ins.ts';

/**
 * Who asks for a WebSocket, and by which log-in. Browsers send cookies along from any page, so the page's origin must be our own.
 *
 * @throws Refusal FORBIDDEN from another origin, NOT_LOGGED_IN without a log-in, SECOND_FACTOR_DUE
 */
export const readUpgradeCaller = async (
  request: IncomingMessage,
  logIns: LogIns,
  callers: Callers,
): Promise<{ readonly caller: Caller; readonly logInId: string }> => {
  const { origin, host } = request.headers;
  if (!origin || !URL.canParse(origin) || new URL(origin).host !== host) throw new Refusal('FORBIDDEN');
  // The middleware knows only HTTP; this response is never sent.
  const response = new ServerResponse(request);
  await new Promise<void>((resolve, reject) => {
    Object.assign(request, { originalUrl: request.url });
    void logIns.handler(request as Request, response as Response, (fault?: unknown) =>
      fault ? reject(fault as Error) : resolve(),
    );
  });
  const { session, sessionID: logInId } = request as Request;
  const personId = session?.personId;
  const caller = personId ? await callers.findCaller(personId) : null;
  if (!caller) throw new Refusal('NOT_LOGGED_IN');
  if (caller.lacksSecondFactor) throw new Refusal('SECOND_FACTOR_DUE');
  return { caller, logInId };
};

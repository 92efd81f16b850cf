import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Refusal, type PersonRole } from '@ennead/contracts';
import { inRequest, requestIdOf } from '@ennead/telemetry';
import { match } from 'path-to-regexp';
import { Callers } from './callers.ts';
import type { Caller } from './caller.ts';
import { OpenSockets } from './open-sockets.ts';
import { Readiness } from './readiness.ts';
import { problemOf } from './problem-filter.ts';
import { readUpgradeCaller } from './read-upgrade-caller.ts';
import { LOG_INS, type LogIns } from './log-ins.ts';

/** A request for a WebSocket whose caller may have one at this path. */
export type Upgrade = {
  readonly caller: Caller;
  /** What stands in the places of the path; not looked at yet. */
  readonly params: Readonly<Record<string, string>>;
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
};

export type UpgradeHandler = {
  /** Below the host, with `:name` for its places. */
  readonly path: string;
  /** Who may open it; the access matrix reads it here. */
  readonly roles: readonly PersonRole[];
  /** Takes the socket over. @throws Refusal, which is answered */
  readonly open: (upgrade: Upgrade) => Promise<void>;
};

/** Lets WebSockets in by their path, each for whom its handler names, and keeps an eye on those that are open. */
@Injectable()
export class Upgrades implements OnApplicationBootstrap {
  readonly handlers: UpgradeHandler[] = [];

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly callers: Callers,
    private readonly sockets: OpenSockets,
    private readonly readiness: Readiness,
    @Inject(LOG_INS) private readonly logIns: LogIns,
  ) {}

  handle(handler: UpgradeHandler): void {
    this.handlers.push(handler);
  }

  onApplicationBootstrap(): void {
    this.host.httpAdapter
      .getHttpServer()
      .on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        socket.on('error', () => socket.destroy());
        // A page cannot say what its socket is called.
        inRequest(requestIdOf(undefined), () =>
          this.admit(request, socket, head).catch((fault: unknown) => refuse(socket, fault)),
        );
      });
  }

  private async admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (this.readiness.isLeaving) throw new Refusal('UNAVAILABLE');
    const { handler, params } = this.find(request.url ?? '');
    const { caller, logInId } = await readUpgradeCaller(request, this.logIns, this.callers);
    if (!caller.roles.some((role) => handler.roles.includes(role))) throw new Refusal('FORBIDDEN');
    await handler.open({ caller, params, request, socket, head });
    this.sockets.add({ socket, logInId, personId: caller.id, roles: handler.roles });
  }

  private find(url: string): { handler: UpgradeHandler; params: Record<string, string> } {
    const path = url.split('?')[0]!;
    for (const handler of this.handlers) {
      const found = match<Record<string, string>>(handler.path, { decode: false })(path);
      if (found) return { handler, params: found.params };
    }
    throw new Refusal('NOT_FOUND');
  }
}

const refuse = (socket: Duplex, fault: unknown): void => {
  const problem = problemOf(fault);
  const body = JSON.stringify(problem);
  // The other half too: whoever is refused would else hold the connection for as long as they like.
  socket.once('finish', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${problem.status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};

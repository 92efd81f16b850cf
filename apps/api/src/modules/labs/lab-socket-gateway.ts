import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, Logger, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Id, labSessionLifecycle, Refusal, type PersonRole } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import type { LabSession } from '@ennead/persistence';
import { problemOf } from '../../http/problem-filter.ts';
import { readUpgradeCaller } from '../../http/read-upgrade-caller.ts';
import { WEB_SESSION, type WebSession } from '../../http/web-session.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { People } from '../identity/people.ts';
import { LabsService } from './labs.service.ts';
import { tunnelUpgrade } from './tunnel-upgrade.ts';

const path = /^\/api\/lab-sessions\/([^/?]+)\/socket$/;

/** Who may open a lab's WebSocket; the access matrix reads it here. */
export const labSocketAccess: readonly PersonRole[] = ['candidate'];

/**
 * Lets the candidate of an open lab session, and nobody else, through to the runner that holds the machine. The
 * runner is never reachable from outside; what flows is between browser and runner.
 */
@Injectable()
export class LabSocketGateway implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('LabSocket');
  private readonly open = new Set<Duplex>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly labs: LabsService,
    private readonly people: People,
    @Inject(WEB_SESSION) private readonly sessions: WebSession,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.host.httpAdapter
      .getHttpServer()
      .on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        socket.on('error', () => socket.destroy());
        this.admit(request, socket, head).catch((fault: unknown) => refuse(socket, fault));
      });
  }

  onModuleDestroy(): void {
    for (const socket of this.open) socket.destroy();
  }

  private async admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const id = Id.safeParse(path.exec(request.url ?? '')?.[1]);
    if (!id.success) throw new Refusal('NOT_FOUND');
    const caller = await readUpgradeCaller(request, this.sessions, this.people);
    if (!caller.roles.some((role) => labSocketAccess.includes(role))) throw new Refusal('FORBIDDEN');
    const session = await this.labs.findOwn(caller, id.data);
    if (!isRunning(session)) throw new Refusal('LAB_ENDED');
    const { RUNNER_URL, RUNNER_TOKEN } = this.settings;
    if (!RUNNER_URL || !RUNNER_TOKEN) throw new Refusal('LABS_UNAVAILABLE');
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    const target = new URL(`/sessions/${session.id}/socket`, RUNNER_URL);
    await tunnelUpgrade(request, socket, head, target, RUNNER_TOKEN).catch((fault: Error) => {
      this.logger.warn(`The runner does not answer: ${fault.message}`);
      throw new Refusal('UNAVAILABLE');
    });
  }
}

const refuse = (socket: Duplex, fault: unknown): void => {
  const problem = problemOf(fault);
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} Refused\r\nConnection: close\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
};

const isRunning = ({ state }: LabSession): boolean => sourcesOf(labSessionLifecycle, 'hand-in').includes(state);

import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PersonRole } from '@ennead/contracts';
import { DataSource } from 'typeorm';
import { Notices } from '../infrastructure/notices.ts';
import { Callers } from './callers.ts';

/** A WebSocket that was let in: by which log-in of whom, and who may have it. */
export type OpenSocket = {
  readonly socket: Duplex;
  readonly logInId: string;
  readonly personId: string;
  readonly roles: readonly PersonRole[];
};

/** What a log-in is called where others may hear it. */
const spoken = (logInId: string): string => createHash('sha256').update(logInId).digest('hex');

/**
 * The WebSockets that are open here. A request asks who it is from each time; a socket asked once, so it is closed when its log-in
 * ends or its person may not have it any more, whichever server that happened on.
 */
@Injectable()
export class OpenSockets implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Sockets');
  private readonly open = new Set<OpenSocket>();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly callers: Callers,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.notices.tell({
      heard: (channel, about) =>
        channel === 'log_in_ended'
          ? this.close(({ logInId }) => spoken(logInId) === about)
          : this.lookAgain(({ personId }) => personId === about),
      missed: () => this.lookAgain(() => true),
    });
  }

  onModuleDestroy(): void {
    this.close(() => true);
  }

  /** Looks again at once: the log-in may have ended while the socket was being let in. */
  add(socket: OpenSocket): void {
    this.open.add(socket);
    socket.socket.once('close', () => this.open.delete(socket));
    this.lookAgain((one) => one === socket);
  }

  private close(which: (socket: OpenSocket) => boolean): void {
    for (const one of this.open) if (which(one)) one.socket.destroy();
  }

  private lookAgain(which: (socket: OpenSocket) => boolean): void {
    for (const one of this.open)
      if (which(one))
        this.mayStay(one).then(
          (may) => may || one.socket.destroy(),
          // What cannot be asked now is asked again as soon as anything can be heard.
          (fault: Error) => this.logger.warn(`Nobody can say whether a socket may stay: ${fault.message}`),
        );
  }

  private async mayStay({ logInId, personId, roles }: OpenSocket): Promise<boolean> {
    const [logIn]: object[] = await this.db.query('SELECT FROM web_session WHERE sid = $1', [logInId]);
    const caller = logIn && (await this.callers.findCaller(personId));
    return caller?.roles.some((role) => roles.includes(role)) ?? false;
  }
}

import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PersonRole } from '@ennead/contracts';
import { DataSource } from 'typeorm';
import { Notices } from '../infrastructure/notices.ts';

/** A WebSocket that was let in: by which log-in of whom, and who may have it. */
export type OpenSocket = {
  readonly socket: Duplex;
  readonly logInId: string;
  readonly personId: string;
  readonly roles: readonly PersonRole[];
};

/** A log-in also ends by its time, which nobody says. */
const lookAgainEveryMs = 30_000;

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
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
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
    this.timer = setInterval(() => this.lookAgain(() => true), lookAgainEveryMs);
  }

  onModuleDestroy(): void {
    this.ended = true;
    clearInterval(this.timer);
    this.close(() => true);
  }

  /** Looks again at once: the log-in may have ended while the socket was being let in. */
  add(socket: OpenSocket): void {
    // One that was on its way in when the server began to end would keep it.
    if (this.ended) return void socket.socket.destroy();
    this.open.add(socket);
    socket.socket.once('close', () => this.open.delete(socket));
    this.lookAgain((one) => one === socket);
  }

  private close(which: (socket: OpenSocket) => boolean): void {
    for (const one of this.open) if (which(one)) one.socket.destroy();
  }

  /** Where nobody can say whether a socket may stay it is closed: its page asks for another one. */
  private lookAgain(which: (socket: OpenSocket) => boolean): void {
    const looked = [...this.open].filter(which);
    if (looked.length === 0) return;
    this.findWelcome(looked)
      .catch(() => this.findWelcome(looked))
      .catch((fault: Error) => {
        this.logger.warn(`Nobody can say which sockets may stay: ${fault.message}`);
        return new Set<OpenSocket>();
      })
      .then((welcome) => this.close((one) => looked.includes(one) && !welcome.has(one)));
  }

  /** Those of the sockets whose log-in goes on, and whose person may have them. */
  private async findWelcome(sockets: readonly OpenSocket[]): Promise<ReadonlySet<OpenSocket>> {
    const rows: { logInId: string; personId: string; roles: PersonRole[] }[] = await this.db.query(
      `SELECT sid AS "logInId", person.id AS "personId", person.roles FROM web_session
       JOIN person ON person.id = (sess ->> 'personId')::uuid AND person.disabled_at IS NULL
       WHERE sid = ANY ($1) AND expire > now()`,
      [sockets.map(({ logInId }) => logInId)],
    );
    const known = new Map(rows.map((row) => [row.logInId, row]));
    return new Set(
      sockets.filter(({ logInId, personId, roles }) => {
        const logIn = known.get(logInId);
        return logIn?.personId === personId && logIn.roles.some((role) => roles.includes(role));
      }),
    );
  }
}

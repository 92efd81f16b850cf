import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import pg from 'pg';
import { SETTINGS, type Settings } from '../settings.ts';

/** As the triggers of the schema call them; each says what it is about. */
const channels = ['log_in_ended', 'person_changed'] as const;
export type Channel = (typeof channels)[number];

export type Listener = {
  /** Something was said. */
  readonly heard: (channel: Channel, about: string) => void;
  /** For a while nothing could be heard: anything may have been said meanwhile. */
  readonly missed: () => void;
};

/** What the connection is called in PostgreSQL's lists. */
export const noticesConnection = 'ennead-notices';

const askAgainMs = 500;
const proveMs = 2_000;
const answerWithinMs = 5_000;

/** Hears what the database says has changed, whoever changed it, on a connection that does nothing else. */
@Injectable()
export class Notices implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Notices');
  private readonly listeners: Listener[] = [];
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  tell(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** The server begins to hear before it serves; where it cannot yet, it tries on, and looks at everything once it can. */
  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.DATABASE_URL,
      application_name: noticesConnection,
      keepAlive: true,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
    });
    this.client = client;
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners) listener.heard(channel as Channel, payload ?? '');
    });
    client.on('error', (fault) => this.lose(client, fault));
    client.on('end', () => this.lose(client, new Error('the connection ended')));
    try {
      await client.connect();
      for (const channel of channels) await client.query(`LISTEN ${channel}`);
    } catch (fault) {
      this.lose(client, fault as Error);
      return;
    }
    for (const listener of this.listeners) listener.missed();
    this.prove(client);
  }

  /** A connection whose other end is gone says nothing: it has to be asked. */
  private prove(client: pg.Client): void {
    this.timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.client === client && !this.stopped && this.prove(client),
        (fault: Error) => this.lose(client, fault),
      );
    }, proveMs);
  }

  private lose(client: pg.Client, fault: Error): void {
    if (this.stopped || this.client !== client) return;
    this.logger.warn(`Nothing is heard of the database: ${fault.message}`);
    this.client = undefined;
    client.end().catch(() => undefined);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.listen(), askAgainMs);
  }
}

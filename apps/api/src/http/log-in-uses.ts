import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';

/** As closely as it is known when a log-in was last used. */
const every = { ms: 5 * 60_000, interval: `interval '5 minutes'` };
const mostKept = 20_000;

/** Keeps when each log-in was last used, now and then: a line written for every request would be the busiest in the database. */
@Injectable()
export class LogInUses {
  private readonly noted = new LRUCache<string, true>({ max: mostKept, ttl: every.ms });

  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** Nobody waits for it, and nothing hangs on it. Never brings back a log-in that has ended. */
  note(logInId: string): void {
    if (this.noted.has(logInId)) return;
    this.noted.set(logInId, true);
    this.db
      .query(
        `UPDATE web_session SET used_at = clock() WHERE sid = $1 AND used_at < clock() - ${every.interval}`,
        [logInId],
      )
      .catch(() => this.noted.delete(logInId));
  }
}

import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../../settings.ts';

/**
 * Counts log-ins that failed, by whom they were for and minute. A worker writes them into the trail when the minute is over,
 * so that whoever guesses all night leaves a line a minute and not one a guess.
 */
@Injectable()
export class FailedLogIns {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @param personId null where nobody has this address */
  async note(email: string, personId: string | null): Promise<void> {
    await this.db.query(
      `INSERT INTO log_in_failure (address, minute, person_id, count) VALUES ($1, date_trunc('minute', clock()), $2, 1)
       ON CONFLICT (address, minute) DO UPDATE SET count = log_in_failure.count + 1`,
      [personId ?? this.disguise(email), personId],
    );
  }

  /**
   * What an address that nobody has is known by. It may be a password that went into the wrong field, so neither it nor
   * anything that it could be guessed by is kept: without the server's secret nobody can try guesses.
   */
  private disguise(email: string): string {
    return createHmac('sha256', this.settings.SESSION_SECRET)
      .update(`address of a failed log-in: ${email}`)
      .digest('hex')
      .slice(0, 16);
  }
}

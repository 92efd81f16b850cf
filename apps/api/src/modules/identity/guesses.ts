import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@ennead/contracts';
import { Guess, readClock } from '@ennead/persistence';
import { DataSource, In, LessThan } from 'typeorm';
import { SETTINGS, type Settings } from '../../settings.ts';
import { guessWaitSec, rememberedMs, type Patience } from './guess-wait.ts';

/** Something that one has to know, as somebody guesses at it. */
export type Guessing = {
  /** Says both what is guessed at and who guesses: everything else is counted apart. */
  readonly at: string;
  readonly patience: Patience;
  /** Whether a right one makes good for those before it; else it only does not count itself. */
  readonly clears: boolean;
  /** Whether it counts only the first wrong one of a day at what stands before all others, or only those after. */
  readonly when?: 'first' | 'later';
};

const forgetEveryMs = 15 * 60_000;

const keyOf = ({ at }: Guessing): string => createHash('sha256').update(at).digest('hex');

/**
 * Counts wrong guesses at passwords, codes and links, over all servers. One is booked before it is looked at, so that a
 * hundred at once are a hundred, and taken back where it was right. Whoever is too fast waits, and is told for how long;
 * nobody is shut out.
 */
@Injectable()
export class Guesses implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.forget().catch(() => undefined), forgetEveryMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /**
   * Books a guess wherever it counts, or nowhere.
   *
   * @returns where it counts, to be taken back there
   * @throws Refusal TOO_MANY_REQUESTS with the instant from which the next one is heard and the seconds until then
   */
  async book(guessing: readonly Guessing[]): Promise<readonly Guessing[]> {
    const keys = guessing.map(keyOf);
    return this.db.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO guess (counted, failures) SELECT one, 0 FROM unnest($1::text[]) one ORDER BY one ON CONFLICT DO NOTHING`,
        [keys],
      );
      const rows = await manager.find(Guess, {
        where: { counted: In(keys) },
        order: { counted: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const now = (await readClock(manager)).getTime();
      const knownOf = (one: Guessing) => {
        const { counted, failures, lastAt } = rows.find((row) => row.counted === keyOf(one))!;
        return { counted, lastAt, known: now - lastAt.getTime() < rememberedMs ? failures : 0 };
      };
      const which = knownOf(guessing[0]!).known === 0 ? 'first' : 'later';
      const counting = guessing.filter(({ when }) => when === undefined || when === which);
      const booked = counting.map((one) => {
        const { counted, lastAt, known } = knownOf(one);
        const waitMs = guessWaitSec(known, this.scaled(one.patience)) * 1_000;
        // Whoever came at the same time may have a clock that is ahead of ours.
        return { counted, failures: known + 1, heardAt: waitMs > 0 ? lastAt.getTime() + waitMs : 0 };
      });
      const heardAt = Math.max(...booked.map((one) => one.heardAt));
      if (heardAt > now) throw tooSoon(new Date(heardAt), heardAt - now);
      for (const { counted, failures } of booked)
        await manager.update(Guess, { counted }, { failures, lastAt: () => 'clock()' });
      return counting;
    });
  }

  /** Takes back what was booked: it was right. */
  async takeBack(guessing: readonly Guessing[]): Promise<void> {
    const cleared = guessing.filter(({ clears }) => clears).map(keyOf);
    const kept = guessing.filter(({ clears }) => !clears).map(keyOf);
    // Not taken out: somebody may just be counting on it.
    if (cleared.length > 0) await this.db.manager.update(Guess, { counted: In(cleared) }, { failures: 0 });
    if (kept.length > 0)
      await this.db.manager.update(
        Guess,
        { counted: In(kept) },
        { failures: () => 'greatest(failures - 1, 0)' },
      );
  }

  private scaled({ free, mostSec }: Patience): Patience {
    return { free: Math.ceil(free * this.settings.RATE_LIMIT_FACTOR), mostSec };
  }

  private async forget(): Promise<void> {
    const now = await readClock(this.db);
    await this.db.manager.delete(Guess, { lastAt: LessThan(new Date(now.getTime() - rememberedMs)) });
  }
}

const tooSoon = (heardAt: Date, waitMs: number): Refusal =>
  new Refusal('TOO_MANY_REQUESTS', [
    { path: 'earliestAt', message: heardAt.toISOString() },
    { path: 'waitSec', message: String(Math.ceil(waitMs / 1_000)) },
  ]);

import { recordAudit } from '@ennead/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { transact } from '../transact.ts';

/** So many addresses that nobody has get a line each for one minute; of the others there is one line together. */
const mostStrangers = 20;

type Failure = {
  readonly minute: Date;
  readonly address: string;
  readonly personId: string | null;
  readonly count: number;
};

/**
 * Writes log-ins that failed into the trail, when their minute is over: a line for each person, and for each of some
 * addresses that nobody has.
 *
 * @returns how many lines were written
 */
export const recordFailures = (db: DataSource): Promise<number> =>
  transact(db, async (manager) => {
    const [failures] = (await manager.query(
      `DELETE FROM log_in_failure WHERE minute < date_trunc('minute', clock())
       RETURNING minute, address, person_id AS "personId", count`,
    )) as [Failure[], number];
    const byCount = [...failures].sort((a, b) => b.count - a.count);
    let written = 0;
    for (const minute of new Set(failures.map((failure) => failure.minute.toISOString()))) {
      const those = byCount.filter((failure) => failure.minute.toISOString() === minute);
      const strangers = those.filter(({ personId }) => personId === null);
      for (const failure of those.filter(({ personId }) => personId !== null))
        await record(manager, 'person', failure.personId!, { minute, count: failure.count });
      for (const { address, count } of strangers.slice(0, mostStrangers))
        await record(manager, 'address', address, { minute, count });
      const others = strangers.slice(mostStrangers);
      if (others.length > 0)
        await record(manager, 'address', 'others', {
          minute,
          count: others.reduce((sum, { count }) => sum + count, 0),
          addressCount: others.length,
        });
      written += those.length - others.length + Math.min(1, others.length);
    }
    return written;
  });

const record = (
  manager: EntityManager,
  subjectKind: string,
  subjectId: string,
  detail: Record<string, unknown>,
): Promise<void> =>
  recordAudit(manager, { actorId: null, action: 'log-in.failed', subjectKind, subjectId, detail });

import type { KeptSeal } from '@ennead/contracts/internal';
import { asInstant, trailFact, type StoredFact } from '@ennead/persistence';
import type { DataSource, QueryRunner } from 'typeorm';
import { SealChecker, type CoveredFact, type StoredSeal } from './check-seals.ts';
import type { TrailFault } from './trail-fault.ts';

export type TrailReport = {
  /** Sealed rows, and of how many the detail was erased. */
  readonly rows: number;
  readonly erased: number;
  /** Rows that wait for their seal no longer than they may. */
  readonly waiting: number;
  readonly faults: number;
  /** Number 0 where there is none. */
  readonly newest: KeptSeal;
};

/** Rows are sealed within a minute of their commit. */
const sealedAfterSec = 60;
const batch = 2_000;

/**
 * Computes the whole chain again from the rows that are there, as of one moment, a batch in memory at a time.
 *
 * @param kept a seal that was kept elsewhere: without one, a chain that was written anew as a whole looks like any other
 * @param tell is told of each fault as it is found
 */
export const verifyTrail = async (
  db: DataSource,
  kept: KeptSeal | null,
  tell: (fault: TrailFault) => void,
): Promise<TrailReport> => {
  const runner = db.createQueryRunner();
  let faults = 0;
  const tellAll = (found: readonly TrailFault[]): void => {
    faults += found.length;
    found.forEach(tell);
  };
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query('SET TRANSACTION READ ONLY');
    const checker = new SealChecker(kept);
    for await (const seal of readSeals(runner)) tellAll(checker.check(seal));
    tellAll(checker.finish());
    tellAll(await findGone(runner));
    const waiting = await readUnsealed(runner, tellAll);
    return { ...checker.counts, waiting, faults, newest: checker.newest };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};

/** Rows of a query, a batch at a time. */
async function* fetchBatches<Row>(runner: QueryRunner, name: string, sql: string): AsyncGenerator<Row[]> {
  await runner.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${sql}`);
  for (;;) {
    const rows = (await runner.query(`FETCH ${batch} FROM ${name}`)) as Row[];
    if (rows.length === 0) break;
    yield rows;
  }
  await runner.query(`CLOSE ${name}`);
}

type OpenSeal = Omit<StoredSeal, 'facts'> & { readonly facts: CoveredFact[] };

type SealRow = Omit<StoredSeal, 'facts' | 'at'> & {
  readonly sealedAt: string;
  /** Null where a seal covers nothing any more. */
  readonly coveredId: string | null;
  readonly detailHash: string;
  readonly factHash: string;
} & { readonly [Column in keyof StoredFact]: StoredFact[Column] | null };

const sealRows = `
  SELECT ${trailFact}, seal.number::int, seal.previous_hash AS "previousHash", seal.hash AS "hash", ${asInstant('seal.at')} AS "sealedAt",
    covered.event_id::text AS "coveredId", covered.detail_hash AS "detailHash", covered.hash AS "factHash"
  FROM audit_seal seal LEFT JOIN audit_seal_event covered ON covered.seal_number = seal.number
  LEFT JOIN audit_event event ON event.id = covered.event_id
  ORDER BY seal.number, covered.event_id`;

/** Seals in the order of their numbers, each with all that it covers. */
async function* readSeals(runner: QueryRunner): AsyncGenerator<StoredSeal> {
  let open = null as OpenSeal | null;
  for await (const rows of fetchBatches<SealRow>(runner, 'seals', sealRows))
    for (const { number, previousHash, hash, sealedAt, coveredId, detailHash, factHash, ...row } of rows) {
      if (open?.number !== number) {
        if (open) yield open;
        open = { number, previousHash, hash, at: sealedAt, facts: [] };
      }
      if (coveredId !== null)
        open.facts.push({
          eventId: coveredId,
          detailHash,
          hash: factHash,
          // Every column is null where there is no row.
          row: row.id === null ? null : (row as StoredFact),
        });
    }
  if (open) yield open;
}

/** Rows that were put down to be sealed, and are gone before they were. */
const findGone = async (runner: QueryRunner): Promise<TrailFault[]> => {
  const gone = (await runner.query(
    `SELECT event_id::text AS "eventId" FROM audit_unsealed
     WHERE NOT EXISTS (SELECT FROM audit_event WHERE id = event_id) ORDER BY event_id`,
  )) as { eventId: string }[];
  return gone.map(({ eventId }) => ({ kind: 'missing', eventId, seal: null }));
};

/** @returns how many rows wait no longer than they may */
const readUnsealed = async (
  runner: QueryRunner,
  tellAll: (faults: readonly TrailFault[]) => void,
): Promise<number> => {
  let waiting = 0;
  const unsealed = fetchBatches<{ eventId: string; ageSec: number }>(
    runner,
    'unsealed',
    `SELECT event.id::text AS "eventId", round(extract(epoch FROM clock() - event.at))::int AS "ageSec"
     FROM audit_event event LEFT JOIN audit_seal_event covered ON covered.event_id = event.id
     WHERE covered.event_id IS NULL ORDER BY event.id`,
  );
  for await (const rows of unsealed) {
    const overdue = rows.filter(({ ageSec }) => Math.abs(ageSec) > sealedAfterSec);
    waiting += rows.length - overdue.length;
    tellAll(overdue.map((row) => ({ kind: 'unsealed', ...row })));
  }
  return waiting;
};

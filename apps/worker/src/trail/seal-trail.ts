import { hashDetail, hashFact, hashSeal } from '@ennead/domain';
import { asInstant, mostInSeal, trailFact, type StoredFact } from '@ennead/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { transact } from '../transact.ts';

/** Only one seals at a time: two seals that followed the same one would be two chains. */
const sealingLock = 7_420_012;

/**
 * Seals whatever has been committed to the audit trail and is not sealed yet, by number, in as many seals as it takes.
 *
 * @returns how many rows were sealed
 */
export const sealTrail = async (db: DataSource): Promise<number> => {
  let [sealed, last] = [0, mostInSeal];
  while (last === mostInSeal) {
    last = await transact(db, sealNext);
    sealed += last;
  }
  return sealed;
};

/** @returns how many rows the new seal covers; none was made where there are none */
const sealNext = async (manager: EntityManager): Promise<number> => {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [sealingLock]);
  const waiting: StoredFact[] = await manager.query(
    `SELECT ${trailFact} FROM audit_unsealed JOIN audit_event event ON event.id = audit_unsealed.event_id
     ORDER BY audit_unsealed.event_id LIMIT $1`,
    [mostInSeal],
  );
  if (waiting.length === 0) return 0;
  const seal = await nextSeal(manager);
  const facts = waiting.map(({ detail, salt, ...fact }) => {
    const detailHash = hashDetail(salt, detail);
    return { id: fact.id, detailHash, hash: hashFact(fact, detailHash) };
  });
  await manager.query('INSERT INTO audit_seal (number, previous_hash, hash, at) VALUES ($1, $2, $3, $4)', [
    seal.number,
    seal.previousHash,
    hashSeal(seal, facts),
    seal.at,
  ]);
  await manager.query(
    `INSERT INTO audit_seal_event (event_id, seal_number, detail_hash, hash)
     SELECT id, $1, detail_hash, hash FROM unnest($2::bigint[], $3::text[], $4::text[]) fact(id, detail_hash, hash)`,
    [
      seal.number,
      facts.map(({ id }) => id),
      facts.map(({ detailHash }) => detailHash),
      facts.map(({ hash }) => hash),
    ],
  );
  await manager.query('DELETE FROM audit_unsealed WHERE event_id = ANY ($1)', [facts.map(({ id }) => id)]);
  return facts.length;
};

const nextSeal = async (manager: EntityManager) => {
  const [last] = (await manager.query(
    `SELECT number::int, hash FROM audit_seal ORDER BY number DESC LIMIT 1`,
  )) as { number: number; hash: string }[];
  const [{ at }] = (await manager.query(`SELECT ${asInstant('clock()')} AS at`)) as [{ at: string }];
  return { number: (last?.number ?? 0) + 1, previousHash: last?.hash ?? null, at };
};

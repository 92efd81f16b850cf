import { randomUUID } from 'node:crypto';
import type { InForceKind } from '@ennead/contracts/internal';
import type { DataSource, EntityManager } from 'typeorm';

export interface Held {
  readonly kind: InForceKind;
  readonly ofHash: string;
  readonly hash: string;
  readonly scope?: string;
}

/** What a run names that brings this into force: hidden inputs come with the plan that they are for. */
export const holdingOf = ({ kind, ofHash, hash, scope = 'all' }: Held) =>
  kind === 'secrets' ? { kind: 'plan', scope, ofHash, hash: ofHash } : { kind, scope, ofHash, hash };

/**
 * A run that somebody asked for and somebody else answered. The answer may be missing, or the state another than it leads to.
 * @returns its id
 */
export const aScoreRun = async (
  owner: DataSource | EntityManager,
  holding: object,
  { state = 'approved', answer = 'agree' }: { state?: string; answer?: 'agree' | 'disagree' | null } = {},
): Promise<string> => {
  const asker = await aCertifier(owner);
  const second = await aCertifier(owner);
  const [run]: [{ id: string }] = await owner.query(
    `INSERT INTO score_run (cause, state, change, reason, asked_by)
     VALUES ('correction', $1, jsonb_build_object('holding', $2::jsonb), 'A spec says so.', $3) RETURNING id`,
    [state, JSON.stringify(holding), asker],
  );
  if (answer)
    await owner.query(
      `INSERT INTO approval (subject_kind, subject_id, act, asked_by, answered_by, answer, reason)
       VALUES ('score-run', $1, 'apply', $2, $3, $4, 'A spec says so.')`,
      [run.id, asker, second, answer],
    );
  return run.id;
};

const aCertifier = async (owner: DataSource | EntityManager): Promise<string> => {
  const [person]: [{ id: string }] = await owner.query(
    `INSERT INTO person (email, name, locale, roles) VALUES ($1, 'Ada', 'en', '{certifier}') RETURNING id`,
    [`${randomUUID()}@example.org`],
  );
  return person.id;
};

/** Brings something into force as an approved run does, and ends the run; nothing is scored anew. */
export const holdByRun = (owner: DataSource, held: Held): Promise<void> =>
  owner.transaction(async (manager) => {
    const { kind, ofHash, hash, scope = 'all' } = held;
    const runId = await aScoreRun(manager, holdingOf(held));
    await manager.query(
      `INSERT INTO in_force (of_hash, kind, scope, hash, run_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (of_hash, kind, scope) DO UPDATE SET hash = excluded.hash, run_id = excluded.run_id`,
      [ofHash, kind, scope, hash, runId],
    );
    await manager.query(`UPDATE score_run SET state = 'applied' WHERE id = $1`, [runId]);
  });

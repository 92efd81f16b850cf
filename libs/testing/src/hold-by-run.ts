import { randomUUID } from 'node:crypto';
import type { InForceKind } from '@ennead/contracts/internal';
import type { DataSource } from 'typeorm';

export interface Holding {
  readonly kind: InForceKind;
  readonly ofHash: string;
  readonly hash: string;
  readonly scope?: string;
}

/** Brings something into force as an approved run does, and ends the run; nothing is scored anew. */
export const holdByRun = (owner: DataSource, { kind, ofHash, hash, scope = 'all' }: Holding): Promise<void> =>
  owner.transaction(async (manager) => {
    const [run]: [{ id: string }] = await manager.query(
      `WITH asker AS (
         INSERT INTO person (email, name, locale, roles) VALUES ($1, 'Ada', 'en', '{certifier}') RETURNING id)
       INSERT INTO score_run (cause, state, change, reason, asked_by)
       SELECT 'correction', 'approved', jsonb_build_object('hash', $2::text), 'A spec says so.', id FROM asker
       RETURNING id`,
      [`${randomUUID()}@example.org`, kind === 'secrets' ? ofHash : hash],
    );
    await manager.query(
      `INSERT INTO in_force (of_hash, kind, scope, hash, run_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (of_hash, kind, scope) DO UPDATE SET hash = excluded.hash, run_id = excluded.run_id`,
      [ofHash, kind, scope, hash, run.id],
    );
    await manager.query(`UPDATE score_run SET state = 'applied' WHERE id = $1`, [run.id]);
  });

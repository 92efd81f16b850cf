import type { ContentKind } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** A piece of content as it was used; `hash` is that of `body`. */
export type UsedContent = { kind: ContentKind; id: string; hash: string; body: unknown };

/**
 * Keeps what content said when it was used, once a hash. To be called in the transaction that refers to it, so that
 * no reference is ever without its text.
 */
export const keepContentVersions = async (
  manager: EntityManager,
  used: readonly UsedContent[],
): Promise<void> => {
  await manager.query(
    `INSERT INTO content_version (kind, id, hash, body)
     SELECT kind, id, hash, body
     FROM jsonb_to_recordset($1::jsonb) AS used(kind text, id text, hash text, body jsonb)
     ON CONFLICT (kind, id, hash) DO NOTHING`,
    [JSON.stringify(used)],
  );
};

import { type BodyKind, shelfOf } from '@ennead/contracts/internal';
import { canonicalJson, hashBytes } from '@ennead/domain';
import type { EntityManager } from 'typeorm';

/** Puts a body into the bank as if somebody had published it. @param db as the owner @returns its hash */
export const putBody = async (
  db: Pick<EntityManager, 'query'>,
  kind: BodyKind,
  body: unknown,
): Promise<string> => {
  const bytes = Buffer.from(canonicalJson(body));
  const hash = hashBytes(bytes);
  const shelf = shelfOf[kind];
  await db.query(
    `WITH named AS (INSERT INTO content_body (hash, shelf, kind, size_bytes) VALUES ($1, $2, $3, length($4::bytea)))
     INSERT INTO body_${shelf} (hash, bytes) VALUES ($1, $4)`,
    [hash, shelf, kind, bytes],
  );
  return hash;
};

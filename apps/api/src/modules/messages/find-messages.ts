import type { MessagesQuery } from '@ennead/contracts';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';

/** One page of letters, the newest first unless asked otherwise. */
export const findMessages = (
  manager: EntityManager,
  { q, sort, kind, state, page, size }: MessagesQuery,
): Promise<PageOfIds> => {
  const conditions = [
    ...(q ? [hasWords(sql`concat_ws(' ', name, address)`, q)] : []),
    ...(kind ? [sql`kind = ${kind}`] : []),
    ...(state ? [sql`state = ${state}`] : []),
  ];
  return readPage(
    manager,
    {
      fitting: sql`SELECT id, name, kind, queued_at FROM message WHERE ${join([sql`true`, ...conditions], ' AND ')}`,
      order: orderOf(
        { name: sql`name COLLATE person_name`, kind: sql`kind`, queuedAt: sql`queued_at` },
        sort,
        sql`queued_at DESC`,
      ),
    },
    { page, size },
  );
};

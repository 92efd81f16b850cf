import pg from 'pg';
import { withClient } from './database-client.ts';
import type { DatabaseNames } from './database.ts';

/**
 * Has a database that others are copied from made by whoever asks for it first; whoever asks meanwhile, in whichever
 * process, waits for it. It is made under another name, so that one whose making failed is never taken for whole.
 */
export async function provideTemplate(
  adminUrl: string,
  names: DatabaseNames,
  make: (names: DatabaseNames) => Promise<unknown>,
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    // Let go of when the connection ends.
    await client.query('select pg_advisory_lock(hashtext($1))', [names.database]);
    const known = await client.query('select 1 from pg_database where datname = $1', [names.database]);
    if (known.rowCount !== 0) return;
    const unfinished = `${names.database}_unfinished`;
    const [from, to] = [unfinished, names.database].map(pg.escapeIdentifier);
    await client.query(`drop database if exists ${from} with (force)`);
    await make({ ...names, database: unfinished });
    await client.query(`alter database ${from} rename to ${to}`);
  });
}

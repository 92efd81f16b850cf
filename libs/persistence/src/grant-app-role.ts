import type { DataSource } from 'typeorm';

/** Records that are only ever added to: what happened stays as it happened. */
export const appendOnlyTables = [
  'audit_event',
  'approval',
  'content_version',
  'form',
  'outbox_event',
  'portfolio_version',
  'response_save',
  'verdict',
] as const;

/**
 * Gives the application's role exactly what it needs. Run by the owner after every migration, so that a new table is
 * never forgotten. `role` is an existing login role other than the owner.
 */
export const grantAppRole = async (owner: DataSource, role: string): Promise<void> => {
  const name = `"${role.replaceAll('"', '""')}"`;
  const tables: { tablename: string }[] = await owner.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  await owner.transaction(async (manager) => {
    await manager.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
    for (const { tablename } of tables) {
      const addOnly = (appendOnlyTables as readonly string[]).includes(tablename);
      await manager.query(`REVOKE ALL ON "${tablename}" FROM ${name}`);
      await manager.query(
        `GRANT SELECT, INSERT${addOnly ? '' : ', UPDATE, DELETE'} ON "${tablename}" TO ${name}`,
      );
    }
    // What was decided stays; only its state moves on.
    await manager.query(`REVOKE ALL ON decision FROM ${name}`);
    await manager.query(
      `GRANT SELECT, INSERT, UPDATE (state, effective_at, notified_at) ON decision TO ${name}`,
    );
    await manager.query(`GRANT SELECT ON case_view TO ${name}`);
    await manager.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name}`);
  });
};

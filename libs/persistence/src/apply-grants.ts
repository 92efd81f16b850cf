import type { DataSource } from 'typeorm';
import { grants, type ProcessRole, processRoles } from './grants.ts';

/** The name of each process's role: existing log-in roles, all different, none of them the owner's. */
export type RoleNames = Readonly<Record<ProcessRole, string>>;

/**
 * Gives each role exactly what the table of grants says. Run by the owner after every migration; a table that is not
 * in it is closed to all. @throws Error when two processes would share a role, and with it their rights
 */
export const applyGrants = async (owner: DataSource, names: RoleNames): Promise<void> => {
  if (new Set(processRoles.map((role) => names[role])).size < processRoles.length)
    throw new Error(
      `Each process needs a database role of its own: ${processRoles.map((role) => names[role]).join(', ')}.`,
    );
  const tables: { tablename: string }[] = await owner.query(
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
  );
  await owner.transaction(async (manager) => {
    for (const role of processRoles) {
      const name = quoted(names[role]);
      await manager.query(`GRANT USAGE ON SCHEMA public TO ${name}`);
      for (const { tablename } of tables) {
        await manager.query(`REVOKE ALL ON ${quoted(tablename)} FROM ${name}`);
        const rights = grants[tablename]?.[role];
        if (rights) await manager.query(`GRANT ${rights} ON ${quoted(tablename)} TO ${name}`);
      }
    }
  });
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

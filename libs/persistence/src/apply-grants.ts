import type { DataSource } from 'typeorm';
import { functionGrants, grants, type ProcessRole, processRoles } from './grants.ts';

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
  const tables: { name: string }[] = await owner.query(
    `SELECT relname AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`,
  );
  await owner.transaction(async (manager) => {
    for (const role of processRoles) {
      const to = quoted(names[role]);
      await manager.query(`GRANT USAGE ON SCHEMA public TO ${to}`);
      for (const { name: table } of tables) {
        await manager.query(`REVOKE ALL ON ${quoted(table)} FROM ${to}`);
        const rights = grants[table]?.[role];
        if (rights) await manager.query(`GRANT ${rights} ON ${quoted(table)} TO ${to}`);
      }
      for (const [name, roles] of Object.entries(functionGrants)) {
        await manager.query(`REVOKE ALL ON FUNCTION ${name} FROM ${to}`);
        if (roles.includes(role)) await manager.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${to}`);
      }
    }
  });
};

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

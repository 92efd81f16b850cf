import pg from 'pg';
import { DATABASE, type DatabasePasswords, type DatabaseUrls } from './database.ts';
import { putRole, roleOf, withClient, withLogin } from './database-client.ts';

const processes = ['app', 'runner', 'worker', 'publisher'] as const;
type Process = (typeof processes)[number];

const variables = {
  app: 'DATABASE_APP_URL',
  runner: 'DATABASE_RUNNER_URL',
  worker: 'DATABASE_WORKER_URL',
  publisher: 'DATABASE_PUBLISHER_URL',
} as const;
const purposes = {
  app: 'the server',
  runner: 'the lab host',
  worker: 'the worker',
  publisher: 'publishing content',
} as const;

/** Addresses that the user gave for processes; the others are made. */
export type GivenUrls = Readonly<Partial<Record<Process, string>>>;

/**
 * For a database that the user runs: its role owns the schema, and each process has a role of its own, made beside it
 * where that role may make one.
 *
 * @throws Error naming every role that is wanted and the variable for its address, where they cannot be made; or the
 *   roles that would see more than their process may
 */
export async function addProcessRoles(
  ownerUrl: string,
  given: GivenUrls,
  passwords: Omit<DatabasePasswords, 'owner'>,
): Promise<DatabaseUrls> {
  return withClient(ownerUrl, async (client) => {
    const missing = processes.filter((process) => !given[process]);
    if (missing.length > 0) await makeRoles(client, missing, passwords);
    const url = (process: Process) =>
      given[process] ?? withLogin(ownerUrl, DATABASE[process], passwords[process]);
    const urls = {
      ownerUrl,
      appUrl: url('app'),
      runnerUrl: url('runner'),
      workerUrl: url('worker'),
      publisherUrl: url('publisher'),
    };
    await refuseShared(client, urls);
    return urls;
  });
}

async function makeRoles(
  client: pg.Client,
  missing: readonly Process[],
  passwords: Omit<DatabasePasswords, 'owner'>,
): Promise<void> {
  const { rows } = await client.query<{ may: boolean; database: string }>(
    'select rolcreaterole or rolsuper as may, current_database() as database from pg_roles where rolname = current_user',
  );
  if (!rows[0]?.may) throw new Error(wantedRoles(missing));
  const database = pg.escapeIdentifier(rows[0].database);
  for (const process of missing) {
    await putRole(client, DATABASE[process], passwords[process]);
    await client.query(`grant connect on database ${database} to ${pg.escapeIdentifier(DATABASE[process])}`);
  }
}

/** What to do where the owner may not make roles. */
const wantedRoles = (missing: readonly Process[]): string =>
  [
    'The role of DATABASE_URL may not make roles, and each process needs one of its own.',
    'Create these log-in roles, without any rights, and give their addresses:',
    ...missing.map((process) => `  ${DATABASE[process]} as ${variables[process]} (${purposes[process]})`),
  ].join('\n');

/** Rights are worth nothing where two processes share a role, or where one is, or may become, the owner. */
async function refuseShared(client: pg.Client, urls: DatabaseUrls): Promise<void> {
  const roles = [urls.appUrl, urls.runnerUrl, urls.workerUrl, urls.publisherUrl].map(roleOf);
  const owner = roleOf(urls.ownerUrl);
  if (new Set([owner, ...roles]).size < roles.length + 1)
    throw new Error(
      `DATABASE_URL, ${Object.values(variables).join(', ')} must log in as five different roles; they are ${[owner, ...roles].join(', ')}.`,
    );
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles
     where rolname = any ($1) and (rolsuper or pg_has_role(rolname, current_user, 'member')) order by rolname`,
    [roles],
  );
  if (rows.length > 0)
    throw new Error(
      `These roles may do whatever the owner may, so nothing could be kept from their processes: ${rows.map(({ rolname }) => rolname).join(', ')}. Give them no other role's rights.`,
    );
}

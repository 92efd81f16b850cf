import pg from 'pg';

/** Makes a log-in role, or gives the one that is there this password and takes all settings of its own from it. */
export async function putRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`,
  );
  await resetSettings(client, role);
}

/** Every role may change its own settings, its search path say, and so keep all its later connections from working. */
async function resetSettings(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ database: string | null }>(
    `select datname as database from pg_db_role_setting left join pg_database on pg_database.oid = setdatabase
     where setrole = (select oid from pg_roles where rolname = $1)`,
    [role],
  );
  for (const { database } of rows) {
    const where = database === null ? '' : ` in database ${pg.escapeIdentifier(database)}`;
    await client.query(`alter role ${pg.escapeIdentifier(role)}${where} reset all`);
  }
}

/** The address with another log-in, and another database where one is given. */
export function withLogin(url: string, user: string, password: string, database?: string): string {
  const address = new URL(url);
  address.username = user;
  address.password = password;
  if (database) address.pathname = `/${database}`;
  return address.toString();
}

/** The role that an address logs in as. */
export const roleOf = (url: string): string => decodeURIComponent(new URL(url).username);

/** Connects, works, and disconnects whatever comes of it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

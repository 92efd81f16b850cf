import pg from 'pg';

export interface DatabaseUrls {
  /** Owns the schema and migrates it. */
  readonly ownerUrl: string;
  /** What the application connects as: it cannot change the schema, nor what migrations deny it. */
  readonly appUrl: string;
}

export interface DatabaseNames {
  readonly database: string;
  readonly owner: string;
  readonly app: string;
}

export const DATABASE: DatabaseNames = { database: 'ennead', owner: 'ennead_owner', app: 'ennead_app' };

/**
 * Makes the two log-in roles and the database on a server where `adminUrl` is a superuser, or brings what is there
 * to these passwords. Repeatable.
 */
export async function createDatabase(
  adminUrl: string,
  passwords: { readonly owner: string; readonly app: string },
  names: DatabaseNames = DATABASE,
): Promise<DatabaseUrls> {
  await withClient(adminUrl, async (client) => {
    await putRole(client, names.owner, passwords.owner);
    await putRole(client, names.app, passwords.app);
    const known = await client.query('select 1 from pg_database where datname = $1', [names.database]);
    const [database, owner, app] = [names.database, names.owner, names.app].map(pg.escapeIdentifier);
    if (known.rowCount === 0)
      await client.query(`create database ${database} owner ${owner} encoding 'UTF8' template template0`);
    await client.query(`revoke connect, temporary on database ${database} from public`);
    await client.query(`grant connect on database ${database} to ${app}`);
  });
  return {
    ownerUrl: withLogin(adminUrl, names.owner, passwords.owner, names.database),
    appUrl: withLogin(adminUrl, names.app, passwords.app, names.database),
  };
}

/**
 * For a database that the user runs: its role owns the schema, and the application's role is made beside it where
 * that role may make one. Rejects with what to do where it may not.
 */
export async function addAppRole(
  ownerUrl: string,
  appPassword: string,
  app = DATABASE.app,
): Promise<DatabaseUrls> {
  await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
    );
    if (!rows[0]?.may) {
      throw new Error(
        `The role of DATABASE_URL may not make roles. Create a second log-in role "${app}" and give its address as DATABASE_APP_URL.`,
      );
    }
    await putRole(client, app, appPassword);
    const { rows: names } = await client.query<{ name: string }>('select current_database() as name');
    await client.query(
      `grant connect on database ${pg.escapeIdentifier(names[0]!.name)} to ${pg.escapeIdentifier(app)}`,
    );
  });
  return { ownerUrl, appUrl: withLogin(ownerUrl, app, appPassword) };
}

/** Drops everything in schema `public` of a database that the user runs. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('drop schema public cascade');
    await client.query('create schema public');
  });
}

async function putRole(client: pg.Client, role: string, password: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  await client.query(
    `${verb} role ${pg.escapeIdentifier(role)} login password ${pg.escapeLiteral(password)}`,
  );
}

function withLogin(url: string, user: string, password: string, database?: string): string {
  const address = new URL(url);
  address.username = user;
  address.password = password;
  if (database) address.pathname = `/${database}`;
  return address.toString();
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

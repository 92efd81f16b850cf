import pg from 'pg';
import { putRole, withClient, withLogin } from './database-client.ts';

/** Addresses of one database, each by a role of its own. */
export interface DatabaseUrls {
  /** Owns the schema and migrates it. */
  readonly ownerUrl: string;
  /** What the server connects as: it cannot change the schema, nor read what migrations deny it. */
  readonly appUrl: string;
  /** What the lab host connects as. */
  readonly runnerUrl: string;
  /** What workers connect as. */
  readonly workerUrl: string;
  /** What publishing content connects as. */
  readonly publisherUrl: string;
}

/** The log-in roles of one database. */
const databaseRoles = ['owner', 'app', 'runner', 'worker', 'publisher'] as const;
export type DatabaseRole = (typeof databaseRoles)[number];
export type DatabasePasswords = Readonly<Record<DatabaseRole, string>>;
export type DatabaseNames = Readonly<Record<DatabaseRole | 'database', string>>;

/** A database's name and its roles' names: `ennead`, `ennead_owner`, `ennead_app` and so on. */
export const databaseNames = (database: string): DatabaseNames => ({
  database,
  owner: `${database}_owner`,
  app: `${database}_app`,
  runner: `${database}_runner`,
  worker: `${database}_worker`,
  publisher: `${database}_publisher`,
});

export const DATABASE = databaseNames('ennead');

/**
 * Makes the log-in roles and the database on a server where `adminUrl` is a superuser, or brings what is there to
 * these passwords. Repeatable.
 */
export async function createDatabase(
  adminUrl: string,
  passwords: DatabasePasswords,
  names: DatabaseNames = DATABASE,
): Promise<DatabaseUrls> {
  await withClient(adminUrl, async (client) => {
    for (const role of databaseRoles) await putRole(client, names[role], passwords[role]);
    await putDatabase(client, names, 'template0');
  });
  return urlsOf(adminUrl, passwords, names);
}

/**
 * Makes a database with all that is in another one of the same roles, to which nobody may be connected. @throws Error
 * where somebody is.
 */
export async function copyDatabase(
  adminUrl: string,
  passwords: DatabasePasswords,
  names: DatabaseNames,
  of: string,
): Promise<DatabaseUrls> {
  await withClient(adminUrl, (client) => putDatabase(client, names, of));
  return urlsOf(adminUrl, passwords, names);
}

function urlsOf(adminUrl: string, passwords: DatabasePasswords, names: DatabaseNames): DatabaseUrls {
  const url = (role: DatabaseRole) => withLogin(adminUrl, names[role], passwords[role], names.database);
  return {
    ownerUrl: url('owner'),
    appUrl: url('app'),
    runnerUrl: url('runner'),
    workerUrl: url('worker'),
    publisherUrl: url('publisher'),
  };
}

async function putDatabase(client: pg.Client, names: DatabaseNames, template: string): Promise<void> {
  const known = await client.query('select 1 from pg_database where datname = $1', [names.database]);
  const [database, owner, of] = [names.database, names.owner, template].map(pg.escapeIdentifier);
  if (known.rowCount === 0)
    await client.query(`create database ${database} owner ${owner} encoding 'UTF8' template ${of}`);
  // Every query here is short: compiling a plan takes longer than running it.
  await client.query(`alter database ${database} set jit = off`);
  await client.query(`revoke connect, temporary on database ${database} from public`);
  for (const role of databaseRoles.filter((one) => one !== 'owner'))
    await client.query(`grant connect on database ${database} to ${pg.escapeIdentifier(names[role])}`);
}

/** Drops a database, whoever is connected to it. Its roles stay, for other databases may be theirs too. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  );
}

/** Drops everything in schema `public` of a database that the user runs. */
export async function emptyDatabase(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('drop schema public cascade');
    await client.query('create schema public');
  });
}

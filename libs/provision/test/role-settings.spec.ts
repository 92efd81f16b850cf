import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { putRole, withClient, withLogin } from '../src/database-client.ts';
import { createDatabase, databaseNames, type DatabaseUrls, dropDatabase } from '../src/database.ts';

const adminUrl = () => process.env['TEST_DATABASE_ADMIN_URL']!;
const names = databaseNames(`ennead_settings_${randomBytes(6).toString('hex')}`);
const passwords = { owner: 'o', app: 'a', runner: 'r', worker: 'w', publisher: 'p' };
let urls: DatabaseUrls;
beforeAll(async () => {
  urls = await createDatabase(adminUrl(), passwords, names);
});
afterAll(() => dropDatabase(adminUrl(), names.database));

const settings = { search_path: 'nowhere', default_transaction_read_only: 'on', statement_timeout: '1234ms' };
const show = (url: string) =>
  withClient(url, async (client) => {
    const shown = Object.keys(settings).map((name) => `current_setting('${name}') as ${name}`);
    return (await client.query<object>(`select ${shown.join(', ')}`)).rows[0];
  });
const unset = {
  search_path: '"$user", public',
  default_transaction_read_only: 'off',
  statement_timeout: '0',
};

/** As somebody who got hold of the role's connection would: for good, and for one database. */
const spoil = (url: string) =>
  withClient(url, async (client) => {
    await client.query('set default_transaction_read_only = off');
    for (const where of ['', ` in database ${pg.escapeIdentifier(names.database)}`])
      for (const [name, value] of Object.entries(settings))
        await client.query(`alter role current_user${where} set ${name} = '${value}'`);
  });

it.each(['ownerUrl', 'appUrl', 'runnerUrl', 'workerUrl', 'publisherUrl'] as const)(
  'what the role of %s has set for itself is gone with the next start',
  async (role) => {
    await spoil(urls[role]);
    expect(await show(urls[role])).toEqual(settings);
    await createDatabase(adminUrl(), passwords, names);
    expect(await show(urls[role])).toEqual(unset);
  },
);

it('so it is where an owner who may make roles has made them', async () => {
  const role = `${names.database}_made`;
  await withClient(adminUrl(), (client) =>
    client.query(`alter role ${pg.escapeIdentifier(names.owner)} createrole`),
  );
  const put = () => withClient(urls.ownerUrl, (client) => putRole(client, role, 'm'));
  await put();
  await withClient(urls.ownerUrl, (client) =>
    client.query(`grant connect on database ${names.database} to ${pg.escapeIdentifier(role)}`),
  );
  const made = withLogin(urls.appUrl, role, 'm');
  await spoil(made);
  await put();
  expect(await show(made)).toEqual(unset);
  const inside = new URL(adminUrl());
  inside.pathname = `/${names.database}`;
  await withClient(inside.toString(), (client) =>
    client.query(`drop owned by ${pg.escapeIdentifier(role)}; drop role ${pg.escapeIdentifier(role)}`),
  );
});

import { afterAll, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { withClient } from '../src/database-client.ts';
import { copyDatabase, createDatabase, databaseNames, dropDatabase } from '../src/database.ts';
import { provideTemplate } from '../src/template.ts';

const adminUrl = () => process.env['TEST_DATABASE_ADMIN_URL']!;
const names = databaseNames(`ennead_template_${randomBytes(6).toString('hex')}`);
const copies = ['one', 'two'].map((word) => ({ ...names, database: `${names.database}_${word}` }));
const passwords = { owner: 'o', app: 'a', runner: 'r', worker: 'w', publisher: 'p' };
afterAll(async () => {
  for (const { database } of [names, ...copies]) await dropDatabase(adminUrl(), database);
});

let made = 0;
const provide = (goesWrong = false) =>
  provideTemplate(adminUrl(), names, async (unfinished) => {
    const { ownerUrl } = await createDatabase(adminUrl(), passwords, unfinished);
    await withClient(ownerUrl, async (client) => {
      await client.query('create table filled (by text)');
      if (goesWrong) throw new Error('It went wrong.');
      await client.query('insert into filled values (current_user)');
    });
    made += 1;
  });

it('is made anew where its making failed, and once for all who ask meanwhile', async () => {
  await expect(provide(true)).rejects.toThrow('It went wrong.');
  await Promise.all([provide(), provide(), provide()]);
  expect(made).toBe(1);
});

it('is what copies begin with, whose roles are the same and whose rows are their own', async () => {
  const [one, two] = await Promise.all(
    copies.map((copy) => copyDatabase(adminUrl(), passwords, copy, names.database)),
  );
  await withClient(one!.ownerUrl, (client) => client.query("insert into filled values ('one')"));
  const rows = await withClient(two!.ownerUrl, (client) => client.query('select by from filled'));
  expect(rows.rows).toEqual([{ by: names.owner }]);
  await expect(withClient(two!.appUrl, (client) => client.query('select by from filled'))).rejects.toThrow(
    'permission denied',
  );
});

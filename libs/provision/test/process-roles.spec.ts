import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withClient, withLogin } from '../src/database-client.ts';
import { createDatabase, databaseNames, dropDatabase } from '../src/database.ts';
import { addProcessRoles } from '../src/process-roles.ts';

const adminUrl = () => process.env['TEST_DATABASE_ADMIN_URL']!;
const names = databaseNames(`ennead_roles_${randomBytes(6).toString('hex')}`);
const passwords = { owner: 'o', app: 'a', runner: 'r', worker: 'w', publisher: 'p' };
let ownerUrl: string;
let given: { app: string; runner: string; worker: string; publisher: string };
beforeAll(async () => {
  const urls = await createDatabase(adminUrl(), passwords, names);
  ownerUrl = urls.ownerUrl;
  given = {
    app: urls.appUrl,
    runner: urls.runnerUrl,
    worker: urls.workerUrl,
    publisher: urls.publisherUrl,
  };
});
afterAll(() => dropDatabase(adminUrl(), names.database));

describe('the roles of a database that the user runs', () => {
  it('are those given, where all are', async () => {
    expect(await addProcessRoles(ownerUrl, given, passwords)).toEqual({
      ownerUrl,
      appUrl: given.app,
      runnerUrl: given.runner,
      workerUrl: given.worker,
      publisherUrl: given.publisher,
    });
  });

  it('are asked for by name and variable, where the owner may make none', async () => {
    await expect(addProcessRoles(ownerUrl, { app: given.app }, passwords)).rejects.toThrow(
      [
        'The role of DATABASE_URL may not make roles, and each process needs one of its own.',
        'Create these log-in roles, without any rights, and give their addresses:',
        '  ennead_runner as DATABASE_RUNNER_URL (the lab host)',
        '  ennead_worker as DATABASE_WORKER_URL (the worker)',
        '  ennead_publisher as DATABASE_PUBLISHER_URL (publishing content)',
      ].join('\n'),
    );
  });

  it('are five different ones', async () => {
    await expect(addProcessRoles(ownerUrl, { ...given, runner: given.app }, passwords)).rejects.toThrow(
      'five different roles',
    );
    await expect(addProcessRoles(ownerUrl, { ...given, app: ownerUrl }, passwords)).rejects.toThrow(
      'five different roles',
    );
  });

  it('may not be what the owner is', async () => {
    await withClient(adminUrl(), (client) =>
      client.query(`grant ${pg.escapeIdentifier(names.owner)} to ${pg.escapeIdentifier(names.runner)}`),
    );
    await expect(addProcessRoles(ownerUrl, given, passwords)).rejects.toThrow(names.runner);
    const postgres = withLogin(given.app, 'postgres', 'x');
    await expect(addProcessRoles(ownerUrl, { ...given, app: postgres }, passwords)).rejects.toThrow(
      'postgres',
    );
  });
});

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  copyDatabase,
  createDatabase,
  databaseNames,
  databasePasswords,
  type DatabaseUrls,
  generateSecrets,
  keysEnv,
  ownerEnv,
  type ProcessContract,
  programArgs,
  provideTemplate,
  publisherEnv,
  ROOT,
  runToEnd,
  type Secrets,
} from '@ennead/provision';

export type Account = { role: string; email: string; password: string };

/** What opens every copy, since all of them have the roles, keys and content of the first. */
type Opens = { readonly secrets: Secrets; readonly accounts: readonly Account[] };

const demo = databaseNames('ennead_demo');

/**
 * A database of its own with the demo in it. Whoever comes first on a bed, whose folder this is, has it filled by the commands that
 * `npm start` runs; everybody has a copy.
 */
export const copyDemo = async (
  adminUrl: string,
  bedDir: string,
  contractOn: (database: DatabaseUrls, secrets: Secrets) => ProcessContract,
): Promise<Opens & { readonly database: DatabaseUrls }> => {
  const file = join(bedDir, 'demo.json');
  await provideTemplate(adminUrl, demo, async (names) => {
    const secrets = await generateSecrets();
    const database = await createDatabase(adminUrl, databasePasswords(secrets), names);
    const accounts = await fill(contractOn(database, secrets));
    await writeFile(file, JSON.stringify({ secrets, accounts } satisfies Opens), { mode: 0o600 });
  });
  const opens = JSON.parse(await readFile(file, 'utf8')) as Opens;
  const names = { ...demo, database: `ennead_journey_${randomBytes(5).toString('hex')}` };
  const database = await copyDatabase(adminUrl, databasePasswords(opens.secrets), names, demo.database);
  return { ...opens, database };
};

const fill = async (contract: ProcessContract): Promise<Account[]> => {
  await runCommand('migrate', ownerEnv(contract));
  await runCommand('publish-keys', keysEnv(contract));
  await runCommand('publish-content', publisherEnv(contract), ROOT);
  const seeded = await runCommand('seed-demo', ownerEnv(contract));
  return (JSON.parse(seeded.trim().split('\n').at(-1)!) as { accounts: Account[] }).accounts;
};

const runCommand = async (
  name: string,
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<string> => {
  const end = await runToEnd({
    command: process.execPath,
    args: programArgs('api', name, ...args),
    cwd: ROOT,
    env,
    output: 'keep',
  });
  if (end.code !== 0) throw new Error(`${name} failed:\n${end.output}`);
  return end.stdout;
};

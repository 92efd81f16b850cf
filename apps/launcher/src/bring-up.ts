import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  freePort,
  ownerEnv,
  portHolder,
  portTakenMessage,
  type ProcessContract,
  ROOT,
  type Steps,
} from '@ennead/provision';
import { announceServices, holdDataDir } from './data-dir-lock.ts';
import { type DemoAccount, readDemoAccounts } from './demo-accounts.ts';
import type { Lifecycle } from './lifecycle.ts';
import { hashTree } from './hash-tree.ts';
import { SCRIPTS } from './paths.ts';
import { runScript } from './run-script.ts';
import { Services } from './services.ts';
import type { Settings } from './settings.ts';

const CONTENT_INPUTS = ['question-bank', 'labs', 'libs/content', 'libs/contracts', 'libs/domain'].map(
  (place) => path.join(ROOT, place),
);

/**
 * Everything that stands before the API and the runner may start: services, schema, content.
 * @throws Error in one clear message where something needed cannot be had.
 */
export async function bringUp(
  settings: Settings,
  nodeEnv: ProcessContract['nodeEnv'],
  steps: Steps,
  lifecycle: Lifecycle,
): Promise<ProcessContract> {
  const { host, port, publicUrl, dataDir, mode } = settings;
  const holder = await portHolder(port, host);
  if (holder) throw new Error(portTakenMessage(port, host, holder));

  const services = new Services(settings, steps, lifecycle);
  const secrets = await services.secrets();
  const database = await services.database(secrets);
  const redisUrl = await services.redis(secrets);
  const labs = await services.labs();
  const contract: ProcessContract = {
    nodeEnv,
    mode,
    host,
    port,
    publicUrl,
    dataDir,
    databaseOwnerUrl: database.ownerUrl,
    databaseAppUrl: database.appUrl,
    redisUrl,
    runnerUrl: `http://127.0.0.1:${await freePort()}`,
    dockerHost: labs.dockerHost,
    labsUnavailableReason: labs.unavailableReason,
    secrets,
  };
  await announceServices(dataDir, contract);
  await migrate(contract, steps);
  await checkContent(contract, steps);
  return contract;
}

/** Takes the data directory, until the end. @throws Error where another Ennead has it. */
export async function takeDataDir({ dataDir, publicUrl }: Settings, lifecycle: Lifecycle): Promise<void> {
  lifecycle.started('data directory', await holdDataDir(dataDir, publicUrl));
}

/** Brings the schema up to date and gives the application's role its rights. */
export async function migrate(contract: ProcessContract, steps: Steps): Promise<void> {
  await steps.run('Schema', async () => {
    const said = await runScript('migrate', SCRIPTS.migrate, ownerEnv(contract), contract.dataDir);
    return { value: undefined, mark: 'done', text: said.trimEnd().split('\n').at(-1) ?? '' };
  });
}

/** Checks all content, unless nothing that the outcome depends on has changed since it was last found sound. */
async function checkContent(contract: ProcessContract, steps: Steps): Promise<void> {
  await steps.run('Content', async () => {
    const record = path.join(contract.dataDir, 'content.inputs');
    const inputs = await hashTree(CONTENT_INPUTS);
    if ((await readFile(record, 'utf8').catch(() => '')) === inputs) {
      return { value: undefined, mark: 'done', text: 'sound, as checked before' };
    }
    const said = await runScript('content-check', SCRIPTS.contentCheck, process.env, contract.dataDir);
    await writeFile(record, inputs);
    return { value: undefined, mark: 'done', text: said.trimEnd().split('\n').at(-1) ?? '' };
  });
}

/** Fills an empty database with the demo; the log-ins, or none in production mode. */
export async function seedDemo(contract: ProcessContract, steps: Steps): Promise<DemoAccount[]> {
  if (contract.mode === 'production') return [];
  return steps.run('Demo', async () => {
    const said = await runScript('seed-demo', SCRIPTS.seedDemo, ownerEnv(contract), contract.dataDir);
    const value = readDemoAccounts(said);
    return { value, mark: 'done', text: `${value.length} log-ins` };
  });
}

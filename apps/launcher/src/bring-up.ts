import path from 'node:path';
import {
  freePort,
  keysEnv,
  ownerEnv,
  portHolder,
  portTakenMessage,
  programDigest,
  type ProcessContract,
  publisherEnv,
  ROOT,
  type Steps,
} from '@ennead/provision';
import { announceServices, holdDataDir } from './data-dir-lock.ts';
import { type DemoAccount, readDemoAccounts } from './demo-accounts.ts';
import { endLeftOvers } from './left-overs.ts';
import type { Lifecycle } from './lifecycle.ts';
import { runApiCommand } from './run-api-command.ts';
import { Services } from './services.ts';
import type { Settings } from './settings.ts';
import { type Done, type Inputs, unlessDone } from './unless-done.ts';

export interface Launch extends ProcessContract {
  /** True where the database lives in the data directory and goes with it. */
  readonly databaseIsOurs: boolean;
}

const CONTENT = ['question-bank', 'labs'].map((place) => path.join(ROOT, place));

/**
 * Everything that stands before server, lab host and worker may start: services, schema, content.
 * @throws Error in one clear message where something needed cannot be had.
 */
export async function bringUp(
  settings: Settings,
  nodeEnv: ProcessContract['nodeEnv'],
  steps: Steps,
  lifecycle: Lifecycle,
): Promise<Launch> {
  const { host, port, publicUrl, timeZone, dataDir, mode, requireSecondFactor, body, s3, mail } = settings;
  const holder = await portHolder(port, host);
  if (holder) throw new Error(portTakenMessage(port, host, holder));

  const services = new Services(settings, steps, lifecycle);
  const secrets = await services.secrets();
  const database = await services.database(secrets);
  const redisUrl = await services.redis(secrets);
  const labs = await services.labs();
  const contract: Launch = {
    databaseIsOurs: settings.databaseUrl === undefined,
    nodeEnv,
    mode,
    requireSecondFactor,
    host,
    port,
    publicUrl,
    timeZone,
    dataDir,
    databaseOwnerUrl: database.ownerUrl,
    databaseAppUrl: database.appUrl,
    databaseRunnerUrl: database.runnerUrl,
    databaseWorkerUrl: database.workerUrl,
    databasePublisherUrl: database.publisherUrl,
    redisUrl,
    runnerUrl: `http://127.0.0.1:${await freePort()}`,
    workerUrl: `http://127.0.0.1:${await freePort()}`,
    dockerHost: labs.dockerHost,
    labsUnavailableReason: labs.unavailableReason,
    body,
    s3,
    mail,
    secrets,
  };
  await announceServices(dataDir, contract);
  await migrate(contract, steps);
  await publishKeys(contract, steps);
  await publishContent(contract, steps);
  return contract;
}

/** Takes the data directory, until the end, and ends what a killed launcher left on it. @throws Error where another Ennead has it. */
export async function takeDataDir({ dataDir, publicUrl }: Settings, lifecycle: Lifecycle): Promise<void> {
  lifecycle.started('data directory', await holdDataDir(dataDir, publicUrl));
  await endLeftOvers(dataDir);
}

/** Brings the schema up to date and gives the role of each process its rights. */
export async function migrate(contract: Launch, steps: Steps): Promise<void> {
  const work = () => runApiCommand('migrate', ownerEnv(contract), contract.dataDir);
  const inputs = { places: [], also: programDigest('api', 'migrate') };
  await steps.run('Schema', async () => {
    const { result, before } = await onOurDatabaseOnce(contract, 'schema', inputs, work);
    return { value: undefined, mark: 'done', text: before ? 'up to date' : lastLine(result) };
  });
}

/** Makes the signing keys of a contract known to whoever verifies: at each start, whatever database it finds. */
export async function publishKeys(contract: Launch, steps: Steps): Promise<void> {
  await steps.run('Signing keys', async () => {
    const said = await runApiCommand('publish-keys', keysEnv(contract), contract.dataDir);
    return { value: undefined, mark: 'done', text: lastLine(said) };
  });
}

/** Brings the bank to what the files say. @throws Error naming file and line of each fault; the bank stays as it was */
async function publishContent(contract: Launch, steps: Steps): Promise<void> {
  const work = () => publishNow(contract);
  const inputs = { places: CONTENT, also: programDigest('api', 'publish-content') };
  await steps.run('Content', async () => {
    const { result } = await onOurDatabaseOnce(contract, 'content', inputs, work);
    return { value: undefined, mark: 'done', text: lastLine(result) };
  });
}

/** Publishes what the files say now. Returns what was printed. */
export const publishNow = (contract: ProcessContract): Promise<string> =>
  runApiCommand('publish-content', publisherEnv(contract), contract.dataDir, ROOT);

/**
 * Fills an empty database with the demo, and looks once a day whether its session is still open. The log-ins, or none
 * in production mode.
 */
export async function seedDemo(contract: Launch, steps: Steps): Promise<DemoAccount[]> {
  if (contract.mode === 'production') return [];
  const work = () => runApiCommand('seed-demo', ownerEnv(contract), contract.dataDir);
  const today = new Date().toISOString().slice(0, 10);
  return steps.run('Demo', async () => {
    const inputs = { places: CONTENT, also: `${programDigest('api', 'seed-demo')} ${today}` };
    const { result, before } = await onOurDatabaseOnce(contract, 'demo', inputs, work);
    const value = readDemoAccounts(result);
    return { value, mark: 'done', text: `${value.length} log-ins${before ? ', as before' : ''}` };
  });
}

/** What is done to our own database stays with the data directory; one that the user runs may change at any time. */
async function onOurDatabaseOnce(
  { dataDir, databaseIsOurs }: Launch,
  name: string,
  inputs: Inputs,
  work: () => Promise<string>,
): Promise<Done> {
  return databaseIsOurs ? unlessDone(dataDir, name, inputs, work) : { result: await work(), before: false };
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

import { parseArgs } from 'node:util';
import { CreateAdminInput } from '@ennead/contracts';
import { describeExit, freePort, nodeArgs, ownerEnv, ROOT, runToEnd, Steps } from '@ennead/provision';
import { askAdmin, type NewAdmin } from './ask-admin.ts';
import { type Launch, migrate, takeDataDir } from './bring-up.ts';
import { holderOf, type RunningServices } from './data-dir-lock.ts';
import { type Lifecycle, runCommand } from './lifecycle.ts';
import { SCRIPTS } from './paths.ts';
import { Services } from './services.ts';
import { readSettings, type Settings } from './settings.ts';

const steps = new Steps(process.stdout);

await runCommand(steps, async (lifecycle) => {
  const { values } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' }, locale: { type: 'string' } },
  });
  const settings = readSettings(process.env);
  const admin = readAdmin(await askAdmin(values));
  const contract = await contractFor(settings, lifecycle);
  const end = await runToEnd({
    command: process.execPath,
    args: nodeArgs(SCRIPTS.createAdmin),
    cwd: ROOT,
    env: ownerEnv(contract),
    input: JSON.stringify(admin),
    output: 'keep',
  });
  if (end.code !== 0)
    throw new Error(`No administrator was made (${describeExit(end)}):\n${end.output.trimEnd()}`);
  steps.say(end.stdout.trimEnd());
  return 0;
});

/** @throws Error naming what is wrong with the answers, before anything is started. */
function readAdmin(answers: NewAdmin): NewAdmin {
  const parsed = CreateAdminInput.safeParse(answers);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`No administrator was made:\n${faults.join('\n')}`);
}

/** The services of the Ennead that runs on this data directory, or the same ones started for this command alone. */
async function contractFor(settings: Settings, lifecycle: Lifecycle): Promise<Launch> {
  const services = new Services(settings, steps, lifecycle);
  const running = (await holderOf(settings.dataDir))?.services;
  if (!running) await takeDataDir(settings, lifecycle);
  const secrets = await services.secrets();
  const addresses = running ?? (await startServices(services));
  const contract: Launch = {
    databaseIsOurs: settings.databaseUrl === undefined,
    ...settings,
    ...addresses,
    nodeEnv: 'production',
    runnerUrl: `http://127.0.0.1:${await freePort()}`,
    secrets,
  };
  if (!running) await migrate(contract, steps);
  return contract;

  async function startServices(from: Services): Promise<RunningServices> {
    const urls = await from.database(secrets);
    return {
      databaseOwnerUrl: urls.ownerUrl,
      databaseAppUrl: urls.appUrl,
      databaseRunnerUrl: urls.runnerUrl,
      databasePublisherUrl: urls.publisherUrl,
      redisUrl: await from.redis(secrets),
    };
  }
}

import { freePort, type Steps } from '@ennead/provision';
import { type Launch, migrate, takeDataDir } from './bring-up.ts';
import { holderOf, type RunningServices } from './data-dir-lock.ts';
import type { Lifecycle } from './lifecycle.ts';
import { Services } from './services.ts';
import type { Settings } from './settings.ts';

/** The services of the Ennead that runs on this data directory, or the same ones started for one command alone. */
export async function reachServices(settings: Settings, steps: Steps, lifecycle: Lifecycle): Promise<Launch> {
  const services = new Services(settings, steps, lifecycle);
  const running = (await holderOf(settings.dataDir))?.services;
  if (!running) await takeDataDir(settings, lifecycle);
  const secrets = await services.secrets();
  const addresses = running ?? (await startServices());
  const contract: Launch = {
    databaseIsOurs: settings.databaseUrl === undefined,
    ...settings,
    ...addresses,
    nodeEnv: 'production',
    runnerUrl: `http://127.0.0.1:${await freePort()}`,
    workerUrl: `http://127.0.0.1:${await freePort()}`,
    secrets,
  };
  if (!running) await migrate(contract, steps);
  return contract;

  async function startServices(): Promise<RunningServices> {
    const urls = await services.database(secrets);
    return {
      databaseOwnerUrl: urls.ownerUrl,
      databaseAppUrl: urls.appUrl,
      databaseRunnerUrl: urls.runnerUrl,
      databaseWorkerUrl: urls.workerUrl,
      databasePublisherUrl: urls.publisherUrl,
      redisUrl: await services.redis(secrets),
    };
  }
}

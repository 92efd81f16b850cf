import path from 'node:path';
import {
  addProcessRoles,
  answers,
  createDatabase,
  databasePasswords,
  type DatabaseUrls,
  loadSecrets,
  provideBaseImage,
  type Secrets,
  type Service,
  startDocker,
  startPostgres,
  startRedis,
  type Steps,
} from '@ennead/provision';
import type { Lifecycle } from './lifecycle.ts';
import { LAB_BASE_DIR } from './paths.ts';
import type { Settings } from './settings.ts';

export interface Labs {
  readonly dockerHost?: string;
  readonly unavailableReason?: string;
}

/** Brings services up one after the other, shows each as a step and sees that each is ended. */
export class Services {
  constructor(
    private readonly settings: Pick<Settings, 'dataDir'> &
      Partial<
        Pick<
          Settings,
          | 'databaseUrl'
          | 'databaseAppUrl'
          | 'databaseRunnerUrl'
          | 'databaseWorkerUrl'
          | 'databasePublisherUrl'
          | 'redisUrl'
          | 'dockerHost'
        >
      >,
    private readonly steps: Steps,
    private readonly lifecycle: Lifecycle,
  ) {}

  async secrets(): Promise<Secrets> {
    return this.steps.run('Secrets', async () => {
      const value = await loadSecrets(this.settings.dataDir);
      return { value, mark: 'done', text: path.join(this.settings.dataDir, 'secrets.json') };
    });
  }

  /** The PostgreSQL that was named, or ours, with its roles and database. @throws Error where there is none. */
  async database(secrets: Secrets): Promise<DatabaseUrls> {
    const { databaseUrl, databaseAppUrl, databaseRunnerUrl, databaseWorkerUrl, databasePublisherUrl } =
      this.settings;
    if (!databaseUrl) {
      const adminUrl = await this.postgresAdmin(secrets);
      return createDatabase(adminUrl, databasePasswords(secrets));
    }
    return this.steps.run('PostgreSQL', async () => {
      if (!(await answers(databaseUrl)))
        throw new Error('The PostgreSQL of DATABASE_URL does not answer; start it or correct the address.');
      const given = {
        app: databaseAppUrl,
        runner: databaseRunnerUrl,
        worker: databaseWorkerUrl,
        publisher: databasePublisherUrl,
      };
      const value = await addProcessRoles(databaseUrl, given, databasePasswords(secrets));
      return { value, mark: 'done', text: `yours, at ${new URL(databaseUrl).host}` };
    });
  }

  /** A PostgreSQL of our own; the address of its superuser. @throws Error where it does not start. */
  async postgresAdmin(secrets: Secrets, onDisk = true): Promise<string> {
    const { dataDir } = this.settings;
    const { adminUrl } = await this.needed('PostgreSQL', (common) =>
      startPostgres({ ...common, dataDir, superPassword: secrets.pgSuperPassword, onDisk }),
    );
    return adminUrl;
  }

  /** @throws Error where there is no Redis and none can be had. */
  async redis(secrets: Secrets): Promise<string> {
    const { dataDir, redisUrl } = this.settings;
    const { url } = await this.needed('Redis', (common) =>
      startRedis({ ...common, dataDir, password: secrets.redisPassword, url: redisUrl }),
    );
    return url;
  }

  /** Docker with the labs' base image; without either, why there are no labs. */
  async labs(): Promise<Labs> {
    const { dataDir, dockerHost: host } = this.settings;
    const docker = await this.wished(
      'Docker',
      (common) => startDocker({ ...common, dataDir, host }),
      (d) => d.host,
    );
    if (docker.status === 'unavailable') return { unavailableReason: docker.reason };
    const image = await this.wished(
      'Lab base image',
      ({ note }) => provideBaseImage({ dockerHost: docker.host, sourceDir: LAB_BASE_DIR, note }),
      ({ tag, origin }) => `${tag}, ${origin}`,
    );
    return image.status === 'ready' ? { dockerHost: docker.host } : { unavailableReason: image.reason };
  }

  private async needed<T extends { url: string } | { adminUrl: string }>(
    name: string,
    start: (common: Common) => Promise<Service<T>>,
  ) {
    const where = (details: T) => new URL('url' in details ? details.url : details.adminUrl).host;
    const service = await this.wished(name, start, where);
    if (service.status === 'unavailable') throw new Error('Ennead cannot do without it.');
    return service;
  }

  private async wished<T extends object>(
    name: string,
    start: (common: Common) => Promise<Service<T>>,
    describe: (details: T) => string,
  ): Promise<Service<T>> {
    return this.steps.run<Service<T>>(name, async (note) => {
      const value = await start({ note, onRestart: (what) => this.steps.say(`! ${what}`) });
      if (value.status === 'unavailable') return { value, mark: 'without', text: value.reason };
      this.lifecycle.started(name, () => value.stop());
      return { value, mark: 'done', text: `${value.started ? 'started, ' : ''}${describe(value)}` };
    });
  }
}

interface Common {
  readonly note: (text: string) => void;
  readonly onRestart: (what: string) => void;
}

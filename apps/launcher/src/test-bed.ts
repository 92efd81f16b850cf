import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Steps } from '@ennead/provision';
import type { Lifecycle } from './lifecycle.ts';
import { Services } from './services.ts';

/** Environment that the specs and the bench find their real services by. */
export type TestBed = Readonly<Record<string, string>>;

/**
 * PostgreSQL and Redis of their own in a new data directory that is deleted in the end, Docker and the labs' base
 * image where they can be had. Only who measures or kills needs data that are `onDisk`. @throws Error where PostgreSQL or Redis cannot.
 */
export async function provideTestBed(
  steps: Steps,
  lifecycle: Lifecycle,
  { onDisk }: { readonly onDisk: boolean },
): Promise<TestBed> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'ennead-test-'));
  // PostgreSQL runs as a user of its own, who must pass through.
  await chmod(dataDir, 0o711);
  lifecycle.started('data directory', () => rm(dataDir, { recursive: true, force: true }));
  const services = new Services(
    { dataDir, dockerHost: process.env['DOCKER_HOST'] || undefined },
    steps,
    lifecycle,
  );
  const secrets = await services.secrets();
  const adminUrl = await services.postgresAdmin(secrets, onDisk);
  const redisUrl = await services.redis(secrets);
  const labs = await services.labs();
  return {
    TEST_DATABASE_ADMIN_URL: adminUrl,
    TEST_REDIS_URL: redisUrl,
    TEST_DATA_DIR: dataDir,
    ...(labs.dockerHost ? { DOCKER_HOST: labs.dockerHost } : {}),
    ...(labs.unavailableReason ? { LABS_UNAVAILABLE_REASON: labs.unavailableReason } : {}),
  };
}

import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings } from '../../src/settings.ts';
import { testEnvironment } from './test-environment.ts';

/** Specs that run at once must not take each other's jobs: each Jest worker has a Redis database of its own. */
const ownRedis = (url: string): string => {
  const own = new URL(url);
  own.pathname = `/${(Number(process.env.JEST_WORKER_ID ?? 1) % 14) + 1}`;
  return own.href;
};

/** Settings of a server for specs, as environment variables: for one in this process or in one of its own. */
export const testVariables = (databaseUrl: string, port = 0): Record<string, string> => {
  const { TEST_REDIS_URL, TEST_DATA_DIR } = testEnvironment();
  mkdirSync(TEST_DATA_DIR, { recursive: true });
  return {
    NODE_ENV: 'test',
    ENNEAD_MODE: 'demo',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    REDIS_URL: ownRedis(TEST_REDIS_URL),
    ENNEAD_DATA_DIR: mkdtempSync(join(TEST_DATA_DIR, 'data-')),
    SESSION_SECRET: 'a session secret that only specs use',
    CSRF_SECRET: 'a token secret that nothing but specs use',
    SEALING_SECRET: 'a sealing secret that nothing but specs use',
    RUNNER_TOKEN: 'a runner token that nothing but specs use',
    RATE_LIMIT_FACTOR: '1000',
    REQUIRE_SECOND_FACTOR: 'no',
  };
};

export const testSettings = (databaseUrl: string, overrides: Record<string, string> = {}): Settings =>
  readSettings({ ...testVariables(databaseUrl), ...overrides });

import { PrivateKeySetting } from '@ennead/contracts/internal';
import { readEnvironment } from '@ennead/process';
import { z } from 'zod';

const Settings = z.object({
  DATABASE_URL: z.string().min(1),
  REDIS_URL: z.string().min(1),
  DOCKER_HOST: z.string().optional(),
  RUNNER_URL: z.url().default('http://127.0.0.1:3100'),
  RUNNER_TOKEN: z.string().min(32),
  VERDICT_SIGNING_KEY: PrivateKeySetting,
  ENNEAD_DATA_DIR: z.string().min(1),
  /** Why this machine can hold no labs, found out by whoever started this process. */
  LABS_UNAVAILABLE_REASON: z.string().optional(),
  /** Machines kept ready for candidates, a lab. */
  RUNNER_WARM_MACHINES: z.coerce.number().int().min(0).max(50).default(2),
});

export type Settings = z.infer<typeof Settings>;

export const SETTINGS = Symbol('Settings');

/** @throws Error naming every variable that is missing or malformed. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings =>
  readEnvironment(Settings, environment);

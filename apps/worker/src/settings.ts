import { readEnvironment } from '@ennead/process';
import { z } from 'zod';

const Settings = z.object({
  DATABASE_URL: z.string().min(1),
  /** Where this process says how it is. */
  WORKER_URL: z.url().default('http://127.0.0.1:3200'),
});

export type Settings = z.infer<typeof Settings>;

/** @throws Error naming every variable that is missing or malformed. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings =>
  readEnvironment(Settings, environment);

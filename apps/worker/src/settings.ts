import { mailVariables, refuseHalfAPost, zoneVariables } from '@ennead/contracts/internal';
import { readEnvironment } from '@ennead/process';
import { z } from 'zod';

const Settings = z
  .object({
    DATABASE_URL: z.string().min(1),
    /** Where the platform is, as people open it: letters say so. */
    PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
    ...mailVariables,
    ...zoneVariables,
    /** Where this process says how it is. */
    WORKER_URL: z.url().default('http://127.0.0.1:3200'),
  })
  .superRefine(refuseHalfAPost);

export type Settings = z.infer<typeof Settings>;

/** @throws Error naming every variable that is missing or malformed. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings =>
  readEnvironment(Settings, environment);

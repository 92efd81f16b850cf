import { bodyVariables, refuseHalfABucket, s3Variables, zoneVariables } from '@ennead/contracts/internal';
import { readEnvironment } from '@ennead/process';
import { z } from 'zod';

const Settings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
    ENNEAD_MODE: z.enum(['demo', 'production']).default('demo'),
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
    DATABASE_URL: z.string().min(1),
    REDIS_URL: z.string().min(1),
    ENNEAD_DATA_DIR: z.string().min(1),
    SESSION_SECRET: z.string().min(32),
    CSRF_SECRET: z.string().min(32),
    /** Seals what the database keeps and may not tell. */
    SEALING_SECRET: z.string().min(32),
    /** Whether certifiers and administrators must log in with a second factor; by default in production. */
    REQUIRE_SECOND_FACTOR: z.enum(['yes', 'no']).optional(),
    RUNNER_URL: z.url().optional(),
    RUNNER_TOKEN: z.string().min(32).optional(),
    LABS_UNAVAILABLE_REASON: z.string().optional(),
    /** The folder of the built web; without it the server serves none. */
    WEB_DIR: z.string().optional(),
    /** Seconds for which a server that was told to end serves on, not ready any more, so that a balancer sees it. */
    DRAIN_SEC: z.coerce.number().min(0).max(600).default(0),
    /** Multiplies every rate limit: load tests drive many people from one address. */
    RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
    ...zoneVariables,
    ...bodyVariables,
    ...s3Variables,
  })
  .superRefine(refuseHalfABucket);

export type Settings = z.infer<typeof Settings>;

export const requiresSecondFactor = ({ REQUIRE_SECOND_FACTOR, ENNEAD_MODE }: Settings): boolean =>
  REQUIRE_SECOND_FACTOR === undefined ? ENNEAD_MODE === 'production' : REQUIRE_SECOND_FACTOR === 'yes';

export const SETTINGS = Symbol('Settings');

/** @throws Error naming every variable that is missing or malformed. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings =>
  readEnvironment(Settings, environment);

import path from 'node:path';
import { z } from 'zod';
import {
  mailEnvironment,
  mailVariables,
  zoneVariables,
  refuseHalfAPost,
  bodyEnvironment,
  bodyVariables,
  refuseHalfABucket,
  s3Environment,
  s3Variables,
} from '@ennead/contracts/internal';
import { ROOT } from '@ennead/provision';

const EVERY_ADDRESS = new Set(['0.0.0.0', '::', '']);

const Settings = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_APP_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_RUNNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_WORKER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    DATABASE_PUBLISHER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
    DOCKER_HOST: z.string().optional(),
    ENNEAD_DATA_DIR: z.string().default('.data'),
    ENNEAD_MODE: z.enum(['demo', 'production']).default('demo'),
    ...bodyVariables,
    REQUIRE_SECOND_FACTOR: z.enum(['yes', 'no']).optional(),
    ...s3Variables,
    ...mailVariables,
    ...zoneVariables,
  })
  .superRefine(refuseHalfABucket)
  .superRefine(refuseHalfAPost)
  .superRefine((s, context) => {
    if (s.DATABASE_URL) return;
    for (const name of [
      'DATABASE_APP_URL',
      'DATABASE_RUNNER_URL',
      'DATABASE_WORKER_URL',
      'DATABASE_PUBLISHER_URL',
    ] as const)
      if (s[name])
        context.addIssue({
          code: 'custom',
          path: [name],
          message: 'is of use only together with DATABASE_URL',
        });
  })
  .transform((s) => ({
    host: s.HOST,
    port: s.PORT,
    publicUrl: (
      s.PUBLIC_URL ?? `http://${EVERY_ADDRESS.has(s.HOST) ? '127.0.0.1' : bracketed(s.HOST)}:${s.PORT}`
    ).replace(/\/+$/, ''),
    databaseUrl: s.DATABASE_URL,
    databaseAppUrl: s.DATABASE_APP_URL,
    databaseRunnerUrl: s.DATABASE_RUNNER_URL,
    databaseWorkerUrl: s.DATABASE_WORKER_URL,
    databasePublisherUrl: s.DATABASE_PUBLISHER_URL,
    redisUrl: s.REDIS_URL,
    dockerHost: s.DOCKER_HOST,
    dataDir: path.resolve(ROOT, s.ENNEAD_DATA_DIR),
    mode: s.ENNEAD_MODE,
    body: bodyEnvironment(s),
    requireSecondFactor: s.REQUIRE_SECOND_FACTOR,
    timeZone: s.TIME_ZONE,
    s3: s3Environment(s),
    mail: mailEnvironment(s),
  }));

/** What the person who starts Ennead may choose. */
export type Settings = z.infer<typeof Settings>;

/**
 * Reads the settings from the environment; an empty variable counts as unset.
 * @throws Error naming every variable that is malformed.
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are not as they should be:\n${faults.join('\n')}`);
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

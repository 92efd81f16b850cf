import { z } from 'zod';

const Settings = z.object({
  DATABASE_URL: z.string().min(1),
  /** Where this process says how it is. */
  WORKER_URL: z.url().default('http://127.0.0.1:3200'),
});

/** Everything the process is told from outside. Parsed once, here; nobody else reads the environment. */
export type Settings = z.infer<typeof Settings>;

/** @throws Error naming every variable that is missing or malformed. */
export const readSettings = (environment: NodeJS.ProcessEnv): Settings => {
  const parsed = Settings.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is incomplete:\n  ${faults.join('\n  ')}`);
};

import type { z } from 'zod';

/**
 * Everything a process is told from outside, read once where it starts; nobody else reads the environment.
 *
 * @throws Error naming every variable that is missing or malformed
 */
export const readEnvironment = <T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T => {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is incomplete:\n  ${faults.join('\n  ')}`);
};

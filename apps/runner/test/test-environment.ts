import { z } from 'zod';

const TestEnvironment = z.object({
  TEST_DATABASE_ADMIN_URL: z.string().min(1),
  TEST_REDIS_URL: z.string().min(1),
  TEST_DATA_DIR: z.string().min(1),
  DOCKER_HOST: z.string().optional(),
  JEST_WORKER_ID: z.coerce.number().default(1),
});

/** The real services that `npm test` provides to the specs. */
export const testEnvironment = () => TestEnvironment.parse(process.env);

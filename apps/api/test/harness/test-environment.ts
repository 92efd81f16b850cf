import { z } from 'zod';

const TestEnvironment = z.object({
  TEST_DATABASE_ADMIN_URL: z.string().min(1),
  TEST_REDIS_URL: z.string().min(1),
  TEST_DATA_DIR: z.string().min(1),
  CHROMIUM_PATH: z.string().optional(),
  DOCKER_HOST: z.string().optional(),
  LABS_UNAVAILABLE_REASON: z.string().optional(),
});

/** The real services that `npm test` provides to the specs. */
export const testEnvironment = () => TestEnvironment.parse(process.env);

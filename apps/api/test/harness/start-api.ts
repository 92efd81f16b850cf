import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { makeDataSource } from '@ennead/persistence';
import type { Content } from '@ennead/content';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.ts';
import { readContent } from '../../src/infrastructure/content.ts';
import { createTestDatabase } from './create-database.ts';
import { testSettings } from './test-settings.ts';

export type TestApi = {
  /** `http://127.0.0.1:<port>`, for supertest and browsers. */
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly content: Content;
  /** Connected as the owner, so that a spec can look at (and prepare) everything. */
  readonly db: DataSource;
  /** What the application itself connects with. */
  readonly appDatabaseUrl: string;
  close(): Promise<void>;
};

/** The whole server on a database of its own, listening on a free port. */
export const startApi = async (overrides: Record<string, string> = {}): Promise<TestApi> => {
  const database = await createTestDatabase();
  const content = await readContent();
  const app = await createApp(testSettings(database.appUrl, overrides), content);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const db = await makeDataSource(database.ownerUrl, 3).initialize();
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    content,
    db,
    appDatabaseUrl: database.appUrl,
    close: async () => {
      await app.close();
      await db.destroy();
      await database.drop();
    },
  };
};

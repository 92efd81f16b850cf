import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ContentBank, makeDataSource } from '@ennead/persistence';
import type { Content } from '@ennead/content';
import { loadFolder, type TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.ts';
import { createTestDatabase } from './create-database.ts';
import { startWork, type Work } from './start-work.ts';
import { testSettings } from './test-settings.ts';

export type TestApi = {
  /** `http://127.0.0.1:<port>`, for supertest and browsers. */
  readonly url: string;
  readonly app: NestExpressApplication;
  /** What the files say that were published: read when a spec asks first. */
  content(): Promise<Content>;
  /** Connected as the owner, so that a spec can look at (and prepare) everything. */
  readonly db: DataSource;
  /** The owner's view of what was published, secrets included. */
  readonly bank: ContentBank;
  readonly database: TestDatabase;
  readonly work: Work;
  close(): Promise<void>;
};

/** The whole server on a database of its own, listening on a free port; with this repository's content unless a folder is named. */
export const startApi = async (overrides: Record<string, string> = {}, root?: string): Promise<TestApi> => {
  const database = await createTestDatabase(root);
  const app = await createApp(testSettings(database.appUrl, overrides));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const db = await makeDataSource(database.ownerUrl, 3).initialize();
  const work = await startWork(database.workerUrl);
  let content: Promise<Content> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    app,
    content: () => (content ??= loadFolder(root)),
    db,
    bank: new ContentBank(db),
    database,
    work,
    close: async () => {
      await app.close();
      await work.close();
      await db.destroy();
      await database.drop();
    },
  };
};

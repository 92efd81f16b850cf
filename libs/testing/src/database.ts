import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadContent, publicationOf } from '@ennead/content';
import type { Publication } from '@ennead/contracts/internal';
import { applyGrants, makeDataSource, publish, publishKeys, type PublicationPlan } from '@ennead/persistence';
import { createDatabase, databaseNames, type DatabaseUrls, dropDatabase, ROOT } from '@ennead/provision';
import { makeKey, publicHalf } from '@ennead/signing';

export type TestDatabase = DatabaseUrls & {
  readonly drop: () => Promise<void>;
  /** As publishing does at start: by the publisher's own role. */
  readonly publish: (publication: Publication) => Promise<PublicationPlan>;
};

/** What the nonces of keys and secrets are made of in specs. */
export const testContentSecret = 'a content secret that nothing but specs use';

/** What lab hosts sign verdicts with in specs; its public half is known to every database made here. */
export const testVerdictKey = await makeKey();

const passwords = { owner: 'owner', app: 'app', runner: 'runner', worker: 'worker', publisher: 'publisher' };

/** A migrated database of the spec's own, with the roles of production and their rights. */
export const makeTestDatabase = async (adminUrl: string): Promise<TestDatabase> => {
  const names = databaseNames(`ennead_test_${randomBytes(6).toString('hex')}`);
  const urls = await createDatabase(adminUrl, passwords, names);
  const owner = await makeDataSource(urls.ownerUrl, 1).initialize();
  await owner.runMigrations();
  await applyGrants(owner, names);
  await publishKeys(owner.manager, [{ purpose: 'verdict', key: publicHalf(testVerdictKey) }]);
  await owner.destroy();
  return {
    ...urls,
    drop: () => dropDatabase(adminUrl, names),
    publish: async (publication) => {
      const publisher = await makeDataSource(urls.publisherUrl, 1).initialize();
      return publish(publisher, publication).finally(() => publisher.destroy());
    },
  };
};

/** The content of a folder with question-bank/ and labs/; of this repository, unless another is named. */
export const loadFolder = (root = ROOT) =>
  loadContent({ questionBankDir: join(root, 'question-bank'), labsDir: join(root, 'labs') });

/** The same as a publication. */
export const readPublication = async (root?: string): Promise<Publication> =>
  publicationOf(await loadFolder(root), testContentSecret);

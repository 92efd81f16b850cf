import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { loadContent, publicationOf } from '@ennead/content';
import type { PrivateKey, Publication } from '@ennead/contracts/internal';
import { applyGrants, makeDataSource, publish, publishKeys, type PublicationPlan } from '@ennead/persistence';
import {
  copyDatabase,
  createDatabase,
  databaseNames,
  type DatabaseNames,
  type DatabaseUrls,
  dropDatabase,
  provideTemplate,
  ROOT,
} from '@ennead/provision';
import { publicHalf } from '@ennead/signing';

export type TestDatabase = DatabaseUrls & {
  readonly drop: () => Promise<void>;
  /** As publishing does at start: by the publisher's own role. */
  readonly publish: (publication: Publication) => Promise<PublicationPlan>;
};

/** What the nonces of keys and secrets are made of in specs. */
export const testContentSecret = 'a content secret that nothing but specs use';

/**
 * What lab hosts sign verdicts with in specs; its public half is known to every database made here. It is the key that RFC
 * 8037 prints (appendix A), so that nobody takes it for a secret.
 */
export const testVerdictKey: PrivateKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
};

const passwords = { owner: 'owner', app: 'app', runner: 'runner', worker: 'worker', publisher: 'publisher' };
/** Every database of a spec is a copy of one of these two, and of the same roles. */
const migrated = databaseNames('ennead_test');
const published = { ...migrated, database: 'ennead_test_published' };

const provideMigrated = (adminUrl: string): Promise<void> =>
  provideTemplate(adminUrl, migrated, async (names) => {
    const { ownerUrl } = await createDatabase(adminUrl, passwords, names);
    const owner = await makeDataSource(ownerUrl, 1).initialize();
    await owner.runMigrations();
    await applyGrants(owner, names);
    await publishKeys(owner.manager, [{ purpose: 'verdict', key: publicHalf(testVerdictKey) }]);
    await owner.destroy();
  });

const providePublished = (adminUrl: string): Promise<void> =>
  provideTemplate(adminUrl, published, async (names) => {
    await provideMigrated(adminUrl);
    const { publisherUrl } = await copyDatabase(adminUrl, passwords, names, migrated.database);
    await publishInto(publisherUrl, await readPublication());
  });

/** A migrated database of the spec's own, with the roles of production and their rights. */
export const makeTestDatabase = async (adminUrl: string): Promise<TestDatabase> => {
  await provideMigrated(adminUrl);
  return ownCopy(adminUrl, migrated);
};

/** The same with this repository's content in its bank. */
export const makePublishedDatabase = async (adminUrl: string): Promise<TestDatabase> => {
  await providePublished(adminUrl);
  return ownCopy(adminUrl, published);
};

const ownCopy = async (adminUrl: string, of: DatabaseNames): Promise<TestDatabase> => {
  const database = `ennead_test_${randomBytes(6).toString('hex')}`;
  const urls = await copyDatabase(adminUrl, passwords, { ...of, database }, of.database);
  return {
    ...urls,
    drop: () => dropDatabase(adminUrl, database),
    publish: (publication) => publishInto(urls.publisherUrl, publication),
  };
};

const publishInto = async (publisherUrl: string, publication: Publication): Promise<PublicationPlan> => {
  const publisher = await makeDataSource(publisherUrl, 1).initialize();
  return publish(publisher, publication).finally(() => publisher.destroy());
};

/** The content of a folder with question-bank/ and labs/; of this repository, unless another is named. */
export const loadFolder = (root = ROOT) =>
  loadContent({ questionBankDir: join(root, 'question-bank'), labsDir: join(root, 'labs') });

/** The same as a publication. */
export const readPublication = async (root?: string): Promise<Publication> =>
  publicationOf(await loadFolder(root), testContentSecret);

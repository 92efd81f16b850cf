import { mkdtemp, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { ArtefactView, ExamSessionView, PortfolioView } from '@ennead/contracts';
import { Cohort, type Entry, type Person } from '@ennead/persistence';
import type { S3Double } from '@ennead/testing/s3-double';
import { setTrainersOf } from '../src/modules/cohorts/trainers-of.ts';
import { enrol, partPath } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs, type PersonOptions } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { testEnvironment } from './harness/test-environment.ts';

export type PortfolioApi = TestApi & { readonly dataDir: string; readonly bucket?: S3Double };

/** A server whose files the spec can look at: in its data folder, or in a bucket. */
export const startPortfolioApi = async (bucket?: S3Double): Promise<PortfolioApi> => {
  const dataDir = await mkdtemp(join(testEnvironment().TEST_DATA_DIR, 'portfolios-'));
  return { ...(await startApi({ ENNEAD_DATA_DIR: dataDir, ...bucket?.environment })), dataDir, bucket };
};

export type Author = {
  readonly client: Client;
  readonly person: Person;
  readonly entry: Entry;
  readonly session: ExamSessionView;
  readonly portfolio: PortfolioView;
  /** What follows when it is submitted. */
  readonly settle: () => Promise<void>;
};

export const viewOf = async ({
  client,
  entry,
  session,
}: Pick<Author, 'client' | 'entry' | 'session'>): Promise<PortfolioView> =>
  (await client.get(partPath(entry, session, 'portfolio')).expect(200)).body as PortfolioView;

/** A candidate with an empty draft; in a cohort of these trainers and this institution, if any are named. */
export const anAuthor = async (
  api: TestApi,
  session: ExamSessionView,
  options: PersonOptions & { trainerIds?: string[] } = {},
): Promise<Author> => {
  const { trainerIds, ...personOptions } = options;
  const { client, person } = await logInAs(api, personOptions);
  const entry = await enrol(api.db, person, session);
  if (trainerIds) {
    const institutionId = personOptions.institutionId ?? (await anInstitution(api.db)).id;
    const cohort = await api.db.manager.save(
      api.db.manager.create(Cohort, {
        institutionId,
        name: `Cohort of ${person.id}`,
        examSessionId: session.id,
        createdBy: person.id,
      }),
    );
    await setTrainersOf(api.db.manager, cohort.id, trainerIds);
    await api.db.query('UPDATE entry SET cohort_id = $1 WHERE id = $2', [cohort.id, entry.id]);
  }
  const portfolio = await viewOf({ client, entry, session });
  return { client, person, entry, session, portfolio, settle: api.work.settle };
};

/** Uploads one file; the answer is left to the spec. */
export const upload = (
  author: Pick<Author, 'client' | 'portfolio'>,
  name: string,
  content: Buffer | string,
) =>
  author.client
    .upload(`/api/portfolios/${author.portfolio.id}/files`)
    .attach('file', Buffer.from(content), { filename: name });

/** What the whole draft says when every competency is claimed. */
export const aDraft = ({ updatedAt, competencies }: PortfolioView, artefactIds: string[] = []) => ({
  updatedAt,
  claims: competencies.map(({ id }) => ({ competency: id, text: `What I did for ${id}.`, artefactIds })),
  experience: { years: 1, text: 'A year in a small team.' },
});

/** Fills a draft and submits it, with what follows. */
export const submitPortfolio = async (author: Author, text?: string): Promise<PortfolioView> => {
  const { client, portfolio } = author;
  const added = await upload(author, `${author.person.name} report.md`, '# Report\n').expect(201);
  const draft = aDraft(portfolio, [(added.body as ArtefactView).id]);
  if (text) draft.claims[0]!.text = text;
  await client.put(`/api/portfolios/${portfolio.id}/draft`, draft).expect(200);
  await client.post(`/api/portfolios/${portfolio.id}/submit`).expect(200);
  await author.settle();
  return viewOf(author);
};

/** The place of every file that is stored, below the files folder or in the bucket; and of what waits to be kept. */
export const storedPlaces = async ({ dataDir, bucket }: PortfolioApi): Promise<string[]> => {
  const root = join(dataDir, 'files');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const local = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return [...local, ...((await bucket?.keys()) ?? [])];
};

export const placeOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256}`;

/** The local file in which a content is stored. */
export const storedFile = ({ dataDir, bucket }: PortfolioApi, sha256: string): string =>
  bucket?.fileOf(placeOf(sha256)) ?? join(dataDir, 'files', placeOf(sha256));

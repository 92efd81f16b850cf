import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DecisionView, EvidenceView, ExamSessionView, LabSessionView } from '@ennead/contracts';
import { publicationOf } from '@ennead/content';
import { LabSession, type Person } from '@ennead/persistence';
import { ROOT } from '@ennead/provision';
import { loadFolder, readPublication, testContentSecret } from '@ennead/testing/database';
import { createApp } from '../src/create-app.ts';
import { aWindow, openSession } from './attempts-harness.ts';
import { aScoredCase, grant, type ScoredCase } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { testSettings } from './harness/test-settings.ts';
import { readPdf } from './pdf-text.ts';

let api: TestApi;
let session: ExamSessionView;
let decided: ScoredCase;
let certifier: Person;
let labSessionId: string;
let number: string;
let folder: string;

beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  decided = await aScoredCase(api, session, { name: '林悦' });
  certifier = await aPerson(api.db, { roles: ['certifier'] });
  const client = await as(api.url, certifier);
  const { body } = await client.post(`/api/entries/${decided.entry.id}/decision`, grant).expect(201);
  number = (body as DecisionView).credential!.number;
  const lab = await api.db.manager.findOneByOrFail(LabSession, { entryId: decided.entry.id });
  labSessionId = lab.id;
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  for (const part of ['question-bank', 'labs'])
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await api?.close();
});

const as = async (url: string, { email }: Person): Promise<Client> => {
  const client = new Client(url);
  await client.logIn(email, PASSWORD);
  return client;
};

/** All that a decided case says to anybody, as a server says it that has just started and remembers nothing. */
const whatIsSaid = async () => {
  const app: NestExpressApplication = await createApp(testSettings(api.database.appUrl));
  await app.listen(0, '127.0.0.1');
  try {
    const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const { id } = decided.entry;
    const [judge, candidate] = [await as(url, certifier), await as(url, decided.candidate)];
    const read = async (client: Client, path: string) => (await client.get(path).expect(200)).body as object;
    const pdf = await candidate.get(`/api/credentials/${number}/certificate.pdf`).buffer(true).expect(200);
    return withoutTime({
      evidence: (await read(judge, `/api/entries/${id}/evidence`)) as EvidenceView,
      result: await read(candidate, `/api/entries/${id}/result`),
      home: await read(candidate, '/api/entries/mine'),
      lab: (await read(candidate, `/api/lab-sessions/${labSessionId}`)) as LabSessionView,
      verify: await read(candidate, `/api/verify/${number}`),
      certificate: await readPdf(pdf.body as Buffer),
    });
  } finally {
    await app.close();
  }
};

/** Looking itself stands on the trail, from the second time on. */
const isLook = (one: unknown): boolean => (one as { action?: string } | null)?.action === 'evidence.viewed';

const withoutTime = <T>(said: T): T =>
  JSON.parse(
    JSON.stringify(said, (key, value: unknown) => {
      if (key === 'serverNow') return undefined;
      return Array.isArray(value) ? value.filter((one) => !isLook(one)) : value;
    }),
  ) as T;

/** Writes every text of every file of these folders anew. */
const editAll = async (...places: string[]): Promise<number> => {
  let edited = 0;
  for (const place of places) {
    const entries = await readdir(join(folder, place), { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of entries.filter((entry) => entry.isFile())) {
      const path = join(parentPath, name);
      const text = await readFile(path, 'utf8');
      const other = path.endsWith('.yaml')
        ? text.replace(/^(\s*-?\s*(?:zh-CN|en): )(["']?)(?![>|])/gm, '$1$2EDITED ')
        : `${text}\n`;
      if (other !== text) edited += 1;
      await writeFile(path, other);
    }
  }
  return edited;
};

describe('a decided case', () => {
  it('says the same after every file was edited, and after every file was deleted', async () => {
    const before = await whatIsSaid();
    expect(before.evidence.evidence?.faults).toEqual([]);
    const everything = ['question-bank', 'labs/application-engineer'];
    expect(await editAll(...everything)).toBeGreaterThan(20);
    const edits = await api.database.publish(await readPublication(folder));
    const kinds = new Set(edits.added.map(({ kind }) => kind));
    for (const kind of ['standard', 'scheme', 'blueprint', 'rubric', 'lab', 'question', 'key'] as const)
      expect(kinds).toContain(kind);
    expect(await whatIsSaid()).toEqual(before);

    const content = await loadFolder(folder);
    const { standard } = content;
    const roles = standard.roles.filter(({ code }) => code !== session.role);
    const nothing = new Map<string, never>();
    const deleted = {
      ...content,
      standard: { ...standard, roles },
      schemes: [],
      items: nothing,
      blueprints: nothing,
      rubrics: nothing,
      labs: nothing,
    };
    const deletions = await api.database.publish(publicationOf(deleted, testContentSecret));
    expect(deletions.retired.length).toBeGreaterThan(100);
    expect(await whatIsSaid()).toEqual(before);
  }, 120_000);

  it('offers nothing of what is gone to new sessions', async () => {
    const administrator = await as(api.url, await aPerson(api.db, { roles: ['administrator'] }));
    const { body } = await administrator.post('/api/sessions', aWindow()).expect(409);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['scheme', 'blueprint', 'lab', 'rubric']),
    );
    expect((await administrator.get('/api/schemes').expect(200)).body).toEqual({
      schemes: [],
      inForce: null,
    });
  });
});

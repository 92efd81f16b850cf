import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage, CohortSummary, ExamSessionView, TrailView } from '@ennead/contracts';
import { Credential, type Person } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, anInstitution, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let administrator: Client;
let certifier: Client;
let candidate: Person;
let entryId: string;
let enrolmentId: string;
let number: string;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'], name: 'Wen Shu' }));
  const scored = await aScoredCase(api, session, { name: 'Zhou Yu’an' });
  ({ candidate } = scored);
  ({ id: entryId, enrolmentId } = scored.entry);
  await certifier.post(`/api/entries/${entryId}/decision`, grant).expect(201);
  ({ number } = await api.db.manager.findOneByOrFail(Credential, { enrolmentId }));
});
afterAll(() => api?.close());

const pageOf = async (query: string | Record<string, string>) =>
  (await administrator.get(`/api/audit?${new URLSearchParams(query).toString()}`).expect(200))
    .body as AuditPage;
const actionsOf = ({ events }: AuditPage) => events.map(({ action }) => action);

describe('the trail of an entry', () => {
  it('names who did what, in order, for certifiers and administrators', async () => {
    const { client: other } = await logInAs(api, { roles: ['certifier'] });
    const recorded = 'score-run.recorded';
    const steps = [
      { action: 'enrolment.made' },
      { action: 'entry.made' },
      ...['attempt.scored', recorded, recorded, 'portfolio.scored', recorded].map((action) => ({ action })),
      { action: 'decision.made', actor: { name: 'Wen Shu' }, detail: { outcome: 'grant', grade: 2 } },
      { action: 'entry.decided', actor: { name: 'Wen Shu' } },
      { action: 'credential.issued', actor: { name: 'Wen Shu' }, subject: { certificate: number } },
    ];
    for (const client of [administrator, other]) {
      const view = (await client.get(`/api/entries/${entryId}/trail`).expect(200)).body as TrailView;
      expect(view.events.filter(({ action }) => action !== 'trail.viewed')).toMatchObject(steps);
      expect(view.case).toMatchObject({
        entryId,
        subject: { person: { name: 'Zhou Yu’an' }, level: 'junior', certificate: number, number: 1 },
      });
    }
    const { client: outsider } = await logInAs(api);
    await outsider.get(`/api/entries/${entryId}/trail`).expect(403);
    await administrator.get(`/api/entries/${session.id}/trail`).expect(404);
  });

  it('is not for a certifier who trained or assessed, nor is what it leads to', async () => {
    const { entry, assessors } = await aScoredCase(api, session);
    const involved = await logInAgain(assessors[0]);
    for (const what of ['trail', 'record'])
      await involved.get(`/api/entries/${entry.id}/${what}`).expect(403);
  });
});

const logInAgain = async (person: Person): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(person.email, PASSWORD);
  return client;
};

describe('the whole audit trail', () => {
  it('is the administrator’s, latest first, by action and by person', async () => {
    const { events } = await pageOf('');
    expect(events.map(({ at }) => at)).toEqual(
      events
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    const issued = await pageOf('action=credential.issued');
    expect(issued.events).toMatchObject([{ entryId, actor: { name: 'Wen Shu' } }]);
    const byName = await pageOf('actor=wen%20shu');
    expect(new Set(byName.events.map(({ actor }) => actor?.name))).toEqual(new Set(['Wen Shu']));
    expect((await pageOf('actor=%25')).events).toEqual([]);
    await certifier.get('/api/audit').expect(403);
    await administrator.get('/api/audit?cursor=zero').expect(400);
  });

  it('is searched by whom it was done to, by name and by address, with what they did themselves', async () => {
    const byName = await pageOf({ about: 'zhou yu' });
    expect(actionsOf(byName)).toEqual(
      expect.arrayContaining(['decision.made', 'entry.made', 'credential.issued']),
    );
    expect(byName.cases).toMatchObject([{ entryId, subject: { person: { name: 'Zhou Yu’an' } } }]);
    expect(actionsOf(await pageOf({ about: candidate.email.toUpperCase() }))).toEqual(actionsOf(byName));
    expect(actionsOf(await pageOf({ about: candidate.id }))).toEqual(actionsOf(byName));
    const { client, person } = await logInAs(api, { name: 'Lin Qiao' });
    await client.put('/api/auth/locale', { locale: 'zh-CN' });
    expect(actionsOf(await pageOf({ about: person.email }))).toEqual(['person.logged-in']);
    expect((await pageOf({ about: 'nobody@example.org' })).events).toEqual([]);
  });

  it('is searched by the number of a certificate as people type it, and says when it has a slip', async () => {
    const typed = number.toLowerCase().replaceAll('-', ' ');
    const page = await pageOf({ about: typed });
    expect(page.cases).toMatchObject([{ entryId, subject: { certificate: number } }]);
    expect(actionsOf(page)).toContain('attempt.scored');
    const last = number.at(-1) === '0' ? '1' : '0';
    const slip = await administrator
      .get(`/api/audit?about=${encodeURIComponent(number.slice(0, -1) + last)}`)
      .expect(422);
    expect(slip.body).toMatchObject({ code: 'NUMBER_MISTYPED' });
  });

  it('is searched by entry and by enrolment', async () => {
    for (const about of [entryId, enrolmentId]) {
      const page = await pageOf({ about });
      expect(page.cases.map((one) => one.entryId)).toEqual([entryId]);
      expect(actionsOf(page)).toContain('decision.made');
    }
    expect(await pageOf({ about: '00000000-0000-4000-8000-000000000000' })).toMatchObject({
      events: [],
      cases: [],
    });
  });

  it('is searched by several things at once, and by date', async () => {
    const wen = await pageOf({ about: 'zhou yu', actor: 'wen shu', action: 'decision.made' });
    expect(wen.events).toMatchObject([{ action: 'decision.made', actor: { name: 'Wen Shu' } }]);
    const { at } = wen.events[0]!;
    const just = new Date(Date.parse(at) + 1).toISOString();
    expect(actionsOf(await pageOf({ about: entryId, from: at, action: 'decision.made' }))).toEqual([
      'decision.made',
    ]);
    expect(actionsOf(await pageOf({ about: entryId, to: at, action: 'decision.made' }))).toEqual([]);
    expect(actionsOf(await pageOf({ action: 'decision.made', from: at, to: just }))).toEqual([
      'decision.made',
    ]);
    await administrator.get('/api/audit?from=yesterday').expect(400);
  });

  it('asks for more than a part of a name that many people have', async () => {
    for (let index = 0; index < 21; index += 1) await aPerson(api.db, { name: `Twin ${index}` });
    const many = await administrator.get('/api/audit?about=Twin').expect(422);
    expect(many.body).toMatchObject({ code: 'PEOPLE_TOO_MANY' });
    expect((await pageOf({ about: 'Twin 20' })).events).toEqual([]);
  });

  it('names what things were done to', async () => {
    const institution = await anInstitution(api.db);
    const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId: institution.id });
    const cohort = (
      await manager.post('/api/cohorts', { name: 'Autumn', examSessionId: session.id }).expect(201)
    ).body as CohortSummary;
    await manager.get(`/api/cohorts/${cohort.id}/export.csv`).expect(200);
    const about = async (action: string) => (await pageOf({ action })).events[0]!.subject;
    for (const action of ['cohort.created', 'cohort.exported'])
      expect(await about(action)).toMatchObject({
        cohort: 'Autumn',
        institution: { en: 'Example College' },
        session: session.title,
      });
    expect(await about('exam-session.scheduled')).toMatchObject({ session: session.title });
    expect(await about('enrolment.made')).toMatchObject({
      level: 'junior',
      roleName: { en: expect.any(String) },
    });
    expect(await about('person.logged-in')).toMatchObject({ person: { name: expect.any(String) } });
  });

  it('is read although a row names what there is not', async () => {
    await api.db.query(
      `INSERT INTO audit_event (action, subject_kind, subject_id, entry_id)
       VALUES ('person.changed', 'person', 'no id', NULL), ('cohort.created', 'cohort', gen_random_uuid()::text, gen_random_uuid())`,
    );
    expect((await pageOf({ action: 'person.changed' })).events).toMatchObject([
      { subject: { person: null } },
    ]);
    expect((await pageOf({ action: 'cohort.created' })).events[0]).toMatchObject({
      subject: { cohort: null },
    });
  });

  it('goes on page by page without a gap or a repeat, also amid rows of one moment', async () => {
    await api.db.query(
      `INSERT INTO audit_event (action, subject_kind, subject_id)
       SELECT 'thing.counted', 'thing', n::text FROM generate_series(1, 120) n`,
    );
    const ids: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 10; pages += 1) {
      const page: AuditPage = await pageOf(`action=thing.counted${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.events.map(({ subjectId }) => subjectId));
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(Array.from({ length: 120 }, (_, index) => String(120 - index)));
  });
});

describe('the export', () => {
  it('holds everything that fits, however much, with inert cells, and is recorded by ids', async () => {
    await api.db.query(
      `INSERT INTO audit_event (action, subject_kind, subject_id)
       SELECT 'thing.exported', 'thing', '=HYPERLINK(' || n || ')' FROM generate_series(1, 2500) n`,
    );
    const { text } = await administrator
      .get('/api/audit/export.csv?action=thing.exported&locale=en')
      .expect(200);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(2501);
    expect(text.startsWith('\uFEFFAt,By,')).toBe(true);
    expect(lines[1]).toContain(`thing,'=HYPERLINK(2500)`);
    await administrator.get(`/api/audit/export.csv?about=${candidate.email}&locale=zh-CN`).expect(200);
    const [newest] = (await pageOf('action=audit.exported')).events;
    expect(newest).toMatchObject({ subjectKind: 'audit', detail: { about: { actorIds: [candidate.id] } } });
    expect(JSON.stringify(newest!.detail)).not.toContain(candidate.email);
    await certifier.get('/api/audit/export.csv').expect(403);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditPage, ExamSessionView, TrailView } from '@ennead/contracts';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let administrator: Client;
let entryId: string;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  const { client: certifier } = await logInAs(api, { roles: ['certifier'], name: 'Wen Shu' });
  const { entry } = await aScoredCase(api, session);
  entryId = entry.id;
  await certifier.post(`/api/entries/${entryId}/decision`, grant).expect(201);
});
afterAll(() => api?.close());

const pageOf = async (query: string) =>
  (await administrator.get(`/api/audit?${query}`).expect(200)).body as AuditPage;

describe('the trail of an entry', () => {
  it('names who did what, in order, for certifiers and administrators', async () => {
    const { client: certifier } = await logInAs(api, { roles: ['certifier'] });
    for (const client of [administrator, certifier]) {
      const { events } = (await client.get(`/api/entries/${entryId}/trail`).expect(200)).body as TrailView;
      const recorded = 'score-run.recorded';
      expect(events).toMatchObject([
        { action: 'entry.made' },
        ...['attempt.scored', recorded, recorded, 'portfolio.scored', recorded].map((action) => ({ action })),
        { action: 'decision.made', actor: { name: 'Wen Shu' }, detail: { outcome: 'grant', grade: 2 } },
        { action: 'entry.decided', actor: { name: 'Wen Shu' } },
        { action: 'credential.issued', actor: { name: 'Wen Shu' } },
      ]);
    }
    const { client: candidate } = await logInAs(api);
    await candidate.get(`/api/entries/${entryId}/trail`).expect(403);
    await administrator.get(`/api/entries/${session.id}/trail`).expect(404);
  });
});

describe('the whole audit trail', () => {
  it('is the administrator’s, newest first, by action and by person', async () => {
    const { events } = await pageOf('');
    expect(events.map(({ id }) => BigInt(id))).toEqual(
      events.map(({ id }) => BigInt(id)).sort((a, b) => (a < b ? 1 : -1)),
    );
    const issued = await pageOf('action=credential.issued');
    expect(issued.events).toMatchObject([{ entryId, actor: { name: 'Wen Shu' } }]);
    const byName = await pageOf('actor=wen%20shu');
    expect(new Set(byName.events.map(({ actor }) => actor?.name))).toEqual(new Set(['Wen Shu']));
    expect((await pageOf('actor=%25')).events).toEqual([]);
    const { client: certifier } = await logInAs(api, { roles: ['certifier'] });
    await certifier.get('/api/audit').expect(403);
    await administrator.get('/api/audit?cursor=zero').expect(400);
  });

  it('goes on page by page without a gap or a repeat', async () => {
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

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView, MessageKind, RosterImport } from '@ennead/contracts';
import { Message, Person } from '@ennead/persistence';
import { aWindow, openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { anInstitution, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api?.close());

const reason = 'There is a reason for this.';
const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1)!;
const tokenTo = async (address: string, kind: MessageKind): Promise<string> => {
  const letter = await api.db.manager.findOneOrFail(Message, { where: { address, kind } });
  return tokenOf(letter.link!);
};

/** Whoever appears on the way, by names and addresses that stand nowhere else. */
const names = {
  newcomer: 'Newcomeria Vell',
  onRoster: 'Rosteria Quill',
  hired: 'Hiredia Brook',
  candidate: 'Candidatia Fenn',
};

const comeIn = async (): Promise<void> => {
  const open = await visitor(api.url);
  const email = 'newcomeria@example.org';
  await open.post('/api/auth/register', { email, name: names.newcomer, locale: 'en' }).expect(204);
  const token = await tokenTo(email, 'confirm-address');
  await open.post('/api/auth/register/finish', { token, password: PASSWORD }).expect(204);
  const own = new Client(api.url);
  await own.logIn(email, PASSWORD);
  const other = 'newcomeria-two@example.org';
  await own.put('/api/auth/address', { email: other, password: PASSWORD }).expect(204);
  await own.post('/api/auth/address/confirm', { token: await tokenTo(other, 'confirm-address') }).expect(204);
  await own.get('/api/me/data.json').expect(200);
  await (await visitor(api.url)).post('/api/auth/forgotten-password', { email: other }).expect(204);
  await own.post('/api/auth/close', { password: PASSWORD }).expect(204);
  for (const typed of [other, 'nobody-at-all@example.org'])
    await (await visitor(api.url)).post('/api/auth/log-in', { email: typed, password: 'wrong by far' });
};

const bringIn = async (): Promise<void> => {
  const institution = await anInstitution(api.db);
  const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId: institution.id });
  const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
  const session = await openSession(api, {
    ...aWindow(),
    opensAt: new Date(Date.now() + 86_400_000).toISOString(),
    closesAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
  });
  const cohort = await manager
    .post('/api/cohorts', { name: 'A cohort', examSessionId: session.id })
    .expect(201);
  const csv = `email,name\nrosteria@example.org,${names.onRoster}\n`;
  const imported = await manager.post(`/api/cohorts/${cohort.body.id}/roster`, { csv }).expect(200);
  const { url } = (imported.body as RosterImport).invitations[0]!;
  await (
    await visitor(api.url)
  )
    .post('/api/auth/accept-invitation', { token: tokenOf(url), password: PASSWORD })
    .expect(204);
  await manager.get(`/api/cohorts/${cohort.body.id}/export.csv`).expect(200);
  await administrator
    .post('/api/people', {
      email: 'hiredia@example.org',
      name: names.hired,
      locale: 'en',
      roles: ['assessor'],
      institutionId: null,
    })
    .expect(201);
  const hired = await api.db.manager.findOneByOrFail(Person, { email: 'hiredia@example.org' });
  await administrator.post(`/api/people/${hired.id}/link`, { reason }).expect(200);
  await administrator.post(`/api/sessions/${session.id}/cancel`, { reason }).expect(200);
  const { client: registrar } = await logInAs(api, { roles: ['registrar'] });
  await registrar
    .post('/api/interests', {
      tie: 'relative',
      email: 'rosteria@example.org',
      institutionId: null,
      sinceOn: null,
      endedOn: null,
      note: names.onRoster,
    })
    .expect(200);
};

const decide = async (): Promise<void> => {
  const { entry } = await aScoredCase(api, await openSession(api), { name: names.candidate });
  const [one, two] = [
    await logInAs(api, { roles: ['certifier'] }),
    await logInAs(api, { roles: ['certifier'] }),
  ];
  await one.client.get(`/api/entries/${entry.id}/evidence`).expect(200);
  const { body } = await one.client.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  const withdrawn = await one.client.post(`/api/decisions/${(body as DecisionView).id}/withdraw`, { reason });
  await two.client
    .post(`/api/decisions/${(withdrawn.body as DecisionView).id}/confirm`, { reason })
    .expect(201);
  const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
  for (const query of [`actor=${encodeURIComponent('newcomeria-two@example.org')}`, 'about=Candidatia'])
    await administrator.get(`/api/audit/export.csv?${query}`).expect(200);
};

it('whatever happens, the trail has ids, and neither an address nor anybody’s name', async () => {
  await comeIn();
  await bringIn();
  await decide();
  await api.work.settle();
  await api.work.remind();
  await api.work.post();
  const rows: { action: string; text: string }[] = await api.db.query(
    `SELECT action, concat_ws(' ', action, subject_kind, subject_id, detail) AS text FROM audit_event`,
  );
  // That the way was long: what is not on it cannot be found.
  const acts = new Set(rows.map(({ action }) => action));
  for (const action of [
    'address.changed',
    'audit.exported',
    'credential.revoked',
    'decision.made',
    'exam-session.cancelled',
    'interest.declared',
    'message.captured',
    'password.link-issued',
    'person.closed',
    'person.created',
    'person.registered',
    'roster.imported',
  ])
    expect([action, acts.has(action)]).toEqual([action, true]);
  const people: { email: string; name: string }[] = await api.db.query('SELECT email, name FROM person');
  const secret = [...people.flatMap(({ email, name }) => [email, name]), 'nobody-at-all'].map((text) =>
    text.toLowerCase(),
  );
  const telling = rows.filter(
    ({ text }) => text.includes('@') || secret.some((one) => text.toLowerCase().includes(one)),
  );
  expect(telling).toEqual([]);
});

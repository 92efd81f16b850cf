import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessagesPage, MessageView, PersonRole } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { AppointmentProposal, type Message, type Person } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import type { Client } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let demo: TestApi;
let production: TestApi;
let reader: Client;
let administrator: Client;
beforeAll(async () => {
  demo = await startApi();
  production = await startApi({ ENNEAD_MODE: 'production' });
  await makeClockShiftable(production.db);
  reader = (await logInAs(demo, { roles: ['administrator'] })).client;
  administrator = (await logInAs(production, { roles: ['administrator'] })).client;
});
afterAll(async () => {
  await demo?.close();
  await production?.close();
});

const link = 'https://exams.example.org/password/a-secret-token';
const hourMs = 3_600_000;

/** A forgotten password, the letter that opens an account. */
const forgotten = async (
  api: TestApi,
  to: { personId: string } | { address: string; name: string; locale: 'en' },
  about?: Person,
): Promise<Message> => {
  const known = new Set((await queuedMessages(api.db)).map(({ id }) => id));
  await queueMessage(api.db.manager, {
    kind: 'password-reset',
    to,
    params: { until: { at: '2026-12-31T10:00:00Z' } },
    link,
    linkExpiresAt: new Date(Date.now() + 2 * hourMs),
    ...(about && { about: { kind: 'person', id: about.id } }),
  });
  await api.work.post();
  return (await queuedMessages(api.db)).find(({ id }) => !known.has(id))!;
};

const viewOf = async (client: Client, { id }: Message): Promise<MessageView> =>
  (await client.get(`/api/messages/${id}`).expect(200)).body as MessageView;
const listOf = async (client: Client, query: string): Promise<MessagesPage> =>
  (await client.get(`/api/messages?${query}`).expect(200)).body as MessagesPage;
const shownOf = async ({ db }: TestApi, { id }: Message): Promise<{ actor_id: string; detail: unknown }[]> =>
  db.query(
    `SELECT actor_id, detail FROM audit_event WHERE action = 'message.link-shown' AND subject_id = $1`,
    [id],
  );

describe('the inbox', () => {
  it('lists letters by person, address, kind and state, page by page', async () => {
    const person = await aPerson(demo.db, { name: 'Kuroda Fumi' });
    for (let count = 0; count < 3; count += 1) await forgotten(demo, { personId: person.id });
    const found = await listOf(reader, 'q=kuroda%20fumi&kind=password-reset&state=captured&size=2');
    expect(found).toMatchObject({ total: 3, page: 1, size: 2 });
    expect(found.rows).toHaveLength(2);
    expect(found.rows[0]).toMatchObject({ name: 'Kuroda Fumi', address: person.email, state: 'captured' });
    expect((await listOf(reader, `q=${encodeURIComponent(person.email)}`)).total).toBe(3);
    for (const other of ['kind=enrolled', 'state=sent'])
      expect((await listOf(reader, `q=kuroda&${other}`)).total).toBe(0);
    expect((await listOf(reader, 'q=kuroda%20nobody')).total).toBe(0);
    expect(JSON.stringify(found)).not.toContain('a-secret-token');
  });

  it('shows a letter as it would look, with its link, to try everything out', async () => {
    const { id: personId } = await aPerson(demo.db, { name: 'Ada' });
    const view = await viewOf(reader, await forgotten(demo, { personId }));
    expect(view).toMatchObject({
      locale: 'en',
      linkState: 'shown',
      letter: { subject: 'Set a new password' },
    });
    expect(view.letter!.text).toContain(`\n${link}\n`);
    expect(view.letter!.text).toContain('Dear Ada,');
  });

  it('says that a letter cannot be written', async () => {
    const { id: personId } = await aPerson(demo.db);
    const message = await forgotten(demo, { personId });
    await demo.db.query(`UPDATE message SET params = '{}' WHERE id = $1`, [message.id]);
    expect((await viewOf(reader, message)).letter).toBeNull();
    await reader.get('/api/messages/00000000-0000-4000-8000-000000000000').expect(404);
  });
});

it('hides the link of whoever is more than a candidate in the demo, too', async () => {
  const person = await aPerson(demo.db, { roles: ['assessor'] });
  const message = await forgotten(demo, { personId: person.id });
  const view = await viewOf(reader, message);
  expect(view.linkState).toBe('masked');
  expect(JSON.stringify(view)).not.toContain('a-secret-token');
  await reader.post(`/api/messages/${message.id}/link`).expect(403);
});

describe('in production mode a one-time link', () => {
  it('is hidden, and shown to whoever asks for it, which is recorded', async () => {
    const { id: personId } = await aPerson(production.db);
    const message = await forgotten(production, { personId });
    const view = await viewOf(administrator, message);
    expect(view.linkState).toBe('masked');
    expect(view.letter!.text).toContain('(the link is hidden)');
    expect(JSON.stringify(view)).not.toContain('a-secret-token');
    expect(await shownOf(production, message)).toEqual([]);
    const { body } = await administrator.post(`/api/messages/${message.id}/link`).expect(200);
    expect(body).toEqual({ link });
    const lines = await shownOf(production, message);
    expect(lines).toMatchObject([{ detail: { kind: 'password-reset', personId } }]);
    expect(JSON.stringify(lines)).not.toContain('a-secret-token');
  });

  it('is not shown for a candidate whom somebody proposes for more', async () => {
    const person = await aPerson(production.db);
    const message = await forgotten(production, { personId: person.id });
    const proposal = { personId: person.id, role: 'certifier', askedBy: person.id, state: 'open' } as const;
    await production.db.manager.insert(AppointmentProposal, proposal);
    await administrator.post(`/api/messages/${message.id}/link`).expect(403);
  });

  it.each<[string, PersonRole[]]>([
    ['an assessor', ['assessor']],
    ['a candidate who is a trainer too', ['candidate', 'trainer']],
    ['another administrator', ['administrator']],
  ])('is not shown for %s, by whichever way the letter is theirs', async (_who, roles) => {
    const person = await aPerson(production.db, { roles });
    const elsewhere = { name: 'Somebody', locale: 'en' } as const;
    const letters = [
      await forgotten(production, { personId: person.id }),
      await forgotten(production, { address: person.email.toUpperCase(), ...elsewhere }),
      await forgotten(production, { address: 'new@example.org', ...elsewhere }, person),
    ];
    for (const message of letters) {
      const { body } = await administrator.post(`/api/messages/${message.id}/link`).expect(403);
      expect(body).toMatchObject({ code: 'MESSAGE_LINK_STAFF' });
      expect(JSON.stringify(body)).not.toContain('a-secret-token');
      expect(await shownOf(production, message)).toEqual([]);
    }
  });

  it('is not shown for somebody who has become more than a candidate since', async () => {
    const person = await aPerson(production.db);
    const message = await forgotten(production, { personId: person.id });
    await production.db.query(`UPDATE person SET roles = '{candidate,certifier}' WHERE id = $1`, [person.id]);
    await administrator.post(`/api/messages/${message.id}/link`).expect(403);
  });

  it('is not shown for somebody who was more than a candidate once', async () => {
    const person = await aPerson(production.db, { roles: ['candidate', 'assessor'] });
    await production.db.query(`UPDATE person SET roles = '{candidate}' WHERE id = $1`, [person.id]);
    const message = await forgotten(production, { personId: person.id });
    await administrator.post(`/api/messages/${message.id}/link`).expect(403);
  });

  it('is gone when it is over, erased or not', async () => {
    const { id: personId } = await aPerson(production.db);
    const message = await forgotten(production, { personId });
    await shiftClock(production.db, '2 hours 1 minute');
    expect(await viewOf(administrator, message)).toMatchObject({ linkState: 'gone' });
    const { body } = await administrator.post(`/api/messages/${message.id}/link`).expect(409);
    expect(body).toMatchObject({ code: 'MESSAGE_LINK_OVER' });
    await shiftClock(production.db, '0');
  });

  it('that is still to be sent is nobody’s to see', async () => {
    const { id: personId } = await aPerson(production.db);
    const message = await forgotten(production, { personId });
    await production.db.query(`UPDATE message SET state = 'uncertain' WHERE id = $1`, [message.id]);
    expect(await viewOf(administrator, message)).toMatchObject({ linkState: 'kept' });
    await administrator.post(`/api/messages/${message.id}/link`).expect(409);
  });
});

describe('a letter', () => {
  const inState = async (state: string): Promise<Message> => {
    const { id: personId } = await aPerson(production.db);
    const message = await forgotten(production, { personId });
    await production.db.query(
      `UPDATE message SET state = $2, reason = 'unanswered', tries = 3, link = CASE WHEN $2 <> 'sent' THEN link END
       WHERE id = $1`,
      [message.id, state],
    );
    return message;
  };
  const sendAgain = ({ id }: Message) => administrator.post(`/api/messages/${id}/send-again`);

  it.each(['uncertain', 'refused'])(
    'that is %s is sent again when an administrator says so',
    async (state) => {
      const message = await inState(state);
      await sendAgain(message).expect(204);
      const row = async () => (await queuedMessages(production.db)).find(({ id }) => id === message.id)!;
      expect(await row()).toMatchObject({ state: 'queued', tries: 0, reason: null });
      await production.work.post();
      expect(await row()).toMatchObject({ state: 'captured', messageId: message.messageId });
      await sendAgain(message).expect(409);
    },
  );

  it.each(['sending', 'sent', 'captured', 'suppressed'])('that is %s is not', async (state) => {
    const { body } = await sendAgain(await inState(state)).expect(409);
    expect(body).toMatchObject({ code: 'MESSAGE_NOT_OPEN' });
  });

  it('whose link is over is not', async () => {
    const message = await inState('uncertain');
    await shiftClock(production.db, '3 hours');
    const { body } = await sendAgain(message).expect(409);
    expect(body).toMatchObject({ code: 'MESSAGE_LINK_OVER' });
    await shiftClock(production.db, '0');
  });
});

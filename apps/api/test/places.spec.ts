import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnteredEntry, ExamSessionView, OwnEntry } from '@ennead/contracts';
import { Entry, ExamSession, Person, type Institution } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, openSession } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let houses: readonly Institution[];
const dayMs = 86_400_000;

beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  houses = [await anInstitution(api.db), await anInstitution(api.db)];
});
afterAll(() => api?.close());

type Somebody = { readonly client: Client; readonly person: Person };
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const ahead = (more: object, opensIn = 10) =>
  openSession(api, { ...aWindow(), opensAt: inDays(opensIn), closesAt: inDays(opensIn + 2), ...more });
const enrol = async ({ client }: Somebody, { id }: Pick<ExamSessionView, 'id'>, wait = false) =>
  (await client.post(`/api/sessions/${id}/entries`, { wait }).expect(201)).body as EnteredEntry;
const stateOf = async ({ id }: { id: string }) => (await api.db.manager.findOneByOrFail(Entry, { id })).state;
const withdraw = ({ client }: Somebody, { id }: { id: string }) =>
  client.post(`/api/entries/${id}/withdraw`, {}).expect(204);
const offer = async () => {
  await api.work.offer();
  await api.work.settle();
};
const lettersTo = async ({ person }: Somebody) =>
  (await queuedMessages(api.db, { personId: person.id, kind: 'place-offered' })).length;

/** A session of one place that is taken, and the line that stands for it. */
const full = async (lineLength: number, opensIn?: number) => {
  const session = await ahead({ places: 1 }, opensIn);
  const holder = await logInAs(api);
  const taken = await enrol(holder, session);
  const line: { one: Somebody; entry: EnteredEntry }[] = [];
  for (let at = 0; at < lineLength; at += 1) {
    const one = await logInAs(api);
    line.push({ one, entry: await enrol(one, session, true) });
  }
  return { session, holder, taken, line };
};

describe('a place that becomes free', () => {
  it('is offered to the first in line alone, by letter and notice, and can be accepted', async () => {
    const { holder, taken, line } = await full(2);
    await offer();
    expect(await Promise.all(line.map(({ entry }) => stateOf(entry)))).toEqual(['waiting', 'waiting']);
    await withdraw(holder, taken);
    await offer();
    await offer();
    const [first, second] = line;
    expect([await stateOf(first!.entry), await stateOf(second!.entry)]).toEqual(['invited', 'waiting']);
    expect([await lettersTo(first!.one), await lettersTo(second!.one)]).toEqual([1, 0]);
    const own = (await first!.one.client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    const answerBy = Date.parse(own[0]!.invitation!.answerBy!);
    expect(Math.abs(answerBy - Date.now() - 3 * dayMs)).toBeLessThan(3_600_000);
    await first!.one.client.post(`/api/entries/${first!.entry.id}/accept`).expect(200);
    await offer();
    expect([await stateOf(first!.entry), await stateOf(second!.entry)]).toEqual(['entered', 'waiting']);
    expect((await queuedMessages(api.db, { personId: first!.one.person.id, kind: 'enrolled' })).length).toBe(
      1,
    );
  });

  it('is nobody’s who comes anew, also before it is offered, as long as somebody stands in line', async () => {
    const { session, holder, taken, line } = await full(2);
    await withdraw(holder, taken);
    const [one, other] = [await logInAs(api), await logInAs(api)];
    const ask = (wait: boolean) =>
      one.client
        .post(`/api/sessions/${session.id}/entries`, { wait })
        .then(({ status, body }) => [
          status,
          (body as { code?: string; state?: string }).code ?? (body as { state: string }).state,
        ]);
    expect(await ask(false)).toEqual([409, 'SESSION_FULL']);
    expect(await ask(true)).toEqual([201, 'waiting']);
    await offer();
    expect(await Promise.all(line.map(({ entry }) => stateOf(entry)))).toEqual(['invited', 'waiting']);
    // Of five, one is offered and two are kept for the line.
    await api.db.query('UPDATE exam_session SET places = 5 WHERE id = $1', [session.id]);
    expect((await enrol(other, session)).state).toBe('entered');
    expect(await ask(false)).toEqual([409, 'SESSION_ENTERED_BEFORE']);
    const late = await logInAs(api);
    await late.client.post(`/api/sessions/${session.id}/entries`, { wait: false }).expect(201);
    await (
      await logInAs(api)
    ).client
      .post(`/api/sessions/${session.id}/entries`, { wait: false })
      .expect(409);
  });

  it('is anybody’s where those in line cannot have it: their institution has used up its own, or the session has opened', async () => {
    const [one, other] = houses;
    const session = await ahead({
      places: 3,
      access: 'institutions',
      houses: [{ institutionId: one!.id, quota: 1 }, { institutionId: other!.id }],
    });
    const of = (house: Institution) => logInAs(api, { institutionId: house.id });
    await enrol(await of(one!), session);
    await enrol(await of(one!), session, true);
    await enrol(await of(other!), session);
    await enrol(await of(other!), session);

    const { session: opened, holder, taken } = await full(1, 3);
    await withdraw(holder, taken);
    await shiftClock(api.db, '3 days 1 hour');
    await enrol(await logInAs(api), opened);
    await shiftClock(api.db, '0 days');
  });

  it('is kept for the days that the scheme of its session says, as whoever is in line is told', async () => {
    const { session, holder, taken, line } = await full(1);
    const { schemeHash } = await api.db.manager.findOneByOrFail(ExamSession, { id: session.id });
    const scheme = structuredClone(await api.bank.scheme(schemeHash));
    scheme.rules.offerDays = 5;
    const hash = await putBody(api.db, 'scheme', scheme);
    await api.db.manager.update(ExamSession, { id: session.id }, { schemeHash: hash });
    const { one, entry } = line[0]!;
    const [own] = (await one.client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    expect(own!.offerDays).toBe(5);
    await withdraw(holder, taken);
    await offer();
    const { answerBy } = await api.db.manager.findOneByOrFail(Entry, { id: entry.id });
    expect((answerBy!.getTime() - Date.now()) / dayMs).toBeCloseTo(5, 1);
  });

  it('goes to the next after three days, and to nobody once the session has opened', async () => {
    const { holder, taken, line } = await full(3, 5);
    await withdraw(holder, taken);
    await offer();
    await shiftClock(api.db, '3 days');
    await offer();
    expect(await Promise.all(line.map(({ entry }) => stateOf(entry)))).toEqual([
      'lapsed',
      'invited',
      'waiting',
    ]);
    const { answerBy } = await api.db.manager.findOneByOrFail(Entry, { id: line[1]!.entry.id });
    // The session opens before three days are over.
    expect(answerBy!.getTime() - Date.now()).toBeLessThan(5 * dayMs + 60_000);
    await shiftClock(api.db, '5 days 1 hour');
    await offer();
    expect(await Promise.all(line.map(({ entry }) => stateOf(entry)))).toEqual([
      'lapsed',
      'lapsed',
      'waiting',
    ]);
    await shiftClock(api.db, '0 days');
  });

  it('passes by whose institution has used up its own places', async () => {
    const [one, other] = houses;
    const session = await ahead({
      places: 2,
      access: 'institutions',
      houses: [{ institutionId: one!.id, quota: 1 }, { institutionId: other!.id }],
    });
    const of = (house: Institution) => logInAs(api, { institutionId: house.id });
    const [ada, eve, ida, ora] = [await of(one!), await of(other!), await of(one!), await of(other!)];
    await enrol(ada, session);
    const leaving = await enrol(eve, session);
    const first = await enrol(ida, session, true);
    const second = await enrol(ora, session, true);
    await withdraw(eve, leaving);
    await offer();
    expect([await stateOf(first), await stateOf(second)]).toEqual(['waiting', 'invited']);
  });

  it('is offered to nobody whose account is closed, nor for a session that is cancelled', async () => {
    const { holder, taken, line, session } = await full(2);
    await api.db.manager.update(Person, { id: line[0]!.one.person.id }, { disabledAt: new Date() });
    await withdraw(holder, taken);
    await offer();
    expect(await Promise.all(line.map(({ entry }) => stateOf(entry)))).toEqual(['waiting', 'invited']);
    const { client } = await logInAs(api, { roles: ['administrator'] });
    await client
      .post(`/api/sessions/${session.id}/cancel`, { reason: 'The hall has been flooded.' })
      .expect(200);
    await offer();
    expect(await Promise.all(line.map(({ entry }) => stateOf(entry)))).toEqual(['withdrawn', 'withdrawn']);
  });
});

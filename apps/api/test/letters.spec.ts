import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentView, DecisionView, ExamSessionView, MessageKind } from '@ennead/contracts';
import { ContentBank, type Message, type Person } from '@ennead/persistence';
import { Letters } from '@ennead/mail';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, enrol, openSession, sit } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { putOnDuty } from './harness/on-duty.ts';
import { anInstitution, aPerson, logInAs } from './harness/people.ts';
import { anAuthor, startPortfolioApi, submitPortfolio, type PortfolioApi } from './portfolios-harness.ts';
import { anAssessor } from './reviews-harness.ts';
import { aCandidate, decidedTry, enter, failing } from './tries-harness.ts';

const hourMs = 3_600_000;
const [first, second] = ['Ms Wen decides this.', 'Mr Ye has compared it.'];

let api: PortfolioApi;
let session: ExamSessionView;
let certifiers: [Client, Client];
let administrator: Client;
beforeAll(async () => {
  api = await startPortfolioApi();
  await makeClockShiftable(api.db);
  session = await openSession(api);
  administrator = (await logInAs(api, { roles: ['administrator'] })).client;
  const certifier = async () => (await logInAs(api, { roles: ['certifier'] })).client;
  certifiers = [await certifier(), await certifier()];
});
afterAll(() => api?.close());

const kindsTo = async ({ id }: Person): Promise<MessageKind[]> =>
  (await queuedMessages(api.db, { personId: id })).map(({ kind }) => kind);
const theOne = async (kind: MessageKind, { id }: Person): Promise<Message> => {
  const [found, ...more] = await queuedMessages(api.db, { kind, personId: id });
  expect(more).toEqual([]);
  return found!;
};
/** What its reader reads in English. */
const textOf = async (message: Message): Promise<string> => {
  const letters = new Letters(new ContentBank(api.db), api.url);
  const { subject, text } = await letters.write(
    message,
    { locale: 'en', link: 'the link', readIn: 'letter' },
    api.db,
  );
  return `${subject}\n${text}`;
};
/** Tells every event once more, as after a worker that ended before it had said that it was done. */
const tellAgain = async (): Promise<void> => {
  await api.db.query('UPDATE event_delivery SET handled_at = NULL WHERE handler = $1', ['letter-writing']);
  await api.work.settle();
};

describe('a candidate is told', () => {
  it('that they have entered, in the words of the session', async () => {
    const person = await aPerson(api.db);
    const entry = await enrol(api.db, person, session);
    await api.work.settle();
    const message = await theOne('enrolled', person);
    expect(message).toMatchObject({ entryId: entry.id, aboutKind: 'entry', aboutId: entry.id, sentBy: null });
    const text = await textOf(message);
    expect(text).toContain('You have entered: Spring session');
    expect(text).toContain('LLM application engineer, junior');
    expect(text).toContain('(Beijing time)');
  });

  it('of a part that was handed in, once', async () => {
    const { person, id } = await sit(api, session);
    await api.db.query(`UPDATE attempt SET deadline_at = clock() - interval '1 hour' WHERE id = $1`, [id]);
    await api.work.finish(id);
    await api.work.settle();
    await tellAgain();
    expect((await kindsTo(person)).sort()).toEqual(['enrolled', 'handed-in']);
    expect(await textOf(await theOne('handed-in', person))).toContain(
      'Handed in: Spring session, the written exam',
    );
  });

  it('that a decision holds and a certificate is issued, and that both were taken back', async () => {
    const { candidate, entry } = await aScoredCase(api, session);
    await api.work.settle();
    const told = await kindsTo(candidate);
    const made = await certifiers[0].post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    await api.work.settle();
    await tellAgain();
    expect((await kindsTo(candidate)).slice(told.length).sort()).toEqual([
      'certificate-issued',
      'result-decided',
    ]);
    const result = await textOf(await theOne('result-decided', candidate));
    expect(result).not.toMatch(/grade|granted|refused/i);
    const [credential]: { number: string }[] = await api.db.query(
      `SELECT number FROM credential JOIN decision ON decision.id = decision_id WHERE entry_id = $1`,
      [entry.id],
    );
    expect(await textOf(await theOne('certificate-issued', candidate))).toContain(
      `Number: ${credential!.number}`,
    );

    const { id } = made.body as DecisionView;
    const proposal = await certifiers[0].post(`/api/decisions/${id}/withdraw`, { reason: first }).expect(201);
    await api.work.settle();
    expect(await kindsTo(candidate)).toHaveLength(told.length + 2);
    const confirm = `/api/decisions/${(proposal.body as DecisionView).id}/confirm`;
    await certifiers[1].post(confirm, { reason: second }).expect(201);
    await api.work.settle();
    await tellAgain();
    expect((await kindsTo(candidate)).slice(told.length + 2).sort()).toEqual([
      'certificate-revoked',
      'result-decided',
    ]);
    expect(await textOf(await theOne('certificate-revoked', candidate))).toContain(`Reason: ${first}`);
  });

  it('of nothing that is only proposed', async () => {
    const { candidate, entry } = await aScoredCase(api, session, { rightAnswers: 24, skillsCents: 6_000 });
    await certifiers[0].post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    await api.work.settle();
    const [decision]: { state: string }[] = await api.db.query(
      'SELECT state FROM decision WHERE entry_id = $1',
      [entry.id],
    );
    expect(decision!.state).toBe('proposed');
    expect(await kindsTo(candidate)).not.toContain('result-decided');
  });
});

describe('whoever has entered a session is told', () => {
  const reason = 'The power at the venue failed.';
  const dayMs = 24 * hourMs;
  const ahead = (from: number, to: number) => ({
    opensAt: new Date(Date.UTC(2031, 2, 1, 1, 30) + from * dayMs).toISOString(),
    closesAt: new Date(Date.UTC(2031, 2, 1, 1, 30) + to * dayMs).toISOString(),
  });
  const changed = async (person: Person) =>
    queuedMessages(api.db, { kind: 'session-changed', personId: person.id });
  const change = ({ id, title, venue, halls, opensAt, closesAt }: ExamSessionView, changes: object) =>
    administrator
      .patch(`/api/sessions/${id}`, { title, venue, halls, opensAt, closesAt, reason, ...changes })
      .expect(200);

  it('what was and what is, for each change, in the zone of the scheme, and nobody whose entry has ended', async () => {
    const [person, excused, other] = [await aPerson(api.db), await aPerson(api.db), await aPerson(api.db)];
    const moved = await openSession(api, { ...aWindow(), ...ahead(0, 2) });
    const entry = await enrol(api.db, person, moved);
    const gone = await enrol(api.db, excused, moved);
    await api.db.query(`UPDATE entry SET state = 'excused' WHERE id = $1`, [gone.id]);
    await enrol(api.db, other, session);
    const portfolio = moved.parts.find(({ kind }) => kind === 'portfolio')!;
    // Both are followed after both have happened.
    await change(moved, ahead(1, 3));
    await change(moved, {
      ...ahead(1, 3),
      title: { 'zh-CN': '春季场改', en: 'Spring, moved' },
      venue: 'North building',
      halls: ['1', '2'],
      parts: [{ id: portfolio.id, closesAt: ahead(1, 5).closesAt }],
    });
    await api.work.settle();
    await tellAgain();
    const [first, second, ...more] = await changed(person);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ entryId: entry.id, aboutKind: 'entry', aboutId: entry.id });
    const text = await textOf(first!);
    expect(text).toContain('New arrangements: Spring session');
    expect(text).toContain(
      'Opens: was 1 March 2031 at 09:30 (Beijing time), is now 2 March 2031 at 09:30 (Beijing time)',
    );
    expect(text).toContain('Closes: was 3 March 2031 at 09:30 (Beijing time), is now 4 March 2031');
    expect(text).toContain(`Reason: ${reason}`);
    expect(text).not.toMatch(/Place|Halls|Title|Last moment/);
    const later = await textOf(second!);
    expect(later).toContain('Title: was Spring session, is now Spring, moved');
    expect(later).toContain('Place: was none, is now North building');
    expect(later).toContain('Halls: was none, is now 1, 2');
    expect(later).toContain(
      'Last moment for the portfolio: was 4 March 2031 at 09:30 (Beijing time), is now 6',
    );
    expect(later).not.toMatch(/Opens|Closes:/);
    expect(await changed(excused)).toEqual([]);
    expect(await changed(other)).toEqual([]);
  });

  it('nothing where nothing is otherwise than it was', async () => {
    const person = await aPerson(api.db);
    const same = await openSession(api, { ...aWindow(), ...ahead(0, 2) });
    await enrol(api.db, person, same);
    await change(same, {});
    await api.work.settle();
    expect(await changed(person)).toEqual([]);
  });

  it('of a later end, and of their own deadline where it moved along', async () => {
    const short = await openSession(api, aWindow(hourMs / 4));
    const sitting = await sit(api, short);
    const waiting = await aPerson(api.db);
    await enrol(api.db, waiting, short);
    const closesAt = new Date(new Date(short.closesAt).getTime() + 24 * hourMs).toISOString();
    await administrator.post(`/api/sessions/${short.id}/extend`, { reason, closesAt }).expect(200);
    await api.work.settle();
    const [told] = await changed(sitting.person);
    const [{ deadline_at: deadline }] = await api.db.query('SELECT deadline_at FROM attempt WHERE id = $1', [
      sitting.id,
    ]);
    expect(told!.params['changes']).toMatchObject({
      changes: [
        { from: { at: short.closesAt }, to: { at: closesAt } },
        {
          what: { en: 'Your own deadline for the written exam' },
          from: { at: short.closesAt },
          to: { at: (deadline as Date).toISOString() },
        },
      ],
    });
    const [other] = await changed(waiting);
    expect(other!.params['changes']).toMatchObject({ changes: [{ what: { en: 'Closes' } }] });
    expect(await textOf(other!)).not.toContain('Your own');
  });

  it('that it is cancelled, once, and nobody who was excused before', async () => {
    const [person, excused] = [await aPerson(api.db), await aPerson(api.db)];
    const off = await openSession(api, { ...aWindow(), ...ahead(0, 2) });
    await enrol(api.db, person, off);
    const gone = await enrol(api.db, excused, off);
    await api.db.query(`UPDATE entry SET state = 'excused' WHERE id = $1`, [gone.id]);
    await administrator.post(`/api/sessions/${off.id}/cancel`, { reason }).expect(200);
    await api.work.settle();
    await tellAgain();
    const text = await textOf(await theOne('session-cancelled', person));
    expect(text).toContain('Cancelled: Spring session');
    expect(text).toContain(`Reason: ${reason}`);
    expect(await kindsTo(excused)).not.toContain('session-cancelled');
  });
});

describe('a seat', () => {
  const dayMs = 24 * hourMs;
  const ahead = () =>
    openSession(api, {
      ...aWindow(2 * dayMs),
      opensAt: new Date(Date.now() + dayMs).toISOString(),
    });
  const why = 'The list of this session is closed.';
  const registrar = async () => {
    const { client } = await logInAs(api, { roles: ['registrar'] });
    await putOnDuty(api.db);
    return client;
  };

  it('that the body turned down or took away is told of with its reason, once, and never in the name of an institution', async () => {
    const there = await ahead();
    const [no, out] = [await aPerson(api.db), await aPerson(api.db)];
    const asked = await enrol(api.db, no, there);
    await api.db.query(`UPDATE entry SET state = 'requested' WHERE id = $1`, [asked.id]);
    const entered = await enrol(api.db, out, there);
    const desk = await registrar();
    await desk.post(`/api/entries/${asked.id}/turn-down`, { reason: why }).expect(204);
    await desk.post(`/api/entries/${entered.id}/take-out`, { reason: why }).expect(204);
    await api.work.settle();
    await tellAgain();
    const turnedDown = await theOne('seat-turned-down', no);
    expect(turnedDown).toMatchObject({ entryId: asked.id, aboutKind: 'entry', aboutId: asked.id });
    expect(await textOf(turnedDown)).toContain(`Reason: ${why}`);
    expect(await textOf(await theOne('seat-taken-out', out))).toContain(`Reason: ${why}`);
    expect(await kindsTo(no)).not.toContain('seat-taken-out');
    expect(await kindsTo(out)).not.toContain('seat-withdrawn');
  });

  it('that its candidate gave back, or an institution took back, is not the body’s to tell of', async () => {
    const there = await ahead();
    const own = await logInAs(api);
    const { id } = await enrol(api.db, own.person, there);
    await own.client
      .post(`/api/entries/${id}/withdraw`, { reason: 'I have another plan for May.' })
      .expect(204);
    const { id: institutionId } = await anInstitution(api.db);
    const manager = (await logInAs(api, { roles: ['manager'], institutionId })).client;
    const cohort = await manager.post('/api/cohorts', { name: 'Told', examSessionId: there.id }).expect(201);
    const one = await aPerson(api.db, { institutionId });
    const csv = `email,name\n${one.email},${one.name}`;
    await manager.post(`/api/cohorts/${cohort.body.id}/roster`, { csv }).expect(200);
    const [{ id: entryId }]: [{ id: string }] = await api.db.query(
      'SELECT id FROM entry WHERE cohort_id = $1',
      [cohort.body.id],
    );
    await manager.post(`/api/cohorts/${cohort.body.id}/withdrawals`, { entryId, reason: why }).expect(200);
    await api.work.settle();
    expect(await kindsTo(own.person)).not.toContain('seat-taken-out');
    expect(await kindsTo(one)).toEqual(['seat-offered', 'seat-withdrawn']);
  });

  it('that nobody had confirmed yet is told of, too, where its session is cancelled', async () => {
    const there = await ahead();
    const person = await aPerson(api.db);
    const { id } = await enrol(api.db, person, there);
    await api.db.query(`UPDATE entry SET state = 'requested' WHERE id = $1`, [id]);
    await administrator.post(`/api/sessions/${there.id}/cancel`, { reason: why }).expect(200);
    await api.work.settle();
    expect(await textOf(await theOne('session-cancelled', person))).toContain(why);
    expect(await kindsTo(person)).not.toContain('seat-taken-out');
  });
});

describe('a reviewer is told', () => {
  it('of a script, and once more after a week, without a word of whose it is', async () => {
    const reviewers = [await anAssessor(api), await anAssessor(api)];
    const author = await anAuthor(api, session, { name: 'Zhou Yuan' });
    await submitPortfolio(author);
    await api.work.settle();
    for (const { person } of reviewers) {
      const message = await theOne('script-assigned', person);
      expect(message).toMatchObject({ entryId: null, aboutKind: 'review' });
      const said = JSON.stringify(message) + (await textOf(message));
      for (const secret of ['Zhou Yuan', author.person.id, author.person.email, author.entry.id])
        expect(said).not.toContain(secret);
    }
    const overdue = async () => (await Promise.all(reviewers.map(({ person }) => kindsTo(person)))).flat();
    await shiftClock(api.db, '6 days 23 hours');
    await api.work.remind();
    expect(await overdue()).not.toContain('script-overdue');
    await shiftClock(api.db, '7 days 1 minute');
    await api.work.remind();
    await api.work.remind();
    expect((await overdue()).filter((kind) => kind === 'script-overdue')).toHaveLength(2);
    await shiftClock(api.db, '0');
  });

  it('of no delay while a problem that they reported waits for its answer', async () => {
    const reviewers = [await anAssessor(api), await anAssessor(api)];
    await submitPortfolio(await anAuthor(api, session));
    await api.work.settle();
    const [first, second] = reviewers;
    const { body } = await first!.client.get('/api/reviews').expect(200);
    const { id } = (body as { reviews: { id: string }[] }).reviews[0]!;
    await first!.client
      .post(`/api/reviews/${id}/problem`, { problem: 'unreadable', reason: 'The archive cannot be opened.' })
      .expect(204);
    await shiftClock(api.db, '9 days');
    await api.work.remind();
    expect(await kindsTo(first!.person)).not.toContain('script-overdue');
    expect(await kindsTo(second!.person)).toContain('script-overdue');
    await shiftClock(api.db, '0');
  });

  it('of a delay by a clock that stood still from the report to the answer, which the registrar’s list shows too', async () => {
    await putOnDuty(api.db);
    const reviewers = [await anAssessor(api), await anAssessor(api)];
    await submitPortfolio(await anAuthor(api, session));
    await api.work.settle();
    const [first, second] = reviewers;
    const { body } = await first!.client.get('/api/reviews').expect(200);
    const { id } = (body as { reviews: { id: string }[] }).reviews[0]!;
    const listed = async () => {
      const { client } = await logInAs(api, { roles: ['registrar'] });
      await putOnDuty(api.db);
      const { scripts } = (await client.get('/api/assessment').expect(200)).body as AssessmentView;
      const { ageDays, isOverdue, problem } = scripts.find(({ reviewId }) => reviewId === id)!;
      return { client, problem, age: [ageDays, isOverdue] };
    };
    await shiftClock(api.db, '1 day 1 hour');
    await first!.client
      .post(`/api/reviews/${id}/problem`, { problem: 'unreadable', reason: 'The archive cannot be opened.' })
      .expect(204);
    await shiftClock(api.db, '5 days 1 hour');
    const { client, problem, age } = await listed();
    expect(age).toEqual([1, false]);
    await client
      .post(`/api/assessment/problems/${problem!.id}/answer`, { goesOn: true, reason: 'It opens here.' })
      .expect(204);
    await shiftClock(api.db, '10 days 23 hours');
    await api.work.remind();
    expect((await listed()).age).toEqual([6, false]);
    expect(await kindsTo(first!.person)).not.toContain('script-overdue');
    expect(await kindsTo(second!.person)).toContain('script-overdue');
    await shiftClock(api.db, '11 days 1 hour');
    await api.work.remind();
    expect((await listed()).age).toEqual([7, true]);
    expect(await kindsTo(first!.person)).toContain('script-overdue');
    await shiftClock(api.db, '0');
  });
});

describe('by the clock a candidate is reminded', () => {
  /** A session that opens in two days, for two days more. */
  const upcoming = () =>
    openSession(api, {
      ...aWindow(96 * hourMs),
      opensAt: new Date(Date.now() + 48 * hourMs).toISOString(),
    });

  const remindedAfter = async (hours: number, person: Person): Promise<MessageKind[]> => {
    await shiftClock(api.db, `${hours} hours`);
    await api.work.remind();
    await api.work.remind();
    return (await kindsTo(person)).filter((kind) => kind !== 'enrolled');
  };

  it('a day before a session opens, when it opens, and a day before it closes, once each', async () => {
    const person = await aPerson(api.db);
    await enrol(api.db, person, await upcoming());
    expect(await remindedAfter(23, person)).toEqual([]);
    expect(await remindedAfter(25, person)).toEqual(['session-soon']);
    expect(await remindedAfter(49, person)).toEqual(['session-soon', 'part-open']);
    expect(await remindedAfter(71, person)).toEqual(['session-soon', 'part-open']);
    expect(await remindedAfter(73, person)).toEqual(['session-soon', 'part-open', 'part-closing']);
    expect(await remindedAfter(97, person)).toHaveLength(3);
    await shiftClock(api.db, '0');
    const text = await textOf(await theOne('part-closing', person));
    expect(text).toContain('the written exam, the lab and the portfolio');
  });

  it('anew where the session moves', async () => {
    const person = await aPerson(api.db);
    const moved = await upcoming();
    await enrol(api.db, person, moved);
    expect(await remindedAfter(25, person)).toEqual(['session-soon']);
    await api.db.query(`UPDATE exam_session SET opens_at = opens_at + interval '1 hour' WHERE id = $1`, [
      moved.id,
    ]);
    expect(await remindedAfter(26, person)).toEqual(['session-soon', 'session-soon']);
    await shiftClock(api.db, '0');
  });

  it('of no more than is left to do: neither parts that are begun nor entries that are excused', async () => {
    const [sitting, away] = [await aPerson(api.db), await aPerson(api.db)];
    const both = await upcoming();
    const entry = await enrol(api.db, sitting, both);
    const excused = await enrol(api.db, away, both);
    await api.db.query(`UPDATE entry SET state = 'excused' WHERE id = $1`, [excused.id]);
    await api.db.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1', [entry.id]);
    const part = (kind: string) => both.parts.find((one) => one.kind === kind)!.id;
    await api.db.query(`INSERT INTO portfolio (entry_id, session_part_id, state) VALUES ($1, $2, 'draft')`, [
      entry.id,
      part('portfolio'),
    ]);
    await api.db.query(
      `INSERT INTO attempt (entry_id, session_part_id, form_id, seed, layout, state, started_at, deadline_at)
       SELECT $1, $2, id, 1, '[]', 'open', clock(), clock() FROM form WHERE session_part_id = $2`,
      [entry.id, part('form')],
    );
    await remindedAfter(49, sitting);
    expect(await remindedAfter(73, sitting)).toEqual(['part-closing']);
    expect(await remindedAfter(74, away)).toEqual([]);
    await shiftClock(api.db, '0');
    expect(await textOf(await theOne('part-closing', sitting))).toContain(
      'not finished: the lab and the portfolio',
    );
  });

  it('of nothing that is carried over from an earlier try', async () => {
    await shiftClock(api.db, '0');
    const candidate = await aCandidate(api);
    await decidedTry(api, certifiers[0], candidate, failing);
    await shiftClock(api.db, '15 days');
    await enter(api, candidate, ['skills']);
    await shiftClock(api.db, '19 days 1 hour');
    await api.work.remind();
    await shiftClock(api.db, '0');
    const text = await textOf(await theOne('part-closing', candidate.person));
    expect(text).toContain('not finished: the written exam and the portfolio');
  });
});

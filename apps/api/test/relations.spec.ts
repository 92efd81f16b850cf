import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may, policy, type Relation } from '@ennead/domain';
import { ConflictKind, schemeInForce, type DeclaredTie } from '@ennead/contracts';
import {
  Accommodation,
  Entry,
  findStanding,
  Interest,
  Person,
  Portfolio,
  readBars,
  recordAudit,
  Review,
  SessionDuty,
  whereMay,
  type Cohort,
  type KnownAction,
  type KnownSubject,
} from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import sql, { raw } from 'sql-template-tag';
import { setTrainersOf } from '../src/modules/cohorts/trainers-of.ts';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, refuse } from './certification-harness.ts';
import { aPerson, anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { enter, failing, sessionNow } from './tries-harness.ts';

let api: TestApi;
let people: Record<string, Person>;
/** What an earlier try and the one after it have, by name. */
let subjects: Record<string, { readonly subject: KnownSubject; readonly id: string }>;

/** A candidate who was trained and marked in an earlier try, and tries again by themselves. */
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  const { manager } = api.db;
  const school = await anInstitution(api.db);
  const certifier = await logInAs(api, { roles: ['certifier'] });
  const candidate = await logInAs(api, { institutionId: school.id });
  const trainer = await aPerson(api.db, { roles: ['trainer', 'certifier'] });
  const session = await openSession(api);
  const cohort = await aCohort(api, session, [trainer.id]);
  const first = await aScoredCase(api, session, { ...failing, candidate: candidate.person, cohort });
  const portfolio = await manager.findOneByOrFail(Portfolio, { entryId: first.entry.id });
  const review = await manager.findOneByOrFail(Review, { reviewerId: first.assessors[0].id });
  const moderator = await aPerson(api.db, { roles: ['moderator', 'certifier'] });
  const { id: _, ...values } = review;
  const [{ id: adjudicationId }] = (
    await manager.insert(Review, {
      ...values,
      marks: values.marks as never,
      reviewerId: moderator.id,
      kind: 'adjudication',
    })
  ).identifiers as [{ id: string }];
  await certifier.client.post(`/api/entries/${first.entry.id}/decision`, refuse).expect(201);
  await shiftClock(api.db, '15 days');
  const next = await sessionNow(api);
  const later = await enter(api, candidate, [], next);
  const { assessors } = await aScoredCase(api, next, { candidate: candidate.person, entry: later });
  const laterPortfolio = await manager.findOneByOrFail(Portfolio, { entryId: later.id });
  const colleague = await aPerson(api.db, { roles: ['assessor', 'manager'], institutionId: school.id });
  const formerTrainer = await aPerson(api.db, { roles: ['trainer', 'certifier'] });
  await setTrainersOf(manager, cohort.id, [trainer.id, formerTrainer.id]);
  await setTrainersOf(manager, cohort.id, [trainer.id]);
  const formerManager = await aPerson(api.db, {
    roles: ['manager', 'certifier'],
    institutionId: cohort.institutionId,
  });
  await manager.update(Person, { id: formerManager.id }, { roles: ['certifier'], institutionId: null });
  const enroller = await aPerson(api.db, { roles: ['certifier'] });
  await manager.update(Entry, { id: first.entry.id }, { enteredBy: enroller.id });
  const declaring = async (tie: DeclaredTie, to: Partial<Interest>) => {
    const person = await aPerson(api.db, { roles: ['assessor', 'moderator', 'certifier'] });
    await manager.insert(Interest, { personId: person.id, tie, note: '', ...to });
    return person;
  };
  const registrar = await aPerson(api.db, { roles: ['registrar', 'certifier', 'assessor'] });
  await manager.insert(Accommodation, {
    entryId: first.entry.id,
    state: 'refused',
    asked: { extraTime: null, breaks: null, other: 'A room' },
    reason: '',
    evidence: '',
    askedBy: candidate.person.id,
    answer: '',
    decidedBy: registrar.id,
    decidedAt: new Date(),
  });
  const onDuty = await aPerson(api.db, { roles: ['registrar'] });
  const offDuty = await aPerson(api.db, { roles: ['registrar'] });
  const duty = { examSessionId: session.id, fromAt: new Date(0) };
  await manager.insert(SessionDuty, { ...duty, personId: onDuty.id });
  await manager.insert(SessionDuty, { ...duty, personId: offDuty.id, untilAt: new Date(1) });
  const reassigner = await aPerson(api.db, { roles: ['registrar'] });
  await recordAudit(manager, {
    actorId: reassigner.id,
    action: 'review.returned',
    subjectKind: 'review',
    subjectId: review.id,
    entryId: first.entry.id,
  });
  const reader = await aPerson(api.db, { roles: ['administrator'] });
  await manager.update(Person, { id: reader.id }, { roles: ['assessor'] });
  people = {
    'a registrar of the earlier session': onDuty,
    'a registrar no longer': offDuty,
    'who decided on an accommodation': registrar,
    candidate: candidate.person,
    trainer,
    'former trainer': formerTrainer,
    assessor: first.assessors[0],
    'later assessor': assessors[0],
    moderator,
    manager: await aPerson(api.db, { roles: ['manager'], institutionId: cohort.institutionId }),
    'former manager': formerManager,
    'trainer of the house': await aTrainerOf(cohort),
    'the candidate’s colleague': colleague,
    enroller,
    'a relative': await declaring('relative', { candidateId: candidate.person.id }),
    'a teacher, by address': await declaring('teacher', { email: candidate.person.email }),
    'a consultant': await declaring('employee', { institutionId: school.id }),
    'who reassigned a script': reassigner,
    stranger: certifier.person,
    'a reader no longer': reader,
    administrator: await aPerson(api.db, { roles: ['administrator', 'certifier', 'assessor', 'manager'] }),
  };
  subjects = {
    earlier: { subject: 'entry', id: first.entry.id },
    later: { subject: 'entry', id: later.id },
    portfolio: { subject: 'portfolio', id: portfolio.id },
    'later portfolio': { subject: 'portfolio', id: laterPortfolio.id },
    cohort: { subject: 'cohort', id: cohort.id },
    review: { subject: 'review', id: review.id },
    adjudication: { subject: 'review', id: adjudicationId },
  };
});
afterAll(() => api?.close());

const aTrainerOf = ({ institutionId }: Cohort) => aPerson(api.db, { roles: ['trainer'], institutionId });

const everything = ['earlier', 'later', 'portfolio', 'later portfolio', 'review', 'adjudication'];
const everywhere = (...ties: ConflictKind[]): Record<string, Relation[]> =>
  Object.fromEntries(everything.map((what) => [what, ties]));

/** Whoever looks after a session stands to its entries and to their reviews. */
const ofSession: Record<string, Relation[]> = {
  earlier: ['registrar'],
  review: ['registrar'],
  adjudication: ['registrar'],
};

/** Written by hand: what there is between whom and what, also what has ended; where nothing stands, they are strangers. */
const wanted: Record<string, Record<string, Relation[]>> = {
  candidate: {
    ...everywhere('candidate'),
    earlier: ['candidate', 'holder'],
    later: ['candidate', 'holder'],
  },
  trainer: { ...everywhere('reader', 'trainer'), cohort: ['trainer'] },
  'former trainer': { ...everywhere('reader', 'trainer'), cohort: ['trainer'] },
  assessor: {
    ...everywhere('assessor', 'reader'),
    portfolio: ['assessor', 'reader', 'reviewer'],
    review: ['assessor', 'reader', 'reviewer'],
  },
  'later assessor': {
    ...everywhere('assessor', 'reader'),
    'later portfolio': ['assessor', 'reader', 'reviewer'],
  },
  moderator: {
    ...everywhere('moderator', 'reader'),
    portfolio: ['adjudicator', 'moderator', 'reader'],
    adjudication: ['adjudicator', 'moderator', 'reader'],
  },
  manager: { ...everywhere('manager'), earlier: ['manager', 'member'], cohort: ['member'] },
  'former manager': everywhere('employee', 'manager', 'reader'),
  'trainer of the house': { ...everywhere('employee'), earlier: ['employee', 'member'], cohort: ['member'] },
  'the candidate’s colleague': everywhere('employee', 'manager'),
  enroller: everywhere('enroller', 'reader'),
  'a registrar of the earlier session': ofSession,
  'a registrar no longer': ofSession,
  'who decided on an accommodation': everywhere('reader', 'registrar-act'),
  'a relative': everywhere('reader', 'relative'),
  'a teacher, by address': everywhere('reader', 'teacher'),
  'a consultant': everywhere('employee', 'reader'),
  'who reassigned a script': everywhere('registrar-act'),
  stranger: everywhere('reader'),
  'a reader no longer': everywhere('reader'),
  administrator: everywhere('reader'),
};
/** Of these some no longer holds; enrolling is over as soon as it is done. */
const over: Record<string, Relation[]> = {
  'former trainer': ['trainer'],
  'former manager': ['employee', 'manager'],
  enroller: ['enroller'],
  'a registrar no longer': ['registrar'],
  'a reader no longer': ['reader'],
};

describe('how people stand to what they meet', () => {
  it('is as the table says, for everybody and everything', async () => {
    const found: typeof wanted = {};
    for (const [name, { id: personId }] of Object.entries(people)) {
      found[name] = {};
      for (const [what, { subject, id }] of Object.entries(subjects)) {
        const ties: { relation: Relation; untilAt: Date | null }[] = await api.db.query(
          `SELECT DISTINCT relation, until_at AS "untilAt" FROM person_relation
           WHERE subject = $1 AND subject_id = $2 AND person_id = $3 ORDER BY relation`,
          [subject, id, personId],
        );
        const { on, relations } = (await findStanding(api.db.manager, personId, subject, id))!;
        expect(on).toBe(subject);
        const all = [...new Set(ties.map(({ relation }) => relation))];
        const held = all.filter((relation) => !over[name]?.includes(relation));
        expect([name, [...relations].sort()]).toEqual([name, held]);
        if (ties.length > 0) found[name][what] = all;
      }
    }
    expect(found).toEqual(wanted);
  });

  it('is nothing at all to what is not there', async () => {
    for (const { subject } of Object.values(subjects))
      expect(await findStanding(api.db.manager, people['stranger']!.id, subject, randomUUID())).toBeNull();
  });
});

const known = Object.entries(policy).flatMap(([action, { on }]) =>
  on === 'ownership' ? [] : [[action as KnownAction, on] as const],
);

describe('a list', () => {
  it.each(known)('has for %s what may be asked for one by one', async (action, on) => {
    for (const [name, person] of Object.entries(people))
      for (const [what, { subject, id }] of Object.entries(subjects)) {
        if (subject !== on) continue;
        const { text, values } = sql`SELECT id FROM ${raw(on)} listed
          WHERE ${whereMay(person, action, sql`listed.id`, (await readBars(api.db.manager)).bars)} AND listed.id = ${id}`;
        const listed: unknown[] = await api.db.query(text, values);
        const standing = await findStanding(api.db.manager, person.id, on, id);
        expect([name, what, listed.length === 1]).toEqual([
          name,
          what,
          may(person, action, standing as never),
        ]);
      }
  });
});

describe('what has ended', () => {
  /** Whose ties bar from which act, by a table written by hand for the scheme in force. */
  const barring = async (what: string, act: 'decide' | 'mark') => {
    const { subject, id } = subjects[what]!;
    const found: Record<string, readonly ConflictKind[]> = {};
    for (const [name, { id: personId }] of Object.entries(people)) {
      const ties = (await findStanding(api.db.manager, personId, subject, id))!.barred[act]!;
      if (ties.length > 0) found[name] = ties;
    }
    return found;
  };
  const always = {
    candidate: ['candidate'],
    trainer: ['trainer'],
    manager: ['manager'],
    'trainer of the house': ['employee'],
    'the candidate’s colleague': ['manager', 'employee'],
    'a relative': ['relative'],
    'a teacher, by address': ['teacher'],
    'a consultant': ['employee'],
    'who decided on an accommodation': ['registrar-act'],
  };

  it('bars as long as the scheme says, from each act by itself', async () => {
    const lately = {
      'former trainer': ['trainer'],
      'former manager': ['manager', 'employee'],
      enroller: ['enroller'],
    };
    const marked = { assessor: ['assessor'], 'later assessor': ['assessor'], moderator: ['moderator'] };
    const acted = { 'who reassigned a script': ['registrar-act'] };
    expect(await barring('later', 'decide')).toEqual({ ...always, ...lately, ...marked, ...acted });
    const reading = (ties: Record<string, string[]>) => {
      const readers = Object.keys(wanted).filter((name) => wanted[name]!['later']?.includes('reader'));
      const kinds = (name: string) => ['reader', ...(ties[name] ?? [])];
      const inTurn = (names: string[]) => ConflictKind.options.filter((kind) => names.includes(kind));
      return { ...ties, ...Object.fromEntries(readers.map((name) => [name, inTurn(kinds(name))])) };
    };
    expect(await barring('later portfolio', 'mark')).toEqual(reading({ ...always, ...lately, ...acted }));
    await shiftClock(api.db, '25 months');
    expect(await barring('later', 'decide')).toEqual({
      ...always,
      'former trainer': ['trainer'],
      ...marked,
      ...acted,
    });
    const still = { ...always, ...acted };
    expect(await barring('later portfolio', 'mark')).toEqual(reading(still));
    for (const action of ['case.decide', 'trail.read'] as const)
      for (const person of Object.values(people)) {
        const { bars } = await readBars(api.db.manager);
        const { text, values } = sql`SELECT id FROM entry
          WHERE id = ${subjects['later']!.id} AND ${whereMay(person, action, sql`entry.id`, bars)}`;
        const standing = (await findStanding(api.db.manager, person.id, 'entry', subjects['later']!.id))!;
        expect([person.roles, (await api.db.query(text, values)).length === 1]).toEqual([
          person.roles,
          may(person, action, standing),
        ]);
      }
    await shiftClock(api.db, '15 days');
  });
});

describe('the scheme that says who is barred', () => {
  it('is the one that the rest of the house takes to be in force, at any time', async () => {
    const schemes = [...(await api.content()).schemes];
    for (const ahead of ['-400 days', '-30 days', '0', '400 days']) {
      await shiftClock(api.db, ahead);
      const [{ now }] = await api.db.query('SELECT clock() AS now');
      const rows = await api.db.query('SELECT scheme FROM scheme_in_force');
      const wanted = schemeInForce(schemes, now);
      expect(rows.map(({ scheme }: { scheme: { version: number } }) => scheme.version)).toEqual(
        wanted ? [wanted.version] : [],
      );
    }
    await shiftClock(api.db, '15 days');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may, policy, type Relation } from '@ennead/domain';
import {
  findStanding,
  Portfolio,
  Review,
  whereMay,
  type Cohort,
  type KnownAction,
  type KnownSubject,
  type Person,
} from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import sql, { raw } from 'sql-template-tag';
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
  people = {
    candidate: candidate.person,
    trainer,
    assessor: first.assessors[0],
    'later assessor': assessors[0],
    moderator,
    manager: await aPerson(api.db, { roles: ['manager'], institutionId: cohort.institutionId }),
    'trainer of the house': await aTrainerOf(cohort),
    'the candidate’s colleague': await aPerson(api.db, {
      roles: ['assessor', 'manager'],
      institutionId: school.id,
    }),
    stranger: certifier.person,
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

const both = (relation: Relation): Record<string, Relation[]> => ({ earlier: [relation], later: [relation] });
const portfolios = (relation: Relation): Record<string, Relation[]> => ({
  portfolio: [relation],
  'later portfolio': [relation],
});

/** Written by hand: who stands how to what; where nothing stands, they are strangers. */
const wanted: Record<string, Record<string, Relation[]>> = {
  candidate: {
    ...both('candidate'),
    portfolio: ['candidate', 'member'],
    'later portfolio': ['candidate', 'member'],
  },
  trainer: { ...both('trainer'), ...portfolios('trainer'), cohort: ['trainer'] },
  assessor: { ...both('assessor'), portfolio: ['assessor'], review: ['assessor'] },
  'later assessor': { ...both('assessor'), 'later portfolio': ['assessor'] },
  moderator: { ...both('moderator'), portfolio: ['moderator'], adjudication: ['moderator'] },
  manager: { earlier: ['member'], ...portfolios('member'), cohort: ['member'] },
  'trainer of the house': { earlier: ['member'], ...portfolios('member'), cohort: ['member'] },
  'the candidate’s colleague': portfolios('member'),
  stranger: {},
  administrator: {},
};

describe('how people stand to what they meet', () => {
  it('is as the table says, for everybody and everything', async () => {
    const found: typeof wanted = {};
    for (const [name, { id: personId }] of Object.entries(people)) {
      found[name] = {};
      for (const [what, { subject, id }] of Object.entries(subjects)) {
        const { on, relations } = (await findStanding(api.db.manager, personId, subject, id))!;
        expect(on).toBe(subject);
        if (relations.length > 0) found[name][what] = [...relations].sort();
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
          WHERE ${whereMay(person, action, sql`listed.id`)} AND listed.id = ${id}`;
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

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may, policy, type Action, type Relation } from '@ennead/domain';
import {
  allowed,
  type Cohort,
  findRelations,
  type Person,
  Portfolio,
  Review,
  type Subject,
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
let subjects: Record<string, { readonly subject: Subject; readonly id: string }>;

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
    portfolio: ['candidate', 'institution'],
    'later portfolio': ['candidate', 'institution'],
  },
  trainer: { ...both('trainer'), ...portfolios('trainer'), cohort: ['trainer'] },
  assessor: { ...both('assessor'), portfolio: ['assessor'], review: ['assessor'] },
  'later assessor': { ...both('assessor'), 'later portfolio': ['assessor'] },
  moderator: { ...both('moderator'), portfolio: ['moderator'], adjudication: ['moderator'] },
  manager: { earlier: ['institution'], ...portfolios('institution'), cohort: ['institution'] },
  'trainer of the house': { earlier: ['institution'], ...portfolios('institution'), cohort: ['institution'] },
  'the candidate’s colleague': portfolios('institution'),
  stranger: {},
  administrator: {},
};

describe('how people stand to what they meet', () => {
  it('is as the table says, for everybody and everything', async () => {
    const found: typeof wanted = {};
    for (const [name, { id: personId }] of Object.entries(people)) {
      found[name] = {};
      for (const [what, { subject, id }] of Object.entries(subjects)) {
        const relations = await findRelations(api.db.manager, personId, subject, id);
        if (relations.length > 0) found[name][what] = relations.sort();
      }
    }
    expect(found).toEqual(wanted);
  });
});

const tables: Record<Subject, string> = {
  cohort: 'cohort',
  entry: 'entry',
  portfolio: 'portfolio',
  review: 'review',
};

describe('a list', () => {
  it.each(Object.keys(policy) as Action[])('has for %s what may be asked for one by one', async (action) => {
    for (const [name, person] of Object.entries(people))
      for (const [what, { subject, id }] of Object.entries(subjects)) {
        const { text, values } = sql`SELECT id FROM ${raw(tables[subject])} listed
          WHERE ${allowed(person, action, subject, sql`listed.id`)} AND listed.id = ${id}`;
        const listed: unknown[] = await api.db.query(text, values);
        const relations = await findRelations(api.db.manager, person.id, subject, id);
        expect([name, what, listed.length === 1]).toEqual([name, what, may(person, action, relations)]);
      }
  });
});

import { describe, expect, it } from '@jest/globals';
import { CaseAct, PersonRole, type ConflictKind } from '@ennead/contracts';
import { may, soleBarsOf, wayIn, whyNot } from './may.ts';
import { policy, type Action, type Relation } from './policy.ts';
import { ownerOf, type Standing } from './standing.ts';

const relations: readonly Relation[] = [
  'candidate',
  'trainer',
  'assessor',
  'moderator',
  'member',
  'registrar',
  'reviewer',
  'adjudicator',
  'holder',
];

/** Every set of relations that a person can have to a subject. */
const allStandings = Array.from({ length: 2 ** relations.length }, (_, bits) =>
  relations.filter((_each, at) => bits & (1 << at)),
);

/** What somebody is barred from: nothing, each act by itself, everything; by which tie does not matter. */
const allBars: readonly (readonly CaseAct[])[] = [
  [],
  ...CaseAct.options.map((act) => [act]),
  CaseAct.options,
];
const barredFrom = (acts: readonly CaseAct[], ties: readonly ConflictKind[] = ['teacher']) =>
  Object.fromEntries(acts.map((act) => [act, ties]));

/** Any relations to what the action is about, whether the database knows of them or not. */
const standing = (action: Action, has: readonly Relation[], barred: Standing['barred'] = {}) =>
  ({ on: policy[action].on, relations: has, barred, tied: barred }) as Standing as never;

type Test = (has: readonly Relation[], barred: readonly CaseAct[]) => boolean;
const is =
  (...wanted: Relation[]): Test =>
  (has) =>
    wanted.every((relation) => has.includes(relation));
const freeTo =
  (act: CaseAct, ...wanted: Relation[]): Test =>
  (has, barred) =>
    !barred.includes(act) && is(...wanted)(has, barred);
const didNotMark: Test = (has) => !has.includes('assessor') && !has.includes('moderator');
const hasItNot: Test = (has) => !has.includes('reviewer') && !has.includes('adjudicator');
const both =
  (one: Test, other: Test): Test =>
  (...asked) =>
    one(...asked) && other(...asked);
const never = () => false;

type Wanted = Partial<Record<PersonRole | 'anyone', Test>> & { readonly on: string };

/** Written by hand: who may, by role, in words that are no copy of the policy's. */
const wanted: Record<Action, Wanted> = {
  'entry.sit': { on: 'ownership', anyone: is('candidate') },
  'enrolment.enter': { on: 'ownership', anyone: is('candidate') },
  'case.leave': { on: 'entry', certifier: didNotMark },
  'entry.excuse': { on: 'entry', administrator: freeTo('excuse') },
  'exception.answer': {
    on: 'entry',
    administrator: freeTo('excuse'),
    registrar: freeTo('excuse', 'registrar'),
  },
  'identity.confirm': { on: 'entry', registrar: freeTo('excuse') },
  'account.join': { on: 'entry', registrar: freeTo('excuse') },
  'account.answer': { on: 'entry', registrar: freeTo('excuse'), administrator: freeTo('excuse') },
  'account.part': { on: 'entry', registrar: freeTo('excuse'), administrator: freeTo('excuse') },
  'accommodation.ask': { on: 'entry', anyone: is('holder'), manager: is('member') },
  'accommodation.decide': { on: 'entry', registrar: freeTo('excuse', 'registrar') },
  'case.register': { on: 'entry', registrar: is('registrar') },
  'entry.clear': { on: 'entry', registrar: freeTo('excuse', 'registrar') },
  'result.read': { on: 'entry', anyone: is('holder'), certifier: freeTo('decide') },
  'scores.read': { on: 'entry', manager: is('member') },
  'trail.read': { on: 'entry', administrator: freeTo('inspect'), certifier: freeTo('decide') },
  'case.decide': { on: 'entry', certifier: freeTo('decide') },
  'case.identify': { on: 'entry', certifier: didNotMark },
  'cohort.read': { on: 'cohort', manager: is('member'), trainer: is('member', 'trainer') },
  'cohort.manage': { on: 'cohort', manager: is('member') },
  'review.mark': {
    on: 'review',
    assessor: freeTo('mark', 'reviewer'),
    moderator: freeTo('settle', 'adjudicator'),
  },
  'review.hand-back': { on: 'review', assessor: is('reviewer'), moderator: is('adjudicator') },
  'review.reassign': { on: 'review', registrar: freeTo('assign', 'registrar') },
  'artefact.review': {
    on: 'portfolio',
    assessor: freeTo('mark', 'reviewer'),
    moderator: freeTo('settle', 'adjudicator'),
  },
  'artefact.own': { on: 'ownership', anyone: is('candidate') },
  'artefact.read': { on: 'entry', certifier: freeTo('decide') },
  'portfolio.review': { on: 'portfolio', assessor: both(freeTo('mark'), hasItNot) },
  'portfolio.adjudicate': { on: 'portfolio', moderator: both(freeTo('settle'), hasItNot) },
};

describe('may', () => {
  it.each(Object.keys(policy) as Action[])('lets do %s whom the table names, and nobody else', (action) => {
    const { on, anyone = never, ...byRole } = wanted[action];
    expect(policy[action].on).toBe(on);
    for (const role of PersonRole.options)
      for (const barred of allBars) {
        const found = allStandings.filter((has) =>
          may({ roles: [role] }, action, standing(action, has, barredFrom(barred))),
        );
        const table = allStandings.filter(
          (has) => anyone(has, barred) || (byRole[role] ?? never)(has, barred),
        );
        expect([role, barred, found]).toEqual([role, barred, table]);
      }
  });

  it('takes what any of somebody’s roles opens, and a conflict of one closes no other', () => {
    const roles: PersonRole[] = ['certifier', 'administrator'];
    const tied = standing('trail.read', [], barredFrom(['decide']));
    expect(may({ roles }, 'trail.read', tied)).toBe(true);
    expect(may({ roles }, 'case.decide', tied)).toBe(false);
    expect(may({ roles: [] }, 'case.decide', standing('case.decide', []))).toBe(false);
  });

  it('takes for an action no standing to anything else', () => {
    const own = ownerOf('ada', { candidateId: 'eve' });
    // @ts-expect-error Whoever owns nothing of it may have trained its candidate.
    expect(may({ roles: ['certifier'] }, 'case.decide', own)).toBe(true);
    const toPortfolio: Standing<'portfolio'> = { on: 'portfolio', relations: [], barred: {}, tied: {} };
    // @ts-expect-error Of a portfolio it is not known who is of the institution.
    expect(may({ roles: ['certifier'] }, 'artefact.read', toPortfolio)).toBe(true);
  });
});

describe('what was lifted', () => {
  it('opens what it bars from, and never the answer to an exception', () => {
    const roles: PersonRole[] = ['administrator', 'registrar'];
    const on = 'entry';
    const lifted: Standing<'entry'> = {
      on,
      relations: ['registrar'],
      barred: {},
      tied: barredFrom(['excuse']),
    };
    expect(may({ roles }, 'entry.excuse', lifted)).toBe(true);
    expect(may({ roles }, 'exception.answer', lifted)).toBe(false);
    expect(whyNot({ roles }, 'exception.answer', lifted)).toEqual(['teacher']);
  });
});

describe('wayIn', () => {
  it('is no act on a case for whoever has another way in', () => {
    const own = standing('result.read', ['holder']);
    expect(wayIn({ roles: ['certifier'] }, 'result.read', own)?.act).toBeUndefined();
    expect(wayIn({ roles: ['certifier'] }, 'result.read', standing('result.read', []))?.act).toBe('decide');
  });
});

describe('whyNot', () => {
  it.each<[string, PersonRole[], Action, Relation[], ConflictKind[], ConflictKind[]]>([
    ['nothing stands against a stranger', ['certifier'], 'case.decide', [], [], []],
    ['what bars from the act', ['certifier'], 'case.decide', ['member'], ['trainer'], ['trainer']],
    [
      'every reason once, in one order',
      ['certifier'],
      'case.decide',
      [],
      ['relative', 'assessor', 'trainer', 'assessor'],
      ['trainer', 'assessor', 'relative'],
    ],
    [
      'nothing to tell to whom it is no business of',
      ['trainer'],
      'case.decide',
      ['trainer'],
      ['trainer'],
      [],
    ],
    ['nor to who gets in another way', ['certifier'], 'result.read', ['holder'], ['candidate'], []],
    ['a relation that is only missing is no conflict', ['manager'], 'cohort.read', ['trainer'], [], []],
  ])('%s', (_, roles, action, has, ties, reasons) => {
    const barred = barredFrom(['decide'], ties);
    expect(whyNot({ roles }, action, standing(action, has, barred))).toEqual(reasons);
  });
});

describe('soleBarsOf', () => {
  it('says what bars where nothing else does, and refuses to where it is not all', () => {
    expect(soleBarsOf('case.identify')).toEqual({ unless: ['assessor', 'moderator'] });
    expect(soleBarsOf('case.decide')).toEqual({ act: 'decide' });
    for (const action of ['trail.read', 'scores.read', 'review.mark'] as const)
      expect(() => soleBarsOf(action)).toThrow(action);
  });
});

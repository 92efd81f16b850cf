import { describe, expect, it } from '@jest/globals';
import { PersonRole, type ConflictKind } from '@ennead/contracts';
import { may, soleBarsOf, whyNot } from './may.ts';
import { policy, type Action, type Relation } from './policy.ts';
import { ownerOf, type Standing } from './standing.ts';

const relations: readonly Relation[] = ['candidate', 'trainer', 'assessor', 'moderator', 'member'];

/** Every set of relations that a person can have to a subject. */
const allStandings = Array.from({ length: 2 ** relations.length }, (_, bits) =>
  relations.filter((_each, at) => bits & (1 << at)),
);

/** Any relations to what the action is about, whether the database knows of them or not. */
const standing = (action: Action, has: readonly Relation[]) =>
  ({ on: policy[action].on, relations: has }) as Standing as never;

type Test = (has: readonly Relation[]) => boolean;
const is =
  (...wanted: Relation[]): Test =>
  (has) =>
    wanted.every((relation) => has.includes(relation));
const uninvolved: Test = (has) => !has.some((relation) => relation !== 'member');
const never = () => false;

type Wanted = Partial<Record<PersonRole | 'anyone', Test>> & { readonly on: string };

/** Written by hand: who may, by role, in words that are no copy of the policy's. */
const wanted: Record<Action, Wanted> = {
  'entry.sit': { on: 'ownership', anyone: is('candidate') },
  'enrolment.enter': { on: 'ownership', anyone: is('candidate') },
  'result.read': { on: 'entry', anyone: is('candidate'), certifier: uninvolved },
  'scores.read': { on: 'entry', manager: is('member') },
  'trail.read': { on: 'entry', administrator: () => true, certifier: uninvolved },
  'case.decide': { on: 'entry', certifier: uninvolved },
  'case.identify': {
    on: 'entry',
    certifier: (has) => !has.includes('assessor') && !has.includes('moderator'),
  },
  'cohort.read': { on: 'cohort', manager: is('member'), trainer: is('member', 'trainer') },
  'cohort.manage': { on: 'cohort', manager: is('member') },
  'review.mark': { on: 'review', assessor: is('assessor'), moderator: is('moderator') },
  'artefact.review': { on: 'portfolio', assessor: is('assessor'), moderator: is('moderator') },
  'artefact.own': { on: 'ownership', anyone: is('candidate') },
  'artefact.read': { on: 'entry', certifier: uninvolved },
  'portfolio.review': { on: 'portfolio', assessor: uninvolved },
  'portfolio.adjudicate': { on: 'portfolio', moderator: uninvolved },
};

describe('may', () => {
  it.each(Object.keys(policy) as Action[])('lets do %s whom the table names, and nobody else', (action) => {
    const { on, anyone = never, ...byRole } = wanted[action];
    expect(policy[action].on).toBe(on);
    for (const role of PersonRole.options)
      for (const has of allStandings)
        expect([role, has, may({ roles: [role] }, action, standing(action, has))]).toEqual([
          role,
          has,
          anyone(has) || (byRole[role] ?? never)(has),
        ]);
  });

  it('takes what any of somebody’s roles opens, and a conflict of one closes no other', () => {
    const both: { roles: PersonRole[] } = { roles: ['certifier', 'administrator'] };
    expect(may(both, 'trail.read', { on: 'entry', relations: ['trainer'] })).toBe(true);
    expect(may(both, 'case.decide', { on: 'entry', relations: ['trainer'] })).toBe(false);
    expect(may({ roles: [] }, 'case.decide', { on: 'entry', relations: [] })).toBe(false);
  });

  it('takes for an action no standing to anything else', () => {
    const own = ownerOf('ada', { candidateId: 'eve' });
    // @ts-expect-error Whoever owns nothing of it may have trained its candidate.
    expect(may({ roles: ['certifier'] }, 'case.decide', own)).toBe(true);
    // @ts-expect-error Of a portfolio it is not known who marked an earlier one.
    expect(may({ roles: ['certifier'] }, 'artefact.read', { on: 'portfolio', relations: [] })).toBe(true);
  });
});

describe('whyNot', () => {
  it.each<[string, PersonRole[], Action, Relation[], ConflictKind[]]>([
    ['nothing stands against a stranger', ['certifier'], 'case.decide', [], []],
    ['nobody decides their own', ['certifier'], 'case.decide', ['candidate'], ['candidate']],
    ['who trains', ['certifier'], 'case.decide', ['trainer', 'member'], ['trainer']],
    [
      'every reason once, in one order',
      ['certifier'],
      'case.decide',
      ['moderator', 'trainer', 'assessor'],
      ['trainer', 'assessor', 'moderator'],
    ],
    ['nothing to tell to whom it is no business of', ['trainer'], 'case.decide', ['trainer'], []],
    ['nor to who gets in another way', ['certifier'], 'result.read', ['candidate'], []],
    ['a relation that is only missing is no conflict', ['manager'], 'cohort.read', ['trainer'], []],
  ])('%s', (_, roles, action, has, reasons) => {
    expect(whyNot({ roles }, action, standing(action, has))).toEqual(reasons);
  });
});

describe('soleBarsOf', () => {
  it('says what bars where nothing else does, and refuses to where it is not all', () => {
    expect(soleBarsOf('case.identify')).toEqual(['assessor', 'moderator']);
    for (const action of ['trail.read', 'scores.read', 'review.mark'] as const)
      expect(() => soleBarsOf(action)).toThrow(action);
  });
});

import { describe, expect, it } from '@jest/globals';
import { PersonRole, type ConflictKind } from '@ennead/contracts';
import { may, whyNot } from './may.ts';
import { policy, type Action, type Relation } from './policy.ts';

const relations: readonly Relation[] = ['candidate', 'trainer', 'assessor', 'moderator', 'institution'];

/** Every set of relations that a person can have to a subject. */
const allStandings = Array.from({ length: 2 ** relations.length }, (_, bits) =>
  relations.filter((_each, at) => bits & (1 << at)),
);

type Standing = readonly Relation[];
const is =
  (...wanted: Relation[]) =>
  (has: Standing) =>
    wanted.every((relation) => has.includes(relation));
const uninvolved = (has: Standing) => !has.some((relation) => relation !== 'institution');
const never = () => false;

/** Written by hand: who may, by role, in words that are no copy of the policy's. */
const wanted: Record<
  Action,
  Partial<Record<PersonRole, (has: Standing) => boolean>> & { anyone?: (has: Standing) => boolean }
> = {
  'entry.sit': { anyone: is('candidate') },
  'enrolment.enter': { anyone: is('candidate') },
  'result.read': { anyone: is('candidate'), certifier: uninvolved },
  'scores.read': { manager: is('institution') },
  'evidence.read': { certifier: uninvolved },
  'trail.read': { administrator: () => true, certifier: uninvolved },
  'case.decide': { certifier: uninvolved },
  'case.identify': { certifier: (has) => !has.includes('assessor') && !has.includes('moderator') },
  'cohort.read': { manager: is('institution'), trainer: is('institution', 'trainer') },
  'cohort.manage': { manager: is('institution') },
  'review.mark': { assessor: is('assessor'), moderator: is('moderator') },
  'artefact.mark': { assessor: is('assessor'), moderator: is('moderator') },
  'artefact.read': { anyone: is('candidate'), certifier: uninvolved },
  'portfolio.review': { assessor: uninvolved },
  'portfolio.adjudicate': { moderator: uninvolved },
};

describe('may', () => {
  it.each(Object.keys(policy) as Action[])('lets do %s whom the table names, and nobody else', (action) => {
    const { anyone = never, ...byRole } = wanted[action];
    for (const role of PersonRole.options)
      for (const has of allStandings)
        expect([role, has, may({ roles: [role] }, action, has)]).toEqual([
          role,
          has,
          anyone(has) || (byRole[role] ?? never)(has),
        ]);
  });

  it('takes what any of somebody’s roles opens, and a conflict of one closes no other', () => {
    const both: { roles: PersonRole[] } = { roles: ['certifier', 'administrator'] };
    expect(may(both, 'trail.read', ['trainer'])).toBe(true);
    expect(may(both, 'case.decide', ['trainer'])).toBe(false);
    expect(may({ roles: [] }, 'case.decide', [])).toBe(false);
  });
});

describe('whyNot', () => {
  it.each<[string, PersonRole[], Action, Relation[], ConflictKind[]]>([
    ['nothing stands against a stranger', ['certifier'], 'case.decide', [], []],
    ['nobody decides their own', ['certifier'], 'case.decide', ['candidate'], ['candidate']],
    ['who trained', ['certifier'], 'case.decide', ['trainer', 'institution'], ['trainer']],
    [
      'every reason once, in one order',
      ['certifier'],
      'case.decide',
      ['moderator', 'trainer', 'assessor'],
      ['trainer', 'assessor', 'moderator'],
    ],
    ['nothing to tell to whom it is no business of', ['trainer'], 'case.decide', ['trainer'], []],
    ['nor to who gets in another way', ['certifier'], 'result.read', ['candidate'], []],
    ['a role without the relation is no conflict', ['manager'], 'cohort.read', ['trainer'], []],
  ])('%s', (_, roles, action, has, reasons) => {
    expect(whyNot({ roles }, action, has)).toEqual(reasons);
  });
});

import { ConflictKind, type PersonRole } from '@ennead/contracts';
import { policy, type Action, type Relation, type SubjectOf, type Way } from './policy.ts';
import type { Standing } from './standing.ts';

type Roles = { readonly roles: readonly PersonRole[] };
/** Of whatever kind the subject is. */
type Stands = {
  readonly relations: readonly Relation[];
  readonly barred: Standing['barred'];
  readonly tied: Standing['tied'];
};

/** Whether somebody who stands so to a subject may do this to it. */
export const may = <A extends Action>(caller: Roles, action: A, standing: Standing<SubjectOf<A>>): boolean =>
  wayIn(caller, action, standing) !== undefined;

/** The way that is open to somebody who stands so, one that is no act on a case before one that is. */
export const wayIn = <A extends Action>(
  caller: Roles,
  action: A,
  standing: Standing<SubjectOf<A>>,
): Way | undefined =>
  waysOf(caller, action)
    .filter((way) => leadsIn(way, standing) && barsIn(way, standing).length === 0)
    .toSorted((a, b) => Number(a.act !== undefined) - Number(b.act !== undefined))[0];

/**
 * What keeps somebody from it who otherwise might, each reason once and in the order in which they are told; empty for
 * whoever may, and for whoever has no business with the subject.
 */
export const whyNot = <A extends Action>(
  caller: Roles,
  action: A,
  standing: Standing<SubjectOf<A>>,
): ConflictKind[] => {
  if (may(caller, action, standing)) return [];
  const bars = waysOf(caller, action)
    .filter((way) => leadsIn(way, standing))
    .flatMap((way) => barsIn(way, standing));
  return ConflictKind.options.filter((kind) => bars.includes(kind));
};

/** The ways that somebody's roles open, whatever the subject is. */
export const waysOf = ({ roles }: Roles, action: Action): Way[] =>
  allWaysOf(action).filter(({ as }) => as === undefined || roles.includes(as));

/**
 * What keeps anybody from it who has the one role that it asks for: relations that hold, and ties by an act.
 *
 * @throws Error for an action with several ways or with a relation that it asks for, of which they would not be all
 */
export const soleBarsOf = (action: Action): Pick<Way, 'unless' | 'act'> => {
  const [way, ...others] = allWaysOf(action);
  if (!(way?.unless ?? way?.act) || way.being || others.length > 0)
    throw new Error(`${action} is barred by more than relations.`);
  return { unless: way.unless, act: way.act };
};

const allWaysOf = (action: Action): readonly Way[] => policy[action].ways;

const leadsIn = ({ being = [] }: Way, { relations }: Stands): boolean =>
  being.every((relation) => has(relations, relation));

const barsIn = (
  { unless = [], act, unlifted }: Way,
  { relations, barred, tied }: Stands,
): readonly Relation[] => [
  ...unless.filter((relation) => has(relations, relation)),
  ...((act && (unlifted ? tied : barred)[act]) ?? []),
];

const has = (relations: readonly Relation[], relation: Relation): boolean => relations.includes(relation);

import { ConflictKind, type PersonRole } from '@ennead/contracts';
import { policy, type Action, type Relation, type SubjectOf, type Way } from './policy.ts';
import type { Standing } from './standing.ts';

type Roles = { readonly roles: readonly PersonRole[] };

/** Whether somebody who stands so to a subject may do this to it. */
export const may = <A extends Action>(
  caller: Roles,
  action: A,
  { relations }: Standing<SubjectOf<A>>,
): boolean =>
  waysOf(caller, action).some((way) => leadsIn(way, relations) && barring(way, relations).length === 0);

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
    .filter((way) => leadsIn(way, standing.relations))
    .flatMap((way) => barring(way, standing.relations));
  return ConflictKind.options.filter((kind) => bars.includes(kind));
};

/** The ways that somebody's roles open, whatever the subject is. */
export const waysOf = ({ roles }: Roles, action: Action): Way[] =>
  allWaysOf(action).filter(({ as }) => as === undefined || roles.includes(as));

/**
 * The relations that keep anybody from it who has the one role that it asks for.
 *
 * @throws Error for an action with several ways or with a relation that it asks for, of which they would not be all
 */
export const soleBarsOf = (action: Action): readonly Relation[] => {
  const [way, ...others] = allWaysOf(action);
  if (!way?.unless || way.being || others.length > 0)
    throw new Error(`${action} is barred by more than relations.`);
  return way.unless;
};

const allWaysOf = (action: Action): readonly Way[] => policy[action].ways;

const leadsIn = ({ being = [] }: Way, relations: readonly Relation[]): boolean =>
  being.every((relation) => relations.includes(relation));

const barring = ({ unless = [] }: Way, relations: readonly Relation[]): Relation[] =>
  unless.filter((relation) => relations.includes(relation));

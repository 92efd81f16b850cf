import { ConflictKind, type PersonRole } from '@ennead/contracts';
import { policy, type Action, type Relation, type Way } from './policy.ts';

type Roles = { readonly roles: readonly PersonRole[] };

/** Whether somebody who stands in these relations to a subject may do this to it. */
export const may = (caller: Roles, action: Action, relations: readonly Relation[]): boolean =>
  waysOf(caller, action).some((way) => leadsIn(way, relations) && barredBy(way, relations).length === 0);

/**
 * What keeps somebody from it who otherwise might, each reason once and in the order in which they are told; empty for
 * whoever may, and for whoever has no business with the subject.
 */
export const whyNot = (caller: Roles, action: Action, relations: readonly Relation[]): ConflictKind[] => {
  if (may(caller, action, relations)) return [];
  const bars = waysOf(caller, action)
    .filter((way) => leadsIn(way, relations))
    .flatMap((way) => barredBy(way, relations));
  return ConflictKind.options.filter((kind) => bars.includes(kind));
};

/** The ways that somebody's roles open, whatever the subject is. */
export const waysOf = ({ roles }: Roles, action: Action): Way[] => {
  const ways: readonly Way[] = policy[action];
  return ways.filter(({ as }) => as === undefined || roles.includes(as));
};

/** The relations that keep somebody from it on any of its ways. */
export const barsOf = (action: Action): Relation[] => {
  const ways: readonly Way[] = policy[action];
  return [...new Set(ways.flatMap(({ unless = [] }) => unless))];
};

const leadsIn = ({ being = [] }: Way, relations: readonly Relation[]): boolean =>
  being.every((relation) => relations.includes(relation));

const barredBy = ({ unless = [] }: Way, relations: readonly Relation[]): Relation[] =>
  unless.filter((relation) => relations.includes(relation));

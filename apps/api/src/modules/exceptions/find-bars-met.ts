import {
  Refusal,
  type CaseAct,
  type ConflictKind,
  type ExceptionSubject,
  type PersonRole,
} from '@ennead/contracts';
import { may, whyNot, type Action } from '@ennead/domain';
import { findConflicts, findStanding } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';

/** By which actions of the policy somebody does an act on one case. */
const actionsOf: Partial<Record<CaseAct, readonly OnEntry[]>> = {
  decide: ['case.decide'],
  excuse: ['entry.clear', 'entry.excuse'],
  inspect: ['trail.read'],
};
type OnEntry = Extract<Action, 'case.decide' | 'entry.clear' | 'entry.excuse' | 'trail.read'>;
/** Upon many cases at once there is one act each; of a session it is also for registrars to say who looks after it. */
const actOn = {
  session: { act: 'arrange', by: ['registrar', 'administrator'] },
  cell: { act: 'prepare', by: ['administrator'] },
} as const satisfies Record<string, { act: CaseAct; by: readonly PersonRole[] }>;

/**
 * What bars the caller from an act upon a subject that would otherwise be theirs to do; empty where nothing does.
 *
 * @throws Refusal NOT_FOUND where it is no business of theirs, whoever is in it
 */
export const findBarsMet = async (
  manager: EntityManager,
  caller: Caller,
  act: CaseAct,
  subject: ExceptionSubject,
): Promise<readonly ConflictKind[]> => {
  if (subject.on === 'entry') {
    const standing = await findStanding(manager, caller.id, 'entry', subject.id);
    if (!standing) throw new Refusal('NOT_FOUND');
    const actions = actionsOf[act] ?? [];
    if (actions.some((action) => may(caller, action, standing))) return [];
    const barring = actions
      .map((action) => whyNot(caller, action, standing))
      .find(({ length }) => length > 0);
    if (!barring) throw new Refusal('NOT_FOUND');
    return barring;
  }
  const theirs = actOn[subject.on];
  if (theirs.act !== act || !theirs.by.some((role) => caller.roles.includes(role)))
    throw new Refusal('NOT_FOUND');
  return (await findConflicts(manager, caller.id, act, subject)).conflicts;
};

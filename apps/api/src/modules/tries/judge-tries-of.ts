import type { LevelCode, RoleCode, Scheme } from '@ennead/contracts';
import { judgeNextTry, type NextTry } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { topGradeOf } from '../results/schemes.ts';
import { lockAccountsOf, lockCandidacies } from '../enrolments/lock-accounts.ts';
import { findTriesOf } from './find-tries.ts';

export type Asked = {
  readonly place: { readonly role: RoleCode; readonly level: LevelCode };
  /** In force now. */
  readonly scheme: Scheme;
  readonly now: Date;
  /** When the session opens that they are to be entered into. */
  readonly opensAt: Date;
};

/**
 * What the next try of each of these people may be, by person; nobody is in it who never entered for the role and
 * level. Within a transaction their enrolments stay locked, so that what is allowed stays so.
 */
export const judgeTriesOf = async (
  manager: EntityManager,
  personIds: readonly string[],
  { place: { role, level }, scheme, now, opensAt }: Asked,
): Promise<ReadonlyMap<string, NextTry>> => {
  await lockAccountsOf(manager, personIds);
  await lockCandidacies(manager, personIds, { role, level });
  const tries = await findTriesOf(manager, personIds, { role, level });
  const topGrade = topGradeOf(scheme, level);
  return new Map(
    [...tries].map(([personId, earlier]) => [
      personId,
      judgeNextTry(scheme.rules, earlier, topGrade, now.toISOString(), opensAt.toISOString()),
    ]),
  );
};

import type { LevelCode, RoleCode, Scheme } from '@ennead/contracts';
import { judgeNextTry, type NextTry } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { topGradeOf } from '../results/schemes.ts';
import { findTries } from './find-tries.ts';

export type Asked = {
  readonly place: { readonly role: RoleCode; readonly level: LevelCode };
  /** In force now. */
  readonly scheme: Scheme;
  readonly now: Date;
  /** When the session opens that they are to be entered into. */
  readonly opensAt: Date;
};

/**
 * What the next try of each of these people may be, by person; nobody is in it who was never enrolled for the role and
 * level. Within a transaction their enrolments stay locked, so that what is allowed stays so.
 */
export const judgeTriesOf = async (
  manager: EntityManager,
  personIds: readonly string[],
  { place: { role, level }, scheme, now, opensAt }: Asked,
): Promise<ReadonlyMap<string, NextTry>> => {
  const enrolments: { id: string; candidateId: string }[] = await manager.query(
    `SELECT id, candidate_id AS "candidateId" FROM enrolment
     WHERE candidate_id = ANY ($1::uuid[]) AND role = $2 AND level = $3 ORDER BY id FOR NO KEY UPDATE`,
    [personIds, role, level],
  );
  const tries = await findTries(
    manager,
    enrolments.map(({ id }) => id),
  );
  const topGrade = topGradeOf(scheme, level);
  return new Map(
    enrolments.map(({ id, candidateId }) => [
      candidateId,
      judgeNextTry(scheme.rules, tries.get(id) ?? [], topGrade, now.toISOString(), opensAt.toISOString()),
    ]),
  );
};

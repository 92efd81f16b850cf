import { describeCredentialState, hasExpired, validityOf } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import type { Schemes } from '../results/schemes.ts';
import { findGrantedUpon } from '../tries/carried-into-grant.ts';

/** Whether the grade of an entry is held: one whose certificate gave way to a better one, or has ended, is on record only. */
export const isHeld = ({ credential, now }: Pick<Case, 'credential' | 'now'>): boolean =>
  credential !== null && describeCredentialState(credential, now) === 'valid';

/**
 * The entry whose grade is held again once the one that is held is taken back: the best that any other of the enrolment
 * grants, the newer of two alike. One that rests on scores of what is taken back is left to people, and one whose time is
 * over stays on record.
 *
 * @returns null where there is none, or where the entry's own grade is not the one that is held
 */
export const findHeldAgain = async (
  manager: EntityManager,
  schemes: Schemes,
  withdrawn: Case,
): Promise<Case | null> => {
  if (!isHeld(withdrawn)) return null;
  const resting = await findGrantedUpon(manager, withdrawn.entryId);
  const others = (await findCasesOf(manager, withdrawn.enrolmentId)).filter(
    ({ entryId, number, decision }) =>
      entryId !== withdrawn.entryId && decision?.outcome === 'grant' && !resting.includes(number),
  );
  const standing: Case[] = [];
  for (const one of others) if (!(await isOver(schemes, one))) standing.push(one);
  return standing.sort((a, b) => gradeOf(b) - gradeOf(a) || b.number - a.number)[0] ?? null;
};

const gradeOf = ({ decision }: Case): number => decision?.grade ?? 0;

/** By the certificate that it had; one that never had any would have ended as if it had. */
const isOver = async (schemes: Schemes, found: Case): Promise<boolean> => {
  if (found.credential) return hasExpired(found.credential.expiresAt, found.now);
  const { scheme } = await schemes.rulesOf(found);
  const validity = validityOf(scheme.rules, found.decision!.effectiveAt!);
  return hasExpired(validity?.expiresAt ?? null, found.now);
};

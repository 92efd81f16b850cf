import { hasExpired, isLowered, isValidCredential, settleEnd } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { findTerms, sourceEnds } from '../credentials/find-terms.ts';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import { composeCase } from '../results/compose-case.ts';
import type { Schemes } from '../results/schemes.ts';
import { isWithdrawn } from './upon-withdrawn.ts';

/** Whether the grade of an entry is held: one whose certificate gave way to a better one, or has ended, is on record only. */
export const isHeld = ({ credential, now }: Pick<Case, 'credential' | 'now'>): boolean =>
  credential !== null && isValidCredential(credential, now);

/** An entry whose grade is held again, and when its certificate ends; null where it has no end. */
export type HeldAgain = { readonly found: Case; readonly expiresAt: string | null };

/**
 * The entry whose grade is held again once the one that is held here is taken back, or once this entry, whose grade is taken
 * back, is decided anew and its scores count again: the best that any other of the enrolment grants, the newer of two alike. One
 * whose scores no longer reach its grade, or come from a try whose grade is taken back, now or before, is left to people, and one
 * whose time is over stays on record.
 *
 * @returns null where there is none, or where nothing changes what is held
 */
export const findHeldAgain = async (
  manager: EntityManager,
  schemes: Schemes,
  changed: Case,
): Promise<HeldAgain | null> => {
  const isDecidedAnew = isWithdrawn(changed);
  if (!isDecidedAnew && !isHeld(changed)) return null;
  const { enrolmentId, entryId, now } = changed;
  const cases = (await findCasesOf(manager, enrolmentId)).filter((one) => one.entryId !== entryId);
  const takenBack = new Set(cases.filter(isWithdrawn).map((one) => one.entryId));
  if (!isDecidedAnew) takenBack.add(entryId);
  const terms = await findTerms(manager, enrolmentId);
  const standing: HeldAgain[] = [];
  for (const found of cases) {
    if (found.decision?.outcome !== 'grant' || takenBack.has(found.entryId)) continue;
    if (found.carried.some(({ fromEntryId }) => takenBack.has(fromEntryId))) continue;
    const rules = await schemes.rulesOf(found);
    if (isLowered({ granted: found.decision.grade }, composeCase(found, rules).grade)) continue;
    const sources = sourceEnds(
      rules.scheme.rules,
      terms,
      found.carried.map(({ fromEntryId }) => fromEntryId),
    );
    const expiresAt = settleEnd(rules.scheme.rules, terms.get(found.entryId)!, sources, null);
    if (!hasExpired(expiresAt, now)) standing.push({ found, expiresAt });
  }
  const best = standing.sort(byGrade)[0];
  // Of one that is held already nothing changes.
  return best && !isHeld(best.found) ? best : null;
};

const byGrade = (one: HeldAgain, other: HeldAgain): number =>
  gradeOf(other) - gradeOf(one) || other.found.number - one.found.number;

const gradeOf = ({ found }: HeldAgain): number => found.decision?.grade ?? 0;

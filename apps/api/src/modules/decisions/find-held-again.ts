import { describeCredentialState, hasExpired, isLowered, settleEnd, type GrantTerm } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { findTerms } from '../credentials/find-terms.ts';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import { composeCase } from '../results/compose-case.ts';
import type { Rules, Schemes } from '../results/schemes.ts';
import { isWithdrawn } from './upon-withdrawn.ts';

/** Whether the grade of an entry is held: one whose certificate gave way to a better one, or has ended, is on record only. */
export const isHeld = ({ credential, now }: Pick<Case, 'credential' | 'now'>): boolean =>
  credential !== null && describeCredentialState(credential, now) === 'valid';

/** An entry whose grade is held again, and when its certificate ends; null where it has no end. */
export type HeldAgain = { readonly found: Case; readonly expiresAt: string | null };

/**
 * The entry whose grade is held again once the one that is held is taken back: the best that any other of the enrolment
 * grants, the newer of two alike. One whose scores no longer reach its grade, or come from a try whose grade is taken back,
 * now or before, is left to people, and one whose time is over stays on record.
 *
 * @returns null where there is none, or where the entry's own grade is not the one that is held
 */
export const findHeldAgain = async (
  manager: EntityManager,
  schemes: Schemes,
  withdrawn: Case,
): Promise<HeldAgain | null> => {
  if (!isHeld(withdrawn)) return null;
  const { enrolmentId, entryId, now } = withdrawn;
  const cases = await findCasesOf(manager, enrolmentId);
  const takenBack = new Set([entryId, ...cases.filter(isWithdrawn).map((one) => one.entryId)]);
  const terms = await findTerms(manager, enrolmentId);
  const standing: HeldAgain[] = [];
  for (const found of cases) {
    if (found.decision?.outcome !== 'grant' || takenBack.has(found.entryId)) continue;
    if (found.carried.some(({ fromEntryId }) => takenBack.has(fromEntryId))) continue;
    const rules = await schemes.rulesOf(found);
    if (isLowered({ granted: found.decision.grade }, composeCase(found, rules).grade)) continue;
    const expiresAt = endOf(found, rules, terms);
    if (!hasExpired(expiresAt, now)) standing.push({ found, expiresAt });
  }
  return standing.sort(byGrade)[0] ?? null;
};

const byGrade = (one: HeldAgain, other: HeldAgain): number =>
  gradeOf(other) - gradeOf(one) || other.found.number - one.found.number;

const gradeOf = ({ found }: HeldAgain): number => found.decision?.grade ?? 0;

/**
 * The same sittings give no new time: it ends as its own grant let it end, and not after a certificate of an entry whose scores
 * it carries, as a higher grade that is not all new would.
 */
const endOf = (
  { entryId, carried }: Case,
  { scheme }: Rules,
  terms: ReadonlyMap<string, GrantTerm>,
): string | null => {
  const own = settleEnd(scheme.rules, terms.get(entryId)!, null);
  return [own, ...carried.map(({ fromEntryId }) => terms.get(fromEntryId)?.certifiedUntil ?? null)].reduce(
    (first, end) => (first === null || (end !== null && end < first) ? end : first),
    null,
  );
};

import { describeCredentialState, hasExpired, isLowered, validityOf } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import type { Case } from '../enrolments/case.ts';
import { findCasesOf } from '../enrolments/find-cases-of.ts';
import { composeCase } from '../results/compose-case.ts';
import type { Rules, Schemes } from '../results/schemes.ts';

/** Whether the grade of an entry is held: one whose certificate gave way to a better one, or has ended, is on record only. */
export const isHeld = ({ credential, now }: Pick<Case, 'credential' | 'now'>): boolean =>
  credential !== null && describeCredentialState(credential, now) === 'valid';

/** An entry whose grade is held again, and when its certificate ends; null where it has no end. */
export type HeldAgain = { readonly found: Case; readonly expiresAt: Date | null };

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
  const ends = await findEnds(manager, enrolmentId);
  const standing: HeldAgain[] = [];
  for (const found of cases) {
    if (found.decision?.outcome !== 'grant' || takenBack.has(found.entryId)) continue;
    if (found.carried.some(({ fromEntryId }) => takenBack.has(fromEntryId))) continue;
    const rules = await schemes.rulesOf(found);
    if (isLowered({ granted: found.decision.grade }, composeCase(found, rules).grade)) continue;
    const expiresAt = endOf(found, rules, ends);
    if (!hasExpired(expiresAt, now)) standing.push({ found, expiresAt });
  }
  return standing.sort(byGrade)[0] ?? null;
};

const isWithdrawn = ({ decision }: Case): boolean => decision?.outcome === 'withdraw';

const byGrade = (one: HeldAgain, other: HeldAgain): number =>
  gradeOf(other) - gradeOf(one) || other.found.number - one.found.number;

const gradeOf = ({ found }: HeldAgain): number => found.decision?.grade ?? 0;

type Ends = ReadonlyMap<string, Date | null>;

/** When the last certificate of each entry ends, or ended, whatever became of it. */
const findEnds = async (manager: EntityManager, enrolmentId: string): Promise<Ends> => {
  const rows: { entryId: string; expiresAt: Date | null }[] = await manager.query(
    `SELECT DISTINCT ON (decision.entry_id) decision.entry_id AS "entryId", credential.expires_at AS "expiresAt"
     FROM credential JOIN decision ON decision.id = credential.decision_id
     WHERE credential.enrolment_id = $1 ORDER BY decision.entry_id, credential.issued_at DESC, credential.id`,
    [enrolmentId],
  );
  return new Map(rows.map(({ entryId, expiresAt }) => [entryId, expiresAt]));
};

/**
 * The same sittings give no new time: it ends with what the entry had, or would have had by its own decision, and not after
 * a certificate of an entry whose scores it carries, as a higher grade that is not all new would.
 */
const endOf = ({ entryId, decision, carried }: Case, { scheme }: Rules, ends: Ends): Date | null => {
  const own = ends.has(entryId) ? ends.get(entryId)! : endOfTerm(scheme.rules, decision!.effectiveAt!);
  return [own, ...carried.map(({ fromEntryId }) => ends.get(fromEntryId) ?? null)].reduce(
    (first, end) => (first === null || (end !== null && end < first) ? end : first),
    null,
  );
};

const endOfTerm = (rules: Rules['scheme']['rules'], decidedAt: string): Date | null => {
  const validity = validityOf(rules, decidedAt);
  return validity && new Date(validity.expiresAt);
};

import { entryLifecycle, type SchemeRules, type TryRules } from '@ennead/contracts';
import { stateAfter } from '../lifecycle/moves.ts';
import { addInZone, isBefore, latestOf } from '../time/zoned-calendar.ts';
import type { Entry } from './entry.ts';
import { heldGrade } from './held-grade.ts';
import { judgeOpen } from './judge-open.ts';
import { nextNumber } from './next-number.ts';
import { triesInWindow } from './tries-in-window.ts';
import type { AllowedEntry, DatedTryRefusal, Refused, TryRefusal } from './try-refusal.ts';
import { usesTry } from './uses-try.ts';

export type NextTry = AllowedEntry<'first' | 'retake' | 'higher'> | Refused<TryRefusal>;

/**
 * Whether a person may enter again for the same role and level, and as what. The first try is always allowed, unless it
 * is open; a further one after the days of waiting from the notice of the last decision, while fewer than the most
 * tries were used in the rolling months. Where both stand against it, the later instant is told: then the try is allowed.
 *
 * Wait and count stand against sitting, not against entering: they are judged for the earliest instant at which something
 * can be sat. The top grade stands against entering as long as it is held: renewing it before it ends is no retake.
 *
 * @param entries all of the enrolment, and of the same person's by other accounts, in any order
 * @param topGrade highest grade of the level
 * @param now when the entry is asked for, ISO 8601 with an offset
 * @param opensAt when the session opens that is asked for; left out: one that is open
 */
export function judgeNextTry(
  { tries, timeZone }: Pick<SchemeRules, 'timeZone' | 'tries'>,
  entries: readonly Entry[],
  topGrade: number,
  now: string,
  opensAt: string = now,
): NextTry {
  const counted = entries.filter(({ cause }) => cause !== 'mock');
  const open = judgeOpen(counted);
  if (open) return open;
  const held = heldGrade(counted, now);
  if (held !== null && held >= topGrade) return { kind: 'refused', code: 'GRADE_AT_TOP', grade: held };
  const number = nextNumber(entries);
  const standing = counted.filter(({ state }) => state !== stateAfter(entryLifecycle, 'replace'));
  const isFirst = held === null && standing.every((entry) => !entry.decision && !usesTry(entry, now));
  if (isFirst) return { kind: 'allowed', number, cause: 'first' };
  if (!tries) return { kind: 'refused', code: 'TRY_NOT_OFFERED' };
  const satAt = isBefore(now, opensAt) ? opensAt : now;
  const refusal = laterOf(
    judgeWait(tries, timeZone, standing, satAt),
    judgeCount(tries, timeZone, standing, satAt),
  );
  if (refusal) return { kind: 'refused', ...refusal };
  return { kind: 'allowed', number, cause: held === null ? 'retake' : 'higher' };
}

function judgeWait(
  { waitDays }: TryRules,
  timeZone: string,
  entries: readonly Entry[],
  satAt: string,
): DatedTryRefusal | null {
  const last = latestOf(entries.flatMap(({ decision }) => decision?.notifiedAt ?? []));
  const earliestAt = last && addInZone(last, { days: waitDays }, timeZone);
  return earliestAt && isBefore(satAt, earliestAt) ? { code: 'TRY_TOO_EARLY', earliestAt, waitDays } : null;
}

function judgeCount(
  tries: TryRules,
  timeZone: string,
  entries: readonly Entry[],
  satAt: string,
): DatedTryRefusal | null {
  const { most, withinMonths } = tries;
  const counted = triesInWindow(tries, timeZone, entries, satAt);
  const used = counted.length;
  if (used < most) return null;
  return { code: 'TRIES_USED_UP', earliestAt: counted[used - most]!.leavesAt, used, most, withinMonths };
}

function laterOf(wait: DatedTryRefusal | null, count: DatedTryRefusal | null): DatedTryRefusal | null {
  if (!wait || !count) return wait ?? count;
  return isBefore(count.earliestAt, wait.earliestAt) ? wait : count;
}

import type { OwnEntry } from '@ennead/contracts';

/** What a candidate does next, or waits for. */
export type NextStep =
  | 'exam-resume'
  | 'lab-resume'
  | 'exam-wait'
  | 'exam-start'
  | 'exam-missed'
  | 'lab-start'
  | 'lab-missed'
  | 'portfolio'
  | 'await-scores'
  | 'await-decision'
  | 'decided';

/** Parts that a candidate of this entry has dealt with: handed in, or too late for. */
const isOver = (state: string): boolean => state !== 'not-started' && state !== 'open' && state !== 'draft';

/**
 * The one thing that comes next, by the server's clock: first what is running against the time, then the parts in
 * their order. A missed exam or lab is said before what is left, because somebody has to be asked about it.
 */
export function findNextStep(entry: OwnEntry): NextStep {
  const { exam, lab, portfolio, result, serverNow, opensAt, closesAt } = entry;
  const now = Date.parse(serverNow);
  const hasClosed = now >= Date.parse(closesAt);
  if (result.outcome !== null) return 'decided';
  if (exam.state === 'open') return 'exam-resume';
  if (lab.state === 'open') return 'lab-resume';
  if (now < Date.parse(opensAt) && exam.state === 'not-started') return 'exam-wait';
  if (exam.state === 'not-started') return hasClosed ? 'exam-missed' : 'exam-start';
  if (lab.state === 'not-started') return hasClosed ? 'lab-missed' : 'lab-start';
  if (!isOver(portfolio.state)) return 'portfolio';
  const scores = [exam.scoreCents, lab.scoreCents, portfolio.scoreCents];
  return scores.includes(null) ? 'await-scores' : 'await-decision';
}

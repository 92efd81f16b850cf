import type { EntryPart, ExamPart, LabPart, OwnEntry, PortfolioPart } from '@ennead/contracts';
import { hasEnded, isPending } from '../../lib/has-ended.ts';

/** A part that is sat against the time. */
export type SatPart = ExamPart | LabPart;

/** What a candidate does next, with the part it is done in; or what is waited for. */
export type NextStep =
  | { readonly kind: 'resume' | 'start'; readonly part: SatPart }
  | { readonly kind: 'write'; readonly part: PortfolioPart }
  | { readonly kind: 'wait'; readonly part: EntryPart }
  | { readonly kind: WaitKind };

/**
 * `pending`: the entry has not come about yet. `clear`: something is to be given or seen before the first part.
 * `missed`: nothing is left to do, and a part was never taken. `practised`: a mock, on which nothing is decided.
 */
export type WaitKind =
  'pending' | 'clear' | 'missed' | 'await-scores' | 'await-decision' | 'practised' | 'decided' | 'ended';

type Moment = Pick<OwnEntry, 'serverNow'>;

/** What a part asks of its candidate in each state. */
const stages: Readonly<Record<EntryPart['state'], 'undone' | 'running' | 'done'>> = {
  'not-started': 'undone',
  draft: 'undone',
  open: 'running',
  submitted: 'done',
  'handed-in': 'done',
  stalled: 'done',
  'in-review': 'done',
  adjudication: 'done',
  graded: 'done',
  scored: 'done',
};

/** Whether the candidate could still have something to do in it, were there time. */
const isUndone = ({ state }: EntryPart): boolean => stages[state] === 'undone';

const isClosed = ({ closesAt }: EntryPart, { serverNow }: Moment): boolean =>
  Date.parse(serverNow) >= Date.parse(closesAt);

/** Too late for a part that was not taken, or not submitted. */
export const isMissed = (part: EntryPart, moment: Moment): boolean =>
  isUndone(part) && isClosed(part, moment);

/** Whether the part can be begun or worked at now, whether or not its turn has come. */
export const isOpenNow = (part: EntryPart, { serverNow, opensAt }: Pick<OwnEntry, 'serverNow' | 'opensAt'>) =>
  isUndone(part) && Date.parse(serverNow) >= Date.parse(opensAt) && !isClosed(part, { serverNow });

const isSitting = (part: EntryPart): part is SatPart => part.kind !== 'portfolio';

/** The score of an earlier entry that counts for this part; it need not be taken then. */
export const carriedFor = ({ dimension }: EntryPart, { carried }: Pick<OwnEntry, 'carried'>) =>
  carried.find((score) => score.dimension === dimension) ?? null;

/**
 * The one thing that comes next, by the server's clock: first what is running against the time, the soonest to end
 * before the others; then the parts that can still be taken, in their order.
 */
export function findNextStep(entry: OwnEntry): NextStep {
  const { result } = entry;
  const parts = entry.parts.filter((part) => carriedFor(part, entry) === null);
  if (hasEnded(entry.state)) return { kind: 'ended' };
  if (isPending(entry.state)) return { kind: 'pending' };
  if (result.outcome !== null) return { kind: 'decided' };
  const [running] = parts.filter(isSitting).filter(isRunning).toSorted(byDeadline);
  if (running) return { kind: 'resume', part: running };
  if (entry.missing.length > 0) return { kind: 'clear' };
  const next = parts.find((part) => isUndone(part) && !isClosed(part, entry));
  if (next && !isOpenNow(next, entry)) return { kind: 'wait', part: next };
  if (next) return isSitting(next) ? { kind: 'start', part: next } : { kind: 'write', part: next };
  if (parts.some((part) => isMissed(part, entry))) return { kind: 'missed' };
  if (parts.some(({ scoreCents }) => scoreCents === null)) return { kind: 'await-scores' };
  return { kind: entry.cause === 'mock' ? 'practised' : 'await-decision' };
}

const isRunning = ({ state }: EntryPart) => stages[state] === 'running';

/** ISO 8601 instants in UTC, as the server writes them, sort as text. */
const byDeadline = (a: EntryPart, b: EntryPart) => (a.deadlineAt ?? '~').localeCompare(b.deadlineAt ?? '~');

import type { AuditEventView } from '@ennead/contracts';

/** The stages of a case, in the order of its way. */
const stages = [
  'entering',
  'exam',
  'lab',
  'portfolio',
  'marking',
  'scores',
  'decision',
  'looks',
  'other',
] as const;
export type Stage = (typeof stages)[number];

/** The same thing done by the same person several times in a row: at least once. */
export interface FoldedStep<Event> {
  readonly first: Event;
  readonly events: readonly Event[];
}

export interface StageSteps<Event> {
  readonly stage: Stage;
  readonly steps: readonly FoldedStep<Event>[];
}

const byAction: Readonly<Record<string, Stage>> = {
  'entry.decided': 'decision',
  'entry.reopened': 'decision',
  'artefact.downloaded': 'looks',
  'attempt.scored': 'scores',
  'portfolio.scored': 'scores',
  'portfolio.assigned': 'marking',
  'portfolio.disputed': 'marking',
};
const byNoun: Readonly<Record<string, Stage>> = {
  person: 'entering',
  invitation: 'entering',
  roster: 'entering',
  cohort: 'entering',
  enrolment: 'entering',
  entry: 'entering',
  attempt: 'exam',
  'lab-session': 'lab',
  artefact: 'portfolio',
  portfolio: 'portfolio',
  review: 'marking',
  score: 'scores',
  'score-run': 'scores',
  decision: 'decision',
  credential: 'decision',
  evidence: 'looks',
  trail: 'looks',
  answers: 'looks',
};

const stageOf = ({ action }: AuditEventView): Stage =>
  byAction[action] ?? byNoun[action.split('.')[0] ?? ''] ?? 'other';

/**
 * The steps of a case by stage, each stage in the order in which it happened; what was done again and again is one step.
 * Stages without a step are left out.
 *
 * @param events oldest first
 */
export function foldSteps<Event extends AuditEventView>(events: readonly Event[]): StageSteps<Event>[] {
  return stages.flatMap((stage) => {
    const own = events.filter((event) => stageOf(event) === stage);
    return own.length > 0 ? [{ stage, steps: own.reduce<FoldedStep<Event>[]>(fold, []) }] : [];
  });
}

function fold<Event extends AuditEventView>(
  steps: readonly FoldedStep<Event>[],
  event: Event,
): FoldedStep<Event>[] {
  const last = steps.at(-1);
  return last && isSame(last.first, event)
    ? [...steps.slice(0, -1), { ...last, events: [...last.events, event] }]
    : [...steps, { first: event, events: [event] }];
}

const isSame = (one: AuditEventView, other: AuditEventView): boolean =>
  one.action === other.action &&
  one.actor?.id === other.actor?.id &&
  one.detail['kind'] === other.detail['kind'];

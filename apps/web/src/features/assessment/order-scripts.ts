import type { AssignedScript } from '@ennead/contracts';

/** What of the scripts is shown; left out: all. */
export const shownScripts = ['problem', 'overdue', 'review', 'adjudication'] as const;
export type Shown = (typeof shownScripts)[number];

export const readShown = (text: string | null): Shown | null =>
  shownScripts.find((shown) => shown === text) ?? null;

const belongs: Record<Shown, (script: AssignedScript) => boolean> = {
  problem: ({ problem }) => problem !== null,
  overdue: ({ isOverdue }) => isOverdue,
  review: ({ kind }) => kind === 'review',
  adjudication: ({ kind }) => kind === 'adjudication',
};

/** What somebody has to look at first: a problem that waits for an answer, then what is overdue, then the oldest. */
const urgency = ({ problem, isOverdue }: AssignedScript): number => (problem ? 0 : isOverdue ? 1 : 2);

export const orderScripts = (scripts: readonly AssignedScript[], shown: Shown | null): AssignedScript[] =>
  scripts
    .filter((script) => !shown || belongs[shown](script))
    .sort((a, b) => urgency(a) - urgency(b) || a.assignedAt.localeCompare(b.assignedAt));

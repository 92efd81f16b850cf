import type { LabSessionView } from '@ennead/contracts';
import type { LoadedLab } from '@ennead/content';
import type { LabSession, Verdict } from '@ennead/persistence';

/** What the candidate sees: pure, so that a spec can show that nothing of the hidden suite gets in. */
export const viewLabSession = (
  session: LabSession,
  lab: LoadedLab,
  verdict: Verdict | null,
  context: { now: Date; machinesAvailable: boolean },
): LabSessionView => ({
  id: session.id,
  entryId: session.entryId,
  state: session.state,
  lab: lab.lab,
  instructions: lab.instructions,
  visibleChecks: lab.visible.checks.map(({ task, cases }) => ({ task, cases: cases.map(({ id }) => id) })),
  startedAt: session.startedAt.toISOString(),
  deadlineAt: session.deadlineAt.toISOString(),
  serverNow: context.now.toISOString(),
  handedInAt: session.handedInAt?.toISOString() ?? null,
  handInCause: session.handInCause,
  verdict: verdict && {
    scoreCents: verdict.scoreCents,
    checks: verdict.checks,
    gradedAt: verdict.gradedAt.toISOString(),
  },
  machinesAvailable: context.machinesAvailable,
});

import type { LabSessionView } from '@ennead/contracts';
import type { LabManifest, LabSuite } from '@ennead/contracts/internal';
import type { LabSession, Verdict } from '@ennead/persistence';

/** What the candidate sees: pure, so that a spec can show that nothing of the hidden suite gets in. */
export const viewLabSession = (
  session: LabSession,
  { lab, instructions, visible }: Pick<LabManifest, 'lab' | 'instructions'> & { visible: LabSuite },
  verdict: Verdict | null,
  context: { now: Date; machinesAvailable: boolean },
): LabSessionView => ({
  id: session.id,
  entryId: session.entryId,
  state: session.state,
  lab,
  instructions,
  visibleChecks: visible.checks.map(({ task, cases }) => ({ task, cases: cases.map(({ id }) => id) })),
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

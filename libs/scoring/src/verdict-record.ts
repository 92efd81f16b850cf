import type { LabPlan } from '@ennead/contracts/internal';
import { labShare, type Fraction } from '@ennead/domain';
import type { LabSession, Verdict } from '@ennead/persistence';
import { reported, type Conversion } from './attempt-records.ts';
import { newId, type NewScore } from './score-records.ts';

/** What the cases of a verdict are worth by a plan, exactly. */
export const verdictShare = (plan: LabPlan, { checks }: Pick<Verdict, 'checks'>): Fraction =>
  labShare(plan, new Map(checks.map(({ id, cases }) => [id, cases])));

/** The record of a lab. `pinnedHash` is the plan of the lab as it was scheduled, `planHash` the one that holds for it. */
export const verdictRecord = (
  lab: Pick<LabSession, 'sessionPartId' | 'startedAt'>,
  verdict: Verdict,
  { pinnedHash, planHash, plan }: { pinnedHash: string; planHash: string; plan: LabPlan },
  conversion: Conversion,
): NewScore => ({
  id: newId(),
  kind: 'verdict',
  sessionPartId: lab.sessionPartId,
  verdictId: verdict.id,
  workHash: verdict.treeHash,
  questionHash: pinnedHash,
  keyHash: planHash,
  ...reported(verdictShare(plan, verdict), conversion),
  satAt: lab.startedAt,
  detail: { secretsHash: verdict.secretsHash },
});

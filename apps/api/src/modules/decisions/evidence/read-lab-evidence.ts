import type { LabEvidence } from '@ennead/contracts';
import type { LabManifest, LabPlan } from '@ennead/contracts/internal';
import { hashTree, scoreByPlan } from '@ennead/domain';
import { type ContentBank, LabSnapshot, Score, Verdict } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { CasePart } from '../../enrolments/case.ts';
import { viewSkills } from '../../results/view-sources.ts';
import { recomputeVerdict } from './recompute-verdict.ts';
import { checkVerdictSignature } from './check-verdict-signature.ts';

export type LabContext = {
  readonly bank: ContentBank;
  readonly examSessionId: string;
};

/** The lab session, and the verdict with its signature and hashes checked and its score computed again by the plan. */
export const readLabEvidence = async (
  manager: EntityManager,
  part: CasePart,
  context: LabContext,
): Promise<LabEvidence> => {
  const manifest = await context.bank.lab(part.lab?.labHash ?? part.contentHash);
  return {
    ...viewSkills(part),
    labId: part.contentId,
    labTitle: manifest.lab.title,
    labVersion: part.lab?.labVersion ?? null,
    labHash: part.lab?.labHash ?? null,
    recomputedCents: await recomputeLab(manager, part, context),
    verdict: part.lab ? await readVerdict(manager, part.lab, manifest, context) : null,
  };
};

const recomputeLab = async (
  manager: EntityManager,
  { id: sessionPartId, contentHash, lab, score }: CasePart,
  { bank, examSessionId }: LabContext,
): Promise<number | null> => {
  if (!lab?.verdictId || !score) return null;
  const record = await manager.findOneByOrFail(Score, { id: score.id });
  const verdict = await manager.findOneByOrFail(Verdict, { id: lab.verdictId });
  const { labHash } = lab;
  return recomputeVerdict(
    manager,
    bank,
    { contentHash, examSessionId },
    { labHash, sessionPartId },
    { record, verdict },
  );
};

const readVerdict = async (
  manager: EntityManager,
  { verdictId, snapshotId }: NonNullable<CasePart['lab']>,
  { lab }: LabManifest,
  { bank }: LabContext,
): Promise<LabEvidence['verdict']> => {
  if (!verdictId) return null;
  const verdict = await manager.findOneByOrFail(Verdict, { id: verdictId });
  const snapshot = await manager.findOneBy(LabSnapshot, { id: verdict.snapshotId });
  return {
    id: verdict.id,
    treeHash: verdict.treeHash,
    planHash: verdict.planHash,
    secretsHash: verdict.secretsHash,
    fence: verdict.fence,
    checks: verdict.checks,
    taskTitles: Object.fromEntries(lab.tasks.map(({ id, title }) => [id, title])),
    scoreCents: verdict.scoreCents,
    gradedAt: verdict.gradedAt.toISOString(),
    signature: await checkVerdictSignature(manager, verdict),
    treeIsHandedIn:
      snapshotId === verdict.snapshotId && snapshot !== null && hashTree(snapshot.tree) === verdict.treeHash,
    recomputedCents: recompute(await bank.plan(verdict.planHash), verdict),
  };
};

const recompute = (plan: LabPlan, { checks }: Verdict): number =>
  scoreByPlan(plan, new Map(checks.map(({ id, cases }) => [id, cases]))).scoreCents;

import { Lab, type LabEvidence } from '@ennead/contracts';
import { ContentVersion, LabSnapshot, Verdict } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { CasePart } from '../../enrolments/case.ts';
import { viewSkills } from '../../results/view-sources.ts';
import { checkVerdictSignature } from './check-verdict-signature.ts';

/** The lab session, and the verdict with its signature and hashes checked. */
export const readLabEvidence = async (
  manager: EntityManager,
  part: CasePart,
  signingKey: string | undefined,
): Promise<LabEvidence> => {
  const lab = await findLab(manager, part);
  return {
    ...viewSkills(part),
    labId: part.contentId,
    labTitle: lab?.title ?? null,
    labVersion: part.lab?.labVersion ?? null,
    labHash: part.lab?.labHash ?? null,
    verdict: part.lab ? await readVerdict(manager, part.lab, lab, signingKey) : null,
  };
};

/** The lab as it was worked in; before that, as the session was scheduled with it. */
const findLab = async (
  manager: EntityManager,
  { contentId, contentHash, lab }: CasePart,
): Promise<Lab | null> => {
  const where = { kind: 'lab' as const, id: contentId, hash: lab?.labHash ?? contentHash };
  const version = await manager.findOne(ContentVersion, { where, order: { loadedAt: 'DESC' } });
  return version ? Lab.parse(version.body) : null;
};

const readVerdict = async (
  manager: EntityManager,
  session: NonNullable<CasePart['lab']>,
  lab: Lab | null,
  signingKey: string | undefined,
): Promise<LabEvidence['verdict']> => {
  const verdict = await manager.findOneBy(Verdict, { labSessionId: session.id });
  if (!verdict) return null;
  const snapshot = await manager.findOneBy(LabSnapshot, { id: verdict.snapshotId });
  return {
    id: verdict.id,
    treeHash: verdict.treeHash,
    suiteHash: verdict.suiteHash,
    fence: verdict.fence,
    checks: verdict.checks,
    taskTitles: Object.fromEntries(lab?.tasks.map(({ id, title }) => [id, title]) ?? []),
    scoreCents: verdict.scoreCents,
    gradedAt: verdict.gradedAt.toISOString(),
    signature: checkVerdictSignature(verdict, signingKey),
    treeIsHandedIn: session.snapshotId === verdict.snapshotId && snapshot?.treeHash === verdict.treeHash,
    recomputedCents: verdict.checks.reduce((sum, { earnedCents }) => sum + earnedCents, 0),
  };
};

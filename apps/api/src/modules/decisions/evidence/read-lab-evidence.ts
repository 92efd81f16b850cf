import { Lab, type LabEvidence } from '@ennead/contracts';
import { ContentVersion, LabSnapshot, Verdict } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Case } from '../../results/case.ts';
import { viewSources } from '../../results/view-sources.ts';
import { checkVerdictSignature } from './check-verdict-signature.ts';

/** The lab session, and the verdict with its signature and hashes checked. */
export const readLabEvidence = async (
  manager: EntityManager,
  found: Case,
  signingKey: string | undefined,
): Promise<LabEvidence> => {
  const lab = await findLab(manager, found);
  return {
    ...viewSources(found).skills,
    labId: found.session.lab_id,
    labTitle: lab?.title ?? null,
    labVersion: found.lab?.lab_version ?? null,
    labHash: found.lab?.lab_hash ?? null,
    verdict: found.lab ? await readVerdict(manager, found.lab, lab, signingKey) : null,
  };
};

/** The lab as it was worked in; before that, as the session was scheduled with it. */
const findLab = async (manager: EntityManager, { lab, session }: Case): Promise<Lab | null> => {
  const where = { kind: 'lab' as const, id: session.lab_id, ...(lab && { hash: lab.lab_hash }) };
  const version = await manager.findOne(ContentVersion, { where, order: { loadedAt: 'DESC' } });
  return version ? Lab.parse(version.body) : null;
};

const readVerdict = async (
  manager: EntityManager,
  session: NonNullable<Case['lab']>,
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
    treeIsHandedIn: session.snapshot_id === verdict.snapshotId && snapshot?.treeHash === verdict.treeHash,
    recomputedCents: verdict.checks.reduce((sum, { earnedCents }) => sum + earnedCents, 0),
  };
};

import type { LabPlan } from '@ennead/contracts/internal';
import { type ContentBank, type LabSession, SessionPart } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type PlanInForce = {
  /** That of the lab as it was scheduled. */
  readonly pinnedHash: string;
  readonly planHash: string;
  readonly plan: LabPlan;
};

/** The plan that holds for a lab's work: another one, where one came into force for the session or everywhere. */
export const findPlan = async (
  manager: EntityManager,
  bank: ContentBank,
  { labHash, sessionPartId }: Pick<LabSession, 'labHash' | 'sessionPartId'>,
): Promise<PlanInForce> => {
  const { plan: pinnedHash } = await bank.body('lab', labHash, manager);
  const { examSessionId } = await manager.findOneByOrFail(SessionPart, { id: sessionPartId });
  const inForce = await bank.inForceOf([pinnedHash], 'plan', examSessionId, manager);
  const planHash = inForce.get(pinnedHash) ?? pinnedHash;
  return { pinnedHash, planHash, plan: await bank.body('plan', planHash, manager) };
};

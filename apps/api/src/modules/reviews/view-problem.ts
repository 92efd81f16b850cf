import type { ReportedProblem } from '@ennead/contracts';
import { ScriptProblem } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

const viewProblem = ({
  id,
  problem,
  reason,
  reportedAt,
  answer,
  answeredAt,
}: ScriptProblem): ReportedProblem => ({
  id,
  problem,
  reason,
  reportedAt: reportedAt.toISOString(),
  answer,
  answeredAt: answeredAt?.toISOString() ?? null,
});

/** What was reported last on a script. */
export const findLastProblem = async (
  manager: EntityManager,
  reviewId: string,
): Promise<ReportedProblem | null> => {
  const last = await manager.findOne(ScriptProblem, { where: { reviewId }, order: { reportedAt: 'DESC' } });
  return last && viewProblem(last);
};

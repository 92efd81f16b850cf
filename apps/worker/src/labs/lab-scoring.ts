import { eventName, labSessionLifecycle } from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import { LabSession } from '@ennead/persistence';
import { lockForScoring, type Scores } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import type { Handler } from '../events/handler.ts';

/** Records what a graded lab is worth: the lab host writes verdicts and nothing else. Once, however often it is told. */
export const labScoring = (scores: Scores): Handler<'lab-scoring'> => {
  const score = async (manager: EntityManager, id: string): Promise<void> => {
    const { entryId } = await manager.findOneByOrFail(LabSession, { id });
    await lockForScoring(manager, entryId);
    const lab = await manager.findOneByOrFail(LabSession, { id });
    if (lab.state !== stateAfter(labSessionLifecycle, 'grade') || lab.scoredAt !== null) return;
    await scores.recordVerdict(manager, lab);
    await manager.query('UPDATE lab_session SET scored_at = clock() WHERE id = $1', [id]);
  };
  return {
    name: 'lab-scoring',
    on: [eventName(labSessionLifecycle, 'grade')],
    handle: (manager, { subjectId }) => score(manager, subjectId),
  };
};

import { entryLifecycle, fallenEntryStates, type CohortSummary } from '@ennead/contracts';
import { windowState } from '@ennead/domain';
import { entryStateNow, ExamSession, readClock, stateList, type Cohort } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { trainersOf } from './trainers-of.ts';

/** A cohort as lists show it. */
export const summariseCohort = async (manager: EntityManager, cohort: Cohort): Promise<CohortSummary> => {
  const [session, memberCount, trainers, now] = await Promise.all([
    manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId }),
    countPeople(manager, cohort.id),
    trainersOf(manager, cohort.id),
    readClock(manager),
  ]);
  return {
    id: cohort.id,
    name: cohort.name,
    examSession: {
      id: session.id,
      title: session.title,
      role: session.role,
      level: session.level,
      opensAt: session.opensAt.toISOString(),
      closesAt: session.closesAt.toISOString(),
      state: session.state,
      stateReason: session.stateReason,
      window: windowState(session, now),
    },
    memberCount,
    trainers: trainers.map(({ id, name }) => ({ id, name })),
    archivedAt: cohort.archivedAt?.toISOString() ?? null,
  };
};

/** Who has a seat, or may have yet. A person whose entry was replaced by a free sitting has both in the cohort. */
const countPeople = async (manager: EntityManager, cohortId: string): Promise<number> => {
  const [{ count }]: [{ count: number }] = await manager.query(
    `SELECT count(DISTINCT enrolment_id)::int AS count FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE entry.cohort_id = $1 AND ${entryStateNow} NOT IN (${stateList(entryLifecycle, ...fallenEntryStates)})`,
    [cohortId],
  );
  return count;
};

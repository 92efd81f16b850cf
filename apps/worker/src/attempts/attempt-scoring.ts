import { attemptLifecycle, eventName } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Attempt, attempts, Response, transition } from '@ennead/persistence';
import { lockForScoring, type Forms, type Scores } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { In, type EntityManager } from 'typeorm';
import type { Handler } from '../events/handler.ts';

/** Scores an attempt that was handed in, by its candidate or by the clock; once, however often it is told. */
export const attemptScoring = (forms: Forms, scores: Scores): Handler<'attempt-scoring'> => {
  const score = async (manager: EntityManager, id: string): Promise<void> => {
    const waiting = { id, state: In(sourcesOf(attemptLifecycle, 'score')) };
    const found = await manager.findOneBy(Attempt, waiting);
    if (!found) return;
    const form = await forms.find(found.formId);
    await lockForScoring(manager, found.entryId);
    const attempt = await manager.findOne(Attempt, { where: waiting, lock: { mode: 'pessimistic_write' } });
    if (!attempt) return;
    const items = await forms.keyedItemsOf(form, manager);
    const responses = await manager.findBy(Response, { attemptId: id });
    await transition(manager, attempts, id, {
      event: 'score',
      actorId: null,
      set: { scoredAt: sql`clock()` },
    });
    const values = new Map(responses.map(({ itemId, value }) => [itemId, value]));
    await scores.recordAttempt(manager, attempt, items, values);
  };
  return {
    name: 'attempt-scoring',
    on: [eventName(attemptLifecycle, 'submit')],
    handle: (manager, { subjectId }) => score(manager, subjectId),
  };
};

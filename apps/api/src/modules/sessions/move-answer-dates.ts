import { entryLifecycle, eventName } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { stateList, type ExamSession } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { answerAnewBy } from './answer-by.ts';

const invited = raw(stateList(entryLifecycle, ...sourcesOf(entryLifecycle, 'accept')));

/** What ends an invitation at the latest: the opening, or of a session that has opened its end. */
const latest = sql`(SELECT CASE WHEN opens_at > clock() THEN opens_at ELSE closes_at END
  FROM exam_session session WHERE session.id = entry.exam_session_id)`;

/** A place out of the line is kept for its own few days, whenever the session opens. */
const isOffer = sql`EXISTS (SELECT FROM audit_event line
  WHERE line.entry_id = entry.id AND line.action = ${eventName(entryLifecycle, 'offer')})`;

/**
 * Lets the dates to answer by follow a session that has new ones: an invitation that ended with the opening, and for nothing else, is kept on
 * as one that is sent again, never for less long than was said; and no place is kept beyond the opening.
 *
 * @param session as it was before
 * @param answerDays of its scheme
 */
export const moveAnswerDates = async (
  manager: EntityManager,
  { id, opensAt, closesAt }: Pick<ExamSession, 'id' | 'opensAt' | 'closesAt'>,
  { now, answerDays }: { readonly now: Date; readonly answerDays: number },
): Promise<void> => {
  const former = opensAt > now ? opensAt : closesAt;
  const { text, values } = sql`UPDATE entry
    SET answer_by = least(${latest}, CASE WHEN answer_by = ${former} AND NOT ${isOffer}
      THEN greatest(answer_by, ${answerAnewBy(id, answerDays)}) ELSE answer_by END)
    WHERE exam_session_id = ${id} AND state IN (${invited}) AND answer_by > clock()`;
  await manager.query(text, values);
};

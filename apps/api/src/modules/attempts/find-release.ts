import { withGrace } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** When a part of a session closes: it may have a date of its own, after the session. */
const closing = 'greatest(part.closes_at, session.closes_at)';
/** The most time that anybody who sits a form was granted beyond that. */
const granted = `coalesce((SELECT max(granted_time(attempt.entry_id, part.id)) FROM attempt
  WHERE attempt.form_id = form.id), interval '0')`;

/**
 * When keys and rationales of a form may be shown: once nobody can sit a form any more that holds one of its items, in
 * whichever session and whichever version. What is scheduled later makes it later.
 */
export const findRelease = async (manager: EntityManager, formId: string): Promise<Date> => {
  const [{ at }]: [{ at: Date }] = await manager.query(
    `SELECT ${withGrace(`max(${closing} + ${granted})`)} AS at
     FROM (SELECT DISTINCT other.form_id FROM form_item mine JOIN form_item other ON other.item_id = mine.item_id
       WHERE mine.form_id = $1) holding
     JOIN form ON form.id = holding.form_id JOIN session_part part ON part.id = form.session_part_id
     JOIN exam_session session ON session.id = part.exam_session_id`,
    [formId],
  );
  return at;
};

import { examSessionLifecycle, Refusal } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import type { ExamSession } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * A session's dates and state stay as they are until the transaction ends, for many at once. To be taken before the
 * enrolment and the entry, as whoever changes or cancels the session does.
 */
export const holdSession = (manager: EntityManager, id: string): Promise<unknown> =>
  manager.query('SELECT FROM exam_session WHERE id = $1 FOR SHARE', [id]);

/** The same of the session that an entry is for. */
export const holdSessionOf = (manager: EntityManager, entryId: string): Promise<unknown> =>
  manager.query(
    'SELECT FROM exam_session WHERE id = (SELECT exam_session_id FROM entry WHERE id = $1) FOR SHARE',
    [entryId],
  );

/** @throws Refusal SESSION_CANCELLED */
export const refuseCancelled = ({ state }: Pick<ExamSession, 'state'>): void => {
  if (!sourcesOf(examSessionLifecycle, 'cancel').includes(state)) throw new Refusal('SESSION_CANCELLED');
};

/**
 * Whoever is entered into a session can still sit it.
 * @throws Refusal SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY with the date
 */
export const refuseShut = (session: Pick<ExamSession, 'state' | 'closesAt'>, now: Date): void => {
  refuseCancelled(session);
  if (session.closesAt > now) return;
  const closesAt = session.closesAt.toISOString();
  throw new Refusal('SESSION_NOT_OPEN_FOR_ENTRY', [{ path: 'closesAt', message: closesAt }]);
};

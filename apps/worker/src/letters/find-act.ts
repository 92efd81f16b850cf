import type { LocalizedText } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/** What was done to a session, and what stands in the trail of it. */
export type SessionAct<Detail> = {
  readonly at: Date;
  /** As it is now. */
  readonly title: LocalizedText;
  readonly detail: Detail;
};

/**
 * What was done to a session, as the line in the trail says that was written with the event: by the time that an event is
 * handled the session may have changed again, and each change is told of with what was before it.
 */
export const findAct = async <Detail>(
  manager: EntityManager,
  eventId: string,
): Promise<SessionAct<Detail> | undefined> => {
  const [act]: SessionAct<Detail>[] = await manager.query(
    `SELECT event.at, session.title, line.detail FROM outbox_event event
     JOIN exam_session session ON session.id = event.subject_id::uuid
     JOIN audit_event line ON line.subject_kind = event.subject_kind AND line.subject_id = event.subject_id
       AND line.action = event.name AND line.at = event.at
     WHERE event.id = $1`,
    [eventId],
  );
  return act;
};

import { entryLifecycle, eventName, examSessionLifecycle } from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import { queueMessage } from '@ennead/mail';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findSitting } from './find-sitting.ts';
import type { Teller } from './teller.ts';

const turnedDown = stateList(entryLifecycle, stateAfter(entryLifecycle, 'turn-down'));
const cancelled = stateList(examSessionLifecycle, stateAfter(examSessionLifecycle, 'cancel'));

const findReason = async (manager: EntityManager, entryId: string): Promise<string | null> => {
  const [found]: { reason: string | null }[] = await manager.query(
    `SELECT state_reason AS reason FROM entry WHERE id = $1 AND state = ${turnedDown}`,
    [entryId],
  );
  return found?.reason ?? null;
};

/** To whoever asked for a seat that the body did not confirm, with its reason. */
export const tellTurnedDown: Teller = async (manager, bank, entryId) => {
  const reason = await findReason(manager, entryId);
  if (reason === null) return;
  const { candidateId, sessionTitle } = await findSitting(manager, bank, entryId);
  await queueMessage(manager, {
    kind: 'seat-turned-down',
    to: { personId: candidateId },
    params: { session: sessionTitle, reason },
    entryId,
    about: { kind: 'entry', id: entryId },
    once: `seat-turned-down:${entryId}`,
  });
};

/**
 * Why the body took somebody out. Whoever withdrew themselves knows it; an institution writes in the act; and a session that was
 * cancelled is told of as that.
 */
const findTakenOut = async (
  manager: EntityManager,
  entryId: string,
  eventId: string,
): Promise<string | null> => {
  const [found]: { reason: string | null }[] = await manager.query(
    `SELECT line.detail ->> 'reason' AS reason FROM outbox_event event
     JOIN audit_event line ON line.subject_kind = event.subject_kind AND line.subject_id = event.subject_id
       AND line.action = event.name AND line.at = event.at
     JOIN entry ON entry.id = $1 JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE event.id = $2 AND line.action = $3 AND line.actor_id <> enrolment.candidate_id
       AND session.state <> ${cancelled}
       AND NOT EXISTS (SELECT FROM message WHERE message.entry_id = entry.id AND message.kind = 'seat-withdrawn')`,
    [entryId, eventId, eventName(entryLifecycle, 'withdraw')],
  );
  return found?.reason ?? null;
};

/** To whoever the body took out of a session, with its reason. */
export const tellTakenOut: Teller = async (manager, bank, entryId, eventId) => {
  const reason = await findTakenOut(manager, entryId, eventId);
  if (reason === null) return;
  const { candidateId, sessionTitle } = await findSitting(manager, bank, entryId);
  await queueMessage(manager, {
    kind: 'seat-taken-out',
    to: { personId: candidateId },
    params: { session: sessionTitle, reason },
    entryId,
    about: { kind: 'entry', id: entryId },
    once: `seat-taken-out:${entryId}`,
  });
};

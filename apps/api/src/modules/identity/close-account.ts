import { entryLifecycle, pendingEntryStates, Refusal } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  isOnlyCandidate,
  isOverPending,
  isOverUnbegun,
  Person,
  readClock,
  recordAudit,
  voidInvitationsOf,
} from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { endLogInsOf } from './end-log-ins.ts';
import { voidLinksOf } from './links/void-links.ts';
import { lockPerson } from './lock-person.ts';

/**
 * Closes somebody's account at their own wish: nobody logs in to it any more. What was examined and decided stays as long
 * as it has to, and so does the address, by which tries and conflicts of interest are told.
 *
 * @throws Refusal ACCOUNT_STAFF; ACCOUNT_IN_USE while an entry is open
 */
export const closeAccount = async (manager: EntityManager, personId: string): Promise<void> => {
  const person = await lockPerson(manager, personId);
  if (!isOnlyCandidate(person)) throw new Refusal('ACCOUNT_STAFF');
  const open: unknown[] = await manager.query(
    `SELECT FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE enrolment.candidate_id = $1 AND entry.state = ANY ($2)
       AND NOT ${isOverUnbegun} AND NOT ${isOverPending} LIMIT 1`,
    [personId, [...sourcesOf(entryLifecycle, 'decide'), ...pendingEntryStates]],
  );
  if (open.length > 0) throw new Refusal('ACCOUNT_IN_USE');
  await shutAccount(manager, personId, personId);
};

/** Nobody logs in to it any more, and no link of theirs works. Under the lock of its person, of whom nothing is open. */
export const shutAccount = async (
  manager: EntityManager,
  personId: string,
  actorId: string,
): Promise<void> => {
  const now = await readClock(manager);
  await manager.update(Person, { id: personId }, { disabledAt: now, closedAt: now });
  await recordAudit(manager, {
    actorId,
    action: 'person.closed',
    subjectKind: 'person',
    subjectId: personId,
  });
  await voidLinksOf(manager, personId, actorId);
  await voidInvitationsOf(manager, personId, actorId);
  await endLogInsOf(manager, personId, null);
};

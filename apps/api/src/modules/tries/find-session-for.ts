import { Refusal, type Certification } from '@ennead/contracts';
import { ExamSession } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { refuseCancelled } from '../sessions/hold-session.ts';

/**
 * The session, where it is of this role and level and still held.
 *
 * @throws Refusal NOT_FOUND, SESSION_OTHER_CERTIFICATION, SESSION_CANCELLED
 */
export const findSessionFor = async (
  manager: EntityManager,
  { role, level }: Certification,
  id: string,
): Promise<ExamSession> => {
  const session = await manager.findOneBy(ExamSession, { id });
  if (!session || session.purpose !== 'exam') throw new Refusal('NOT_FOUND');
  if (session.role !== role || session.level !== level) throw new Refusal('SESSION_OTHER_CERTIFICATION');
  refuseCancelled(session);
  return session;
};

import type { CarryContext } from '@ennead/domain';
import { ExamSession, type ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type CarryRules = Pick<CarryContext, 'rules' | 'scheme'>;

/**
 * The rules under which scores are carried into a session; null where there is no such session. To be read before a
 * transaction: whoever holds a connection must not wait for another one.
 */
export const readCarryRules = async (
  manager: EntityManager,
  bank: ContentBank,
  examSessionId: string,
): Promise<CarryRules | null> => {
  const session = await manager.findOneBy(ExamSession, { id: examSessionId });
  if (!session) return null;
  const scheme = await bank.scheme(session.schemeHash);
  return { rules: scheme.rules, scheme };
};

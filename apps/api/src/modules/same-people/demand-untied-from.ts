import { Refusal } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand, demandDeclared } from '../../http/demand.ts';

/**
 * Whose account somebody's is decides about their tries and who may mark them: nobody says it of themselves, nor of somebody whom they
 * could not act for in a case.
 *
 * @throws Refusal SAME_PERSON_OWN, DECLARATION_DUE, DECISION_CONFLICT
 */
export const demandUntiedFrom = async (
  manager: EntityManager,
  caller: Caller,
  doing: 'account.join' | 'account.answer' | 'account.part',
  personIds: readonly string[],
): Promise<void> => {
  await demandDeclared(manager, caller);
  const own: unknown[] = await manager.query(
    `SELECT FROM unnest($1::uuid[]) asked (id) WHERE asked.id = $2
       OR EXISTS (SELECT FROM same_account same WHERE same.person_id = asked.id AND same.also_id = $2)`,
    [personIds, caller.id],
  );
  if (own.length > 0) throw new Refusal('SAME_PERSON_OWN');
  const entries: { id: string }[] = await manager.query(
    `SELECT DISTINCT entry.id FROM entry JOIN candidacy ON candidacy.enrolment_id = entry.enrolment_id
     WHERE candidacy.person_id = ANY ($1::uuid[]) ORDER BY entry.id`,
    [personIds],
  );
  for (const { id } of entries) await demand(manager, caller, doing, id);
};

import { Person } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import type { ReadRow } from './read-roster.ts';

/**
 * Locks the people of a roster until the transaction ends, and makes those whose address nobody has yet. Everybody goes by
 * the order of the addresses: rosters that name the same people follow one another, however their lines are ordered.
 */
export const claimPeople = async (
  manager: EntityManager,
  rows: readonly ReadRow[],
  institutionId: string,
): Promise<void> => {
  const named = new Map(rows.map(({ email, name }) => [email, name]));
  const emails = [...named.keys()].sort();
  if (emails.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(Person)
    .values(
      emails.map((email) => ({
        email,
        name: named.get(email)!,
        locale: 'zh-CN' as const,
        passwordHash: null,
        roles: ['candidate' as const],
        institutionId,
        createdByInstitutionId: institutionId,
      })),
    )
    .orIgnore()
    .execute();
  await manager.find(Person, {
    select: { id: true },
    where: { email: In(emails) },
    order: { email: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  });
};

import { isMereCandidate, Person } from '@ennead/persistence';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { ReadRow } from './read-roster.ts';

/**
 * Locks the people of a roster until the transaction ends, and makes those whose address nobody has yet. Everybody goes by
 * the order of the addresses: rosters that name the same people follow one another, however their lines are ordered. Whom another roster
 * made, was let go of and has not come yet is as new.
 */
export const claimPeople = async (
  manager: EntityManager,
  rows: readonly ReadRow[],
  institutionId: string,
): Promise<void> => {
  const named = new Map(rows.map(({ email, name }) => [email, name]));
  const emails = [...named.keys()].sort();
  const held: { email: string }[] = await manager.query(
    'SELECT email FROM person_address WHERE email = ANY ($1)',
    [emails],
  );
  const taken = new Set(held.map(({ email }) => email));
  const fresh = emails.filter((email) => !taken.has(email));
  if (emails.length === 0) return;
  if (fresh.length > 0)
    await manager
      .createQueryBuilder()
      .insert()
      .into(Person)
      .values(
        fresh.map((email) => ({
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
  const released = await manager.findBy(Person, {
    email: In(emails),
    passwordHash: IsNull(),
    releasedAt: Not(IsNull()),
    disabledAt: IsNull(),
    institutionId: IsNull(),
  });
  for (const person of released)
    // Whom the body has made something meanwhile is nobody's to name.
    if (await isMereCandidate(manager, person))
      await manager.update(
        Person,
        { id: person.id },
        {
          name: named.get(person.email)!,
          institutionId,
          createdByInstitutionId: institutionId,
          releasedAt: null,
        },
      );
};

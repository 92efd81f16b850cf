import { createHash, randomBytes } from 'node:crypto';
import type { InvitationLink } from '@ennead/contracts';
import { Invitation, type Person } from '@ennead/persistence';
import { IsNull, type EntityManager } from 'typeorm';

const validDays = 30;

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A new link for a person without a password; links given out before stop working. Only the hash is kept. */
export const makeInvitation = async (
  manager: EntityManager,
  person: Pick<Person, 'id' | 'name' | 'email'>,
  { cohortId, publicUrl }: { cohortId: string | null; publicUrl: string },
): Promise<InvitationLink> => {
  const token = randomBytes(24).toString('base64url');
  await manager.delete(Invitation, { personId: person.id, usedAt: IsNull() });
  await manager.insert(Invitation, {
    tokenHash: hashToken(token),
    personId: person.id,
    cohortId,
    expiresAt: () => `clock() + interval '${validDays} days'`,
  });
  return { name: person.name, email: person.email, url: new URL(`/invitation/${token}`, publicUrl).href };
};

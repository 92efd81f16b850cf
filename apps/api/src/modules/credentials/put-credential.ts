import { randomBytes } from 'node:crypto';
import { makeCredentialNumber } from '@ennead/domain';
import { create, credentials, transition, vouched, type Credential } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type NewCredential = Pick<Credential, 'enrolmentId' | 'decisionId' | 'facts' | 'term' | 'expiresAt'> & {
  readonly actorId: string;
  readonly entryId: string;
  /** The one whose place it takes, and whose number points to it from then on. */
  readonly follows: string | null;
  readonly because: Record<string, unknown>;
};

/** Issues a certificate under a number of its own, in the place of another where there is one. The enrolment is to be locked. */
export const putCredential = async (
  manager: EntityManager,
  { actorId, entryId, follows, because, ...values }: NewCredential,
): Promise<Credential> => {
  if (follows) await transition(manager, credentials, follows, { event: 'supersede', actorId, entryId });
  const issued = await create(manager, credentials, {
    event: 'issue',
    actorId,
    entryId,
    guards: { grant: vouched },
    values: {
      ...values,
      number: makeCredentialNumber(randomBytes(16)),
      issuedBy: actorId,
      followsId: follows,
    },
    detail: { grade: values.facts.grade, ...(follows && { follows }), ...because },
  });
  if (!issued) throw new Error(`Enrolment ${values.enrolmentId} has another credential in this term`);
  return issued;
};

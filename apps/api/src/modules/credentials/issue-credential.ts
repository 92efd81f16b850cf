import { randomBytes } from 'node:crypto';
import { credentialLifecycle, type CredentialFacts } from '@ennead/contracts';
import { makeCredentialNumber, sourcesOf } from '@ennead/domain';
import { create, Credential, credentials, held, transition } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

export type Grant = {
  readonly entryId: string;
  readonly enrolmentId: string;
  readonly decisionId: string;
  readonly certifierId: string;
  readonly facts: CredentialFacts;
};

/**
 * Issues the credential of a grant, frozen with all that the public may read of it. A better grade than the one that
 * is held takes its place, and the old number points to the new one; one that is no better changes nothing.
 *
 * @returns null where the grade that is held stands
 */
export const issueCredential = async (manager: EntityManager, grant: Grant): Promise<Credential | null> => {
  const { entryId, enrolmentId, decisionId, certifierId, facts } = grant;
  const present = await manager.findOne(Credential, {
    where: { enrolmentId, state: In(sourcesOf(credentialLifecycle, 'supersede')) },
    lock: { mode: 'pessimistic_write' },
  });
  if (present && present.facts.grade >= facts.grade) return null;
  if (present)
    await transition(manager, credentials, present.id, { event: 'supersede', actorId: certifierId, entryId });
  return create(manager, credentials, {
    event: 'issue',
    actorId: certifierId,
    entryId,
    guards: { grant: held },
    values: {
      number: makeCredentialNumber(randomBytes(16)),
      enrolmentId,
      decisionId,
      facts,
      issuedBy: certifierId,
      term: present?.term ?? 1,
      followsId: present?.id ?? null,
      expiresAt: present?.expiresAt ?? null,
    },
    detail: { grade: facts.grade, ...(present && { follows: present.id }) },
  });
};

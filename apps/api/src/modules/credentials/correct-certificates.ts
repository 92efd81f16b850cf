import { credentialLifecycle, type CredentialFacts } from '@ennead/contracts';
import { hasExpired, sourcesOf } from '@ennead/domain';
import { Credential, Decision, Enrolment, readClock } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import { putCredential } from './put-credential.ts';

type Corrected = {
  readonly personId: string;
  readonly actorId: string;
  readonly name: Pick<CredentialFacts, 'personName' | 'latinName'>;
};

/**
 * The certificates that somebody holds, issued anew with the name that their papers have: the same grade, term and end by the same
 * decision, under a number of its own that the old one points to. One that is over stays as it was. The enrolments are to be locked.
 *
 * @returns how many there were
 */
export const correctCertificates = async (
  manager: EntityManager,
  { personId, actorId, name }: Corrected,
): Promise<number> => {
  const enrolments = await manager.findBy(Enrolment, { candidateId: personId });
  const held = await manager.find(Credential, {
    where: {
      enrolmentId: In(enrolments.map(({ id }) => id)),
      state: In(sourcesOf(credentialLifecycle, 'supersede')),
    },
    order: { issuedAt: 'ASC', id: 'ASC' },
  });
  const now = await readClock(manager);
  const valid = held.filter(({ expiresAt }) => !hasExpired(expiresAt, now));
  for (const { id, enrolmentId, decisionId, facts, term, expiresAt } of valid) {
    const { entryId } = await manager.findOneByOrFail(Decision, { id: decisionId });
    await putCredential(manager, {
      actorId,
      entryId,
      enrolmentId,
      decisionId,
      facts: { ...facts, ...name },
      term,
      expiresAt,
      follows: id,
      because: { because: 'name' },
    });
  }
  return valid.length;
};

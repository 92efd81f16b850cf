import { randomBytes } from 'node:crypto';
import { credentialLifecycle, type CredentialFacts } from '@ennead/contracts';
import { hasExpired, makeCredentialNumber, sourcesOf } from '@ennead/domain';
import {
  create,
  Credential,
  credentials,
  Decision,
  Enrolment,
  readClock,
  transition,
  vouched,
} from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';

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
    await transition(manager, credentials, id, { event: 'supersede', actorId, entryId });
    const issued = await create(manager, credentials, {
      event: 'issue',
      actorId,
      entryId,
      guards: { grant: vouched },
      values: {
        number: makeCredentialNumber(randomBytes(16)),
        enrolmentId,
        decisionId,
        facts: { ...facts, ...name },
        issuedBy: actorId,
        term,
        followsId: id,
        expiresAt,
      },
      detail: { grade: facts.grade, follows: id, because: 'name' },
    });
    if (!issued) throw new Error(`Enrolment ${enrolmentId} has another credential in this term`);
  }
  return valid.length;
};

import type { CredentialFacts } from '@ennead/contracts';
import { nameCertification, queueMessage } from '@ennead/mail';
import type { EntityManager } from 'typeorm';
import type { Teller } from './teller.ts';

type Certificate = {
  number: string;
  earlier: string | null;
  facts: CredentialFacts;
  revokedReason: string | null;
  entryId: string;
  candidateId: string;
};

const findCertificate = async (manager: EntityManager, id: string): Promise<Certificate> => {
  const [found]: Certificate[] = await manager.query(
    `SELECT credential.number, earlier.number AS earlier, credential.facts,
       credential.revoked_reason AS "revokedReason", decision.entry_id AS "entryId",
       enrolment.candidate_id AS "candidateId"
     FROM credential JOIN decision ON decision.id = credential.decision_id
     JOIN enrolment ON enrolment.id = credential.enrolment_id
     LEFT JOIN credential earlier ON earlier.id = credential.follows_id WHERE credential.id = $1`,
    [id],
  );
  if (!found) throw new Error(`there is no credential ${id}`);
  return found;
};

const aboutIt = ({ candidateId, entryId }: Certificate, credentialId: string) => ({
  to: { personId: candidateId },
  entryId,
  about: { kind: 'credential' as const, id: credentialId },
});

const certificationOf = ({ facts }: Certificate) => nameCertification(facts.roleName, facts.levelName);

/** To the holder, of a new certificate: the first, or one that takes the place of an earlier one. */
export const tellCertificateIssued: Teller = async (manager, _bank, id) => {
  const found = await findCertificate(manager, id);
  const { number, earlier } = found;
  const certification = certificationOf(found);
  const once = `certificate-issued:${id}`;
  if (earlier === null)
    await queueMessage(manager, {
      ...aboutIt(found, id),
      kind: 'certificate-issued',
      params: { certification, number },
      once,
    });
  else
    await queueMessage(manager, {
      ...aboutIt(found, id),
      kind: 'certificate-corrected',
      params: { certification, number, earlier },
      once,
    });
};

/** To the holder, of a certificate that was taken away, with the reason that whoever did it gave. */
export const tellCertificateRevoked: Teller = async (manager, _bank, id) => {
  const found = await findCertificate(manager, id);
  if (found.revokedReason === null) return;
  await queueMessage(manager, {
    ...aboutIt(found, id),
    kind: 'certificate-revoked',
    params: { certification: certificationOf(found), number: found.number, reason: found.revokedReason },
    once: `certificate-revoked:${id}`,
  });
};

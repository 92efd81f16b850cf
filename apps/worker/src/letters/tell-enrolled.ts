import { findPreparation, queueMessage } from '@ennead/mail';
import { findSitting } from './find-sitting.ts';
import { at, type Teller } from './teller.ts';

/** To the candidate, of their new entry. */
export const tellEnrolled: Teller = async (manager, bank, entryId) => {
  const { candidateId, certification, sessionTitle, opensAt, closesAt } = await findSitting(
    manager,
    bank,
    entryId,
  );
  await queueMessage(manager, {
    kind: 'enrolled',
    to: { personId: candidateId },
    params: {
      certification,
      session: sessionTitle,
      opens: at(opensAt),
      closes: at(closesAt),
      ...(await findPreparation(manager, entryId)),
    },
    entryId,
    about: { kind: 'entry', id: entryId },
    once: `enrolled:${entryId}`,
  });
};

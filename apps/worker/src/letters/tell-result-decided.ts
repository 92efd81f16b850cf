import { queueMessage } from '@ennead/mail';
import { decisionInEffect } from '@ennead/persistence';
import { findSitting } from './find-sitting.ts';
import type { Teller } from './teller.ts';

/** To the candidate, of a decision that holds; a proposal is nobody's business but the certifiers'. */
export const tellResultDecided: Teller = async (manager, bank, decisionId) => {
  const [found]: { entryId: string }[] = await manager.query(
    `SELECT entry_id AS "entryId" FROM decision WHERE id = $1 AND ${decisionInEffect}`,
    [decisionId],
  );
  if (!found) return;
  const { entryId } = found;
  const { candidateId, certification, sessionTitle } = await findSitting(manager, bank, entryId);
  await queueMessage(manager, {
    kind: 'result-decided',
    to: { personId: candidateId },
    params: { certification, session: sessionTitle },
    entryId,
    about: { kind: 'entry', id: entryId },
    once: `result-decided:${decisionId}`,
  });
};

import { entryLifecycle } from '@ennead/contracts';
import { findPreparation, queueMessage } from '@ennead/mail';
import { stateList, type Entry } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findSitting } from './find-sitting.ts';
import { at, type Teller } from './teller.ts';

const invited = stateList(entryLifecycle, 'invited');

const findAnswerBy = async (manager: EntityManager, entryId: string): Promise<Date | null> => {
  const [found]: Pick<Entry, 'answerBy'>[] = await manager.query(
    `SELECT answer_by AS "answerBy" FROM entry WHERE id = $1 AND state = ${invited}`,
    [entryId],
  );
  return found?.answerBy ?? null;
};

/** To whoever stood in line, of a place that has become free, and until when it is kept. */
export const tellPlaceOffered: Teller = async (manager, bank, entryId) => {
  const until = await findAnswerBy(manager, entryId);
  if (!until) return;
  const { candidateId, certification, sessionTitle, opensAt } = await findSitting(manager, bank, entryId);
  await queueMessage(manager, {
    kind: 'place-offered',
    to: { personId: candidateId },
    params: {
      certification,
      session: sessionTitle,
      opens: at(opensAt),
      until: at(until),
      ...(await findPreparation(manager, entryId)),
    },
    entryId,
    about: { kind: 'entry', id: entryId },
    once: `place-offered:${entryId}`,
  });
};

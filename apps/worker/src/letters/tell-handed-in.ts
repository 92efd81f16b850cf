import type { PartKind } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { findSitting } from './find-sitting.ts';
import { partWords } from './part-words.ts';
import { at, type Teller } from './teller.ts';

const tables = {
  form: { name: 'attempt', at: 'submitted_at' },
  lab: { name: 'lab_session', at: 'handed_in_at' },
  portfolio: { name: 'portfolio', at: 'submitted_at' },
} as const satisfies Record<PartKind, object>;

/** To the candidate, of a part that was handed in, by them or by the clock. */
export const tellHandedIn =
  (part: PartKind): Teller =>
  async (manager, bank, id) => {
    const table = tables[part];
    const [found]: { entryId: string; at: Date }[] = await manager.query(
      `SELECT entry_id AS "entryId", ${table.at} AS at FROM ${table.name} WHERE id = $1 AND ${table.at} IS NOT NULL`,
      [id],
    );
    if (!found) return;
    const { candidateId, sessionTitle } = await findSitting(manager, bank, found.entryId);
    await queueMessage(manager, {
      kind: 'handed-in',
      to: { personId: candidateId },
      params: { session: sessionTitle, part: partWords(part), at: at(found.at) },
      entryId: found.entryId,
      about: { kind: 'entry', id: found.entryId },
      once: `handed-in:${id}`,
    });
  };

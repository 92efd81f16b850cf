import type { CarriedScore, DimensionCode } from '@ennead/contracts';
import { recordAudit } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** Where carried scores are written; they are read from `case_view`. Nothing else knows how they are kept. */

/** Carries scores of earlier entries into a new one, as its candidate chose. */
export const carryScores = async (
  manager: EntityManager,
  entryId: string,
  actorId: string,
  scores: readonly CarriedScore[],
): Promise<void> => {
  for (const { dimension, scoreCents, satAt, fromEntryId, fromNumber } of scores) {
    await manager.query(
      `INSERT INTO carry_over (entry_id, from_entry_id, dimension, score_cents, sat_at) VALUES ($1, $2, $3, $4, $5)`,
      [entryId, fromEntryId, dimension, scoreCents, satAt],
    );
    await recordAudit(manager, {
      actorId,
      action: 'score.carried',
      subjectKind: 'entry',
      subjectId: entryId,
      entryId,
      detail: { dimension, scoreCents, fromNumber, fromEntryId },
    });
  }
};

/** Beginning a part gives up the score that was carried over for its dimension: what is sat now counts alone. */
export const giveUpCarried = async (
  manager: EntityManager,
  entryId: string,
  sessionPartId: string,
): Promise<void> => {
  const [rows]: [{ dimension: DimensionCode }[], number] = await manager.query(
    `UPDATE carry_over SET given_up_at = clock() FROM session_part part
     WHERE part.id = $2 AND carry_over.entry_id = $1 AND carry_over.dimension = part.dimension
       AND carry_over.given_up_at IS NULL
     RETURNING carry_over.dimension`,
    [entryId, sessionPartId],
  );
  for (const { dimension } of rows)
    await recordAudit(manager, {
      actorId: null,
      action: 'score.given-up',
      subjectKind: 'entry',
      subjectId: entryId,
      entryId,
      detail: { dimension },
    });
};

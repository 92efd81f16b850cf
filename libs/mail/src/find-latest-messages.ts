import type { MessageKind, MessageReason, MessageState } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

export type LatestMessage = {
  readonly id: string;
  readonly personId: string;
  readonly state: MessageState;
  readonly queuedAt: Date;
  readonly reason: MessageReason | null;
  /** In the words of the mail server. */
  readonly fault: string | null;
};

/** What became of the latest letter of a kind to each of these people, by their ids: of the invitations of a cohort, say. */
export const findLatestMessages = async (
  manager: EntityManager,
  kind: MessageKind,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, LatestMessage>> => {
  const rows: LatestMessage[] = await manager.query(
    `SELECT DISTINCT ON (person_id) id, person_id AS "personId", state, queued_at AS "queuedAt", reason, fault
     FROM message WHERE person_id = ANY ($1) AND kind = $2 ORDER BY person_id, queued_at DESC, id`,
    [personIds, kind],
  );
  return new Map(rows.map((row) => [row.personId, row]));
};

import { randomUUID } from 'node:crypto';
import { EntryScore, Score } from '@ennead/persistence';
import { parseFraction, printFraction, type Fraction } from '@ennead/domain';
import { requestId } from '@ennead/telemetry';
import { In, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';

/** A record that is not written yet; its id is known, so that others can name it as an input. */
export type NewScore = Pick<Score, 'kind' | 'rawNum' | 'rawDen' | 'reportedCents'> &
  Partial<Omit<Score, 'place' | 'at'>> & { readonly id: string };
export type Records = ReadonlyMap<string, Score>;

export const newId = (): string => randomUUID();
export const rawOf = ({ rawNum, rawDen }: Pick<Score, 'rawNum' | 'rawDen'>): Fraction =>
  parseFraction({ num: rawNum, den: rawDen });
export const asRaw = (raw: Fraction): Pick<Score, 'rawNum' | 'rawDen'> => {
  const { num, den } = printFraction(raw);
  return { rawNum: num, rawDen: den };
};

/** The records that count in an entry, by their place. */
export const findCurrent = async (manager: EntityManager, entryId: string): Promise<Records> => {
  const pointers = await manager.findBy(EntryScore, { entryId });
  const records = await findRecords(
    manager,
    pointers.map(({ scoreId }) => scoreId),
  );
  return new Map(records.map((record) => [record.place!, record]));
};

/** The record that counts at a place of an entry; null while there is none. */
export const findScoreAt = async (
  manager: EntityManager,
  entryId: string,
  place: string,
): Promise<Score | null> => {
  const pointer = await manager.findOneBy(EntryScore, { entryId, place });
  return pointer && manager.findOneByOrFail(Score, { id: pointer.scoreId });
};

/** Records by id, in the order of the ids. @throws Error where one is not there */
export const findRecords = async (manager: EntityManager, ids: readonly string[]): Promise<Score[]> => {
  const found = ids.length > 0 ? await manager.findBy(Score, { id: In([...ids]) }) : [];
  const byId = new Map(found.map((record) => [record.id, record]));
  return ids.map((id) => {
    const record = byId.get(id);
    if (!record) throw new Error(`There is no score ${id}.`);
    return record;
  });
};

/** Adds records of one run and entry, and lets those that have a place count there from now on. */
export const addRecords = async (
  manager: EntityManager,
  of: Pick<Score, 'runId' | 'entryId'>,
  added: readonly NewScore[],
): Promise<void> => {
  await keepRecords(manager, of, added);
  if (added.length > 0) await letCount(manager, added);
};

/** Adds records of one run and entry that count nowhere yet. */
export const keepRecords = async (
  manager: EntityManager,
  { runId, entryId }: Pick<Score, 'runId' | 'entryId'>,
  added: readonly NewScore[],
): Promise<void> => {
  if (added.length === 0) return;
  const rows = added.map((record) => ({ ...record, runId, entryId }) as QueryDeepPartialEntity<Score>);
  // In one statement that reads nothing back: a sitting has a record for every answer.
  await manager.createQueryBuilder().insert().into(Score).values(rows).updateEntity(false).execute();
};

const letCount = async (manager: EntityManager, added: readonly NewScore[]): Promise<void> => {
  const ids = added.map(({ id }) => id);
  await manager.query(
    `INSERT INTO entry_score (entry_id, place, score_id)
     SELECT entry_id, place, id FROM score WHERE id = ANY ($1::uuid[]) AND place IS NOT NULL
     ON CONFLICT (entry_id, place) DO UPDATE SET score_id = excluded.score_id`,
    [ids],
  );
  await manager.query(
    `INSERT INTO outbox_event (name, subject_kind, subject_id, entry_id, request_id)
     SELECT 'score.changed', 'score', id, entry_id, $2 FROM score
     WHERE id = ANY ($1::uuid[]) AND place IS NOT NULL ORDER BY place`,
    [ids, requestId() ?? null],
  );
};

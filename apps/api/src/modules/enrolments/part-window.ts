import { entryLifecycle, Refusal, type PartKind } from '@ennead/contracts';
import { stateList } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';

/** A part of the session that an entry is for, and whether its candidate may work at it now. */
export type WindowedPart = {
  readonly id: string;
  readonly contentId: string;
  readonly contentHash: string;
  readonly durationSec: number | null;
  readonly closesAt: Date;
  readonly opensAt: Date;
  readonly opened: boolean;
  readonly closed: boolean;
  /** Whether the entry still counts: not excused, replaced or decided. */
  readonly entered: boolean;
};

/** @throws Refusal NOT_FOUND unless the part is one of this kind in the session of the entry */
export const findPart = async (
  manager: EntityManager,
  entryId: string,
  partId: string,
  kind: PartKind,
): Promise<WindowedPart> => {
  const [found]: WindowedPart[] = await manager.query(
    `SELECT part.id, part.content_id AS "contentId", part.content_hash AS "contentHash",
       part.duration_sec AS "durationSec", coalesce(part.closes_at, session.closes_at) AS "closesAt",
       session.opens_at AS "opensAt", session.opens_at <= clock() AS opened,
       coalesce(part.closes_at, session.closes_at) <= clock() AS closed,
       entry.state IN (${stateList(entryLifecycle, 'entered')}) AS entered
     FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
     JOIN session_part part ON part.exam_session_id = session.id
     WHERE entry.id = $1 AND part.id = $2 AND part.kind = $3`,
    [entryId, partId, kind],
  );
  if (!found) throw new Refusal('NOT_FOUND');
  return found;
};

/**
 * The one rule of when a part may be begun, or a portfolio be worked at and submitted: from the opening of the session
 * to the part's own end, or that of the session, while the entry still counts.
 *
 * @throws Refusal PART_NOT_OPEN or PART_CLOSED with the date, ENTRY_ENDED
 */
export const refuseOutsideWindow = ({ opened, closed, entered, opensAt, closesAt }: WindowedPart): void => {
  if (!opened) throw new Refusal('PART_NOT_OPEN', [{ path: 'opensAt', message: opensAt.toISOString() }]);
  if (closed) throw partClosed({ closesAt });
  if (!entered) throw new Refusal('ENTRY_ENDED');
};

export const partClosed = ({ closesAt }: Pick<WindowedPart, 'closesAt'>): Refusal =>
  new Refusal('PART_CLOSED', [{ path: 'closesAt', message: closesAt.toISOString() }]);

/** The same rule in SQL, for whoever moves something within the window under the entry's lock: at the moment of the move. */
export const inWindow = (entryId: string, partId: string) => sql`EXISTS (
  SELECT FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
  JOIN session_part part ON part.exam_session_id = session.id
  WHERE entry.id = ${entryId} AND part.id = ${partId} AND session.opens_at <= clock()
    AND clock() < coalesce(part.closes_at, session.closes_at)
    AND entry.state IN (${raw(stateList(entryLifecycle, 'entered'))}))`;

import { entryLifecycle } from '@ennead/contracts';
import { stateList } from '@ennead/persistence';
import sql, { raw, type Sql } from 'sql-template-tag';

/** That some part of an entry's session can still be begun: until then it can be settled how somebody sits. */
export const isNotOver = (entryId: Sql | string): Sql => sql`EXISTS (
  SELECT FROM entry own JOIN exam_session ON exam_session.id = own.exam_session_id
  JOIN session_part part ON part.exam_session_id = own.exam_session_id
  WHERE own.id = ${entryId} AND own.state IN (${raw(stateList(entryLifecycle, 'entered'))})
    AND clock() < coalesce(part.closes_at, exam_session.closes_at))`;

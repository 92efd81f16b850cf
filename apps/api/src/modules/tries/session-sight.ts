import type { DimensionCode } from '@ennead/contracts';
import type { EnterableSession } from '@ennead/domain';
import { hasNotFallen, isForPerson, placesOpen } from '@ennead/persistence';

export type ClosingPart = { readonly dimension: DimensionCode; readonly closesAt: string };
/** What a session says to somebody who looks at it. */
export type Room = Pick<EnterableSession, 'isEntered' | 'isForThem' | 'placesLeft'>;

/** Of the row `session`: in its order, each with when it closes. */
export const partsSql = `(SELECT jsonb_agg(jsonb_build_object('dimension', part.dimension, 'kind', part.kind,
    'closesAt', coalesce(part.closes_at, session.closes_at)) ORDER BY part.position)
  FROM session_part part WHERE part.exam_session_id = session.id)`;

/** Of the row `session`, for a `person` and their `enrolment` for its role and level, where they have one. */
export const roomSql = `EXISTS (SELECT FROM entry WHERE entry.exam_session_id = session.id AND entry.enrolment_id = enrolment.id
    AND ${hasNotFallen}) AS "isEntered",
  ${isForPerson} AS "isForThem", ${placesOpen('person.institution_id')} AS "placesLeft"`;

/** JSON of the database writes an instant with an offset of its own. */
export const inUtc = <P extends ClosingPart>(part: P): P => ({
  ...part,
  closesAt: new Date(part.closesAt).toISOString(),
});

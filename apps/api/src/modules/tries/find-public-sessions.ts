import {
  entryLifecycle,
  examSessionLifecycle,
  type PublicSession,
  type SessionPurpose,
} from '@ennead/contracts';
import { birth, sourcesOf } from '@ennead/domain';
import { placesOpen, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** What a session announces that its row has, of the row `session`. */
export const announcedSql = `session.scheme_hash AS "schemeHash", session.venue, session.confirms, session.clearances,
  (SELECT count(*)::int FROM entry WHERE entry.exam_session_id = session.id
     AND entry.state = ${stateList(entryLifecycle, birth(entryLifecycle, 'wait'))}) AS "waitingCount"`;

type Found = Omit<PublicSession, 'place' | 'isMock' | 'opensAt' | 'closesAt' | 'offerDays'> & {
  opensAt: Date;
  closesAt: Date;
  purpose: SessionPurpose;
  schemeHash: string;
  venue: string | null;
};

/** Sessions for everybody that have not ended, the next to close first, as somebody sees them who comes by no institution. */
export const findPublicSessions = (manager: EntityManager, now: Date): Promise<Found[]> =>
  manager.query(
    `SELECT session.id, session.title, session.role, session.level, session.purpose, session.opens_at AS "opensAt",
       session.closes_at AS "closesAt", ${announcedSql}, ${placesOpen('NULL::uuid')} AS "placesLeft"
     FROM exam_session session WHERE session.access = 'open' AND session.closes_at > $1
       AND session.state IN (${stateList(examSessionLifecycle, ...sourcesOf(examSessionLifecycle, 'cancel'))})
     ORDER BY session.closes_at, session.id`,
    [now],
  );

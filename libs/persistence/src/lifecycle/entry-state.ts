import { entryLifecycle } from '@ennead/contracts';
import { stateList } from './state-column.ts';

/** When nothing of a session can be begun any more, in SQL that has `session` in scope: a part may end after the rest. */
const endOfSession = `(SELECT max(greatest(part.closes_at, session.closes_at))
  FROM session_part part WHERE part.exam_session_id = session.id)`;

/** That an entry was missed, in SQL that has `entry` and its `session` in scope: nothing was begun, nothing can be. */
export const isOverUnbegun = `(entry.state = ${stateList(entryLifecycle, 'entered')} AND entry.first_sat_at IS NULL
  AND session.closes_at <= clock() AND ${endOfSession} <= clock())`;

/**
 * What state an entry is in, in SQL that has `entry` and its `session` in scope: an absence is one by the clock, before
 * the next entry sets it down.
 */
export const entryStateNow = `CASE WHEN ${isOverUnbegun} THEN ${stateList(entryLifecycle, 'missed')} ELSE entry.state END`;

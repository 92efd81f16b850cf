import { entryLifecycle, fallenEntryStates, pendingEntryStates } from '@ennead/contracts';
import { stateList } from './state-column.ts';

/** When nothing of a session can be begun any more, in SQL that has `session` in scope: a part may end after the rest. */
const endOfSession = `(SELECT max(greatest(part.closes_at, session.closes_at))
  FROM session_part part WHERE part.exam_session_id = session.id)`;

/** That an entry was missed, in SQL that has `entry` and its `session` in scope: nothing was begun, nothing can be. */
export const isOverUnbegun = `(entry.state = ${stateList(entryLifecycle, 'entered')} AND entry.first_sat_at IS NULL
  AND session.closes_at <= clock() AND ${endOfSession} <= clock())`;

/** That an entry never came about, in the same SQL: nobody accepted or confirmed it in time, and nothing can be begun. */
export const isOverPending = `(entry.state IN (${stateList(entryLifecycle, ...pendingEntryStates)})
  AND session.closes_at <= clock() AND ${endOfSession} <= clock())`;

/**
 * What state an entry is in, in SQL that has `entry` and its `session` in scope: an absence is one by the clock, before
 * the next entry sets it down; and so is what never came about.
 */
export const entryStateNow = `CASE WHEN ${isOverUnbegun} THEN ${stateList(entryLifecycle, 'missed')}
  WHEN ${isOverPending} THEN ${stateList(entryLifecycle, 'lapsed')} ELSE entry.state END`;

/** That an entry came about, or may yet, in SQL that has `entry` in scope. */
export const hasNotFallen = `entry.state NOT IN (${stateList(entryLifecycle, ...fallenEntryStates)})`;

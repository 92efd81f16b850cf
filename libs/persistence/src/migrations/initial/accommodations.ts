import { accommodationLifecycle } from '@ennead/contracts';
import { stateColumn, stateList } from '../../lifecycle/state-column.ts';
import { id } from './columns.ts';

const inState = (...states: Parameters<typeof stateList<typeof accommodationLifecycle>>[1][]) =>
  `state IN (${stateList(accommodationLifecycle, ...states)})`;

/** At most one of an entry waits, and at most one stands. */
const accommodation = [
  `CREATE TABLE accommodation (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, ${stateColumn(accommodationLifecycle)}, asked jsonb NOT NULL,
    reason text NOT NULL, evidence text NOT NULL, asked_by uuid NOT NULL REFERENCES person,
    asked_at timestamptz NOT NULL DEFAULT clock(), measures jsonb, answer text, decided_by uuid REFERENCES person,
    decided_at timestamptz, from_id uuid REFERENCES accommodation, CHECK (num_nulls(answer, decided_by, decided_at) IN (0, 3)),
    CHECK (${inState('lapsed')} OR (decided_by IS NOT NULL) = (${inState('approved', 'refused', 'ended')})),
    CHECK (CASE WHEN ${inState('lapsed')} THEN (measures IS NULL) = (decided_by IS NULL)
      ELSE (measures IS NOT NULL) = (${inState('approved', 'ended')}) END))`,
  `CREATE UNIQUE INDEX accommodation_waiting ON accommodation (entry_id) WHERE ${inState('asked')}`,
  `CREATE UNIQUE INDEX accommodation_standing ON accommodation (entry_id) WHERE ${inState('approved')}`,
  `CREATE INDEX accommodation_entry ON accommodation (entry_id, asked_at)`,
  `CREATE INDEX accommodation_decided ON accommodation (decided_by)`,
];

/**
 * Time beyond the duration of a part, and beyond its end: a deadline is the earlier of the two and then so much later. Only ever
 * added to, so that a deadline only moves to later.
 */
const grants = [
  `CREATE TABLE time_grant (
    ${id}, entry_id uuid NOT NULL REFERENCES entry, session_part_id uuid REFERENCES session_part,
    seconds int NOT NULL CHECK (seconds > 0), cause text NOT NULL CHECK (cause IN ('accommodation')),
    accommodation_id uuid REFERENCES accommodation, given_by uuid NOT NULL REFERENCES person,
    at timestamptz NOT NULL DEFAULT clock(), CHECK ((cause = 'accommodation') = (accommodation_id IS NOT NULL)))`,
  `CREATE INDEX time_grant_entry ON time_grant (entry_id)`,
  `CREATE FUNCTION granted_time(entry uuid, part uuid) RETURNS interval LANGUAGE sql STABLE AS $$
    SELECT make_interval(secs => coalesce(sum(seconds), 0)) FROM time_grant
    WHERE entry_id = entry AND (session_part_id IS NULL OR session_part_id = part) $$`,
];

/** Who looks after the cases of a session: ended, never taken away. */
const duties = [
  `CREATE TABLE session_duty (
    ${id}, exam_session_id uuid NOT NULL REFERENCES exam_session, person_id uuid NOT NULL REFERENCES person,
    from_at timestamptz NOT NULL DEFAULT clock(), until_at timestamptz)`,
  `CREATE UNIQUE INDEX session_duty_held ON session_duty (exam_session_id, person_id) WHERE until_at IS NULL`,
  `CREATE INDEX session_duty_person ON session_duty (person_id)`,
];

export const accommodations = [...accommodation, ...grants, ...duties];

import { cents } from './columns.ts';

/** Scores of earlier entries that candidates chose to carry over: what was chosen stays, and is given up at most once. */
export const carryOver = [
  `CREATE TABLE carry_over (
    entry_id uuid NOT NULL REFERENCES entry, from_entry_id uuid NOT NULL REFERENCES entry CHECK (from_entry_id <> entry_id),
    dimension text NOT NULL CHECK (dimension IN ('knowledge', 'skills', 'practice')),
    ${cents('score_cents')} NOT NULL, sat_at timestamptz NOT NULL, chosen_at timestamptz NOT NULL DEFAULT clock(),
    given_up_at timestamptz, PRIMARY KEY (entry_id, dimension))`,
];

import { saveGraceSec } from '@ennead/contracts';

/** An instant and the time that an answer given by then may be on its way, in SQL. */
export const withGrace = (instant: string): string => `${instant} + interval '${saveGraceSec} s'`;

/** Whether saves and submission by the candidate still count, in SQL that has `attempt` in scope. */
export const inTime = `clock() <= ${withGrace('attempt.deadline_at')}`;

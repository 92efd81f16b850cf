import { saveGraceSec } from '@ennead/contracts';

/** Whether saves and submission by the candidate still count, in SQL that has `attempt` in scope. */
export const inTime = `clock() <= attempt.deadline_at + interval '${saveGraceSec} s'`;

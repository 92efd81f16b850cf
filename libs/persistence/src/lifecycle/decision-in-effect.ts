import { decisionLifecycle, type DecisionOutcome } from '@ennead/contracts';
import { stateList } from './state-column.ts';

/** Whether it is what holds of its entry, in SQL that has `decision` in scope. */
export const decisionInEffect = `decision.state = ${stateList(decisionLifecycle, 'effective')}`;

const grant: DecisionOutcome = 'grant';

/** Whether it gave a grade, whatever became of it since, in SQL that has `decision` in scope. */
export const decisionGrants = `decision.outcome = '${grant}'`;

/** Whether its grade stands. */
export const grantInEffect = `(${decisionGrants} AND ${decisionInEffect})`;

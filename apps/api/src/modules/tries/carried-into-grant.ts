import { decisionLifecycle, type DecisionOutcome } from '@ennead/contracts';
import { stateList } from '@ennead/persistence';

const granted: DecisionOutcome = 'grant';

/** In SQL: whether a later entry was granted upon a score that it carries over from this one. */
export const carriedIntoGrant = (entryId: string): string => `EXISTS (
  SELECT FROM score source JOIN score carried ON carried.carried_from_id = source.id
  JOIN entry_score pointer ON pointer.score_id = carried.id
  JOIN decision ON decision.entry_id = carried.entry_id AND decision.outcome = '${granted}'
    AND decision.state = ${stateList(decisionLifecycle, 'effective')}
  WHERE source.entry_id = ${entryId})`;

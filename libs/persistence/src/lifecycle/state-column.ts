import { statesOf, type Lifecycle, type StateOf } from '@ennead/contracts';

const quote = (state: string) => `'${state.replaceAll("'", "''")}'`;

/** In SQL: states of a lifecycle as a list for IN (…). */
export const stateList = <L extends Lifecycle>(_of: L, ...states: readonly StateOf<L>[]): string =>
  states.map(quote).join(', ');

/** The column that holds a thing's state, with the check that knows no other state than the lifecycle does. */
export const stateColumn = (lifecycle: Lifecycle): string =>
  `state text NOT NULL CHECK (state IN (${stateList(lifecycle, ...statesOf(lifecycle))}))`;

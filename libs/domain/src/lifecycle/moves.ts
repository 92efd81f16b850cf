import { statesOf, type EventOf, type Lifecycle, type StateOf } from '@ennead/contracts';
import { DomainFault } from '../domain-fault.ts';

/** The states that an event leads out of. */
export const sourcesOf = <L extends Lifecycle>(lifecycle: L, event: EventOf<L>): StateOf<L>[] =>
  statesOf(lifecycle).filter((state) => lifecycle.moves[state]?.[event] !== undefined) as StateOf<L>[];

/**
 * @returns the state that the event leads to
 * @throws DomainFault ILLEGAL_MOVE when the lifecycle has no such move
 */
export const move = <L extends Lifecycle>(lifecycle: L, from: StateOf<L>, event: EventOf<L>): StateOf<L> => {
  const to = lifecycle.moves[from]?.[event];
  if (to === undefined) throw new DomainFault('ILLEGAL_MOVE', { from, event });
  return to as StateOf<L>;
};

/**
 * The state that an event leaves behind, wherever it led out of: what a thing is in once it was submitted, decided or replaced.
 *
 * @throws DomainFault ILLEGAL_MOVE when nothing happens by the event, or not always the same
 */
export const stateAfter = <L extends Lifecycle>(lifecycle: L, event: EventOf<L>): StateOf<L> => {
  const ways = [lifecycle.births, ...Object.values(lifecycle.moves)].flatMap((each) => each[event] ?? []);
  const [state, ...others] = new Set(ways);
  if (state === undefined || others.length > 0)
    throw new DomainFault('ILLEGAL_MOVE', { from: `any ${lifecycle.thing}`, event });
  return state as StateOf<L>;
};

/**
 * @returns the state that a thing is born into by this event
 * @throws DomainFault ILLEGAL_MOVE when nothing is born by it
 */
export const birth = <L extends Lifecycle>({ thing, births }: L, event: EventOf<L>): StateOf<L> => {
  const state = births[event];
  if (state === undefined) throw new DomainFault('ILLEGAL_MOVE', { from: `no ${thing}`, event });
  return state as StateOf<L>;
};

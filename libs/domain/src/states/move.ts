import { DomainFault } from '../domain-fault.ts';

/** The legal moves as data: from each state, which event leads to which state. */
export type MoveTable<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

export const canMove = <State extends string, Event extends string>(
  table: MoveTable<State, Event>,
  from: State,
  event: Event,
): boolean => table[from][event] !== undefined;

/**
 * @returns the state that the event leads to
 * @throws DomainFault ILLEGAL_MOVE when the table has no such move
 */
export function move<State extends string, Event extends string>(
  table: MoveTable<State, Event>,
  from: State,
  event: Event,
): State {
  const to = table[from][event];
  if (to === undefined) throw new DomainFault('ILLEGAL_MOVE', { from, event });
  return to;
}

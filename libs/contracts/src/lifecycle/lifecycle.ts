import { z } from 'zod';

/** What an event leaves behind in the audit trail, and what has to hold for it beyond the state. */
export type EventFacts<Guard extends string = string> = {
  /** The past participle that follows the thing's name: 'submitted' in `attempt.submitted`. */
  readonly done: string;
  /** Conditions that whoever asks for the move has to supply; the door refuses to open without one of them. */
  readonly guards?: readonly Guard[];
};

/** The life of one kind of thing as data: all of its states, and every event that leads from one to another. */
export type Lifecycle<
  State extends string = string,
  Events extends Record<string, EventFacts> = Record<string, EventFacts>,
> = {
  /** The noun in audit trail and events; its table is called the same, with _ for -. */
  readonly thing: string;
  readonly events: Events;
  /** Events that bring a thing into being, and the state it then has. */
  readonly births: Readonly<Partial<Record<keyof Events & string, State>>>;
  readonly moves: Readonly<Record<State, Readonly<Partial<Record<keyof Events & string, State>>>>>;
  /** States that nothing leads out of, on purpose. */
  readonly final: readonly State[];
};

export type StateOf<L> = L extends Lifecycle<infer State, infer _> ? State : never;
export type EventOf<L> = L extends Lifecycle<infer _, infer Events> ? keyof Events & string : never;
export type GuardOf<L, Event extends string> =
  L extends Lifecycle<infer _, infer Events>
    ? Events[Event & keyof Events] extends { readonly guards: readonly (infer Guard extends string)[] }
      ? Guard
      : never
    : never;

/** Takes down a lifecycle so that its states, events and guards are types as well. */
export const defineLifecycle = <
  const State extends string,
  const Events extends Readonly<Record<string, EventFacts>>,
>(lifecycle: {
  readonly thing: string;
  readonly events: Events;
  readonly births: Readonly<Partial<Record<NoInfer<keyof Events & string>, NoInfer<State>>>>;
  readonly moves: Readonly<
    Record<State, Readonly<Partial<Record<NoInfer<keyof Events & string>, NoInfer<State>>>>>
  >;
  readonly final: readonly NoInfer<State>[];
}): Lifecycle<State, Events> => lifecycle;

export const statesOf = <State extends string>({ moves }: { readonly moves: Record<State, unknown> }) =>
  Object.keys(moves) as [State, ...State[]];

/** The schema of a lifecycle's states. */
export const stateSchema = <State extends string>(lifecycle: { readonly moves: Record<State, unknown> }) =>
  z.enum(statesOf(lifecycle));

/** What an event is called in audit trail and outbox. */
export const eventName = <L extends Lifecycle>({ thing, events }: L, event: EventOf<L>): string =>
  `${thing}.${(events as Record<string, EventFacts>)[event]!.done}`;

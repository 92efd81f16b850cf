import { statesOf, type Lifecycle } from '@ennead/contracts';

export type LifecycleFault =
  | { readonly kind: 'unreachable' | 'stuck' | 'not-final'; readonly state: string }
  | { readonly kind: 'unused'; readonly event: string };

/**
 * What is wrong with a lifecycle: states that no birth leads to, states without a way out that are not final, final
 * states with one, and events that nothing happens by.
 */
export const findLifecycleFaults = (lifecycle: Lifecycle): LifecycleFault[] => {
  const reached = statesReachedBy(lifecycle);
  const states = statesOf(lifecycle);
  const ways = (state: string) => Object.keys(lifecycle.moves[state] ?? {}).length;
  const isFinal = (state: string) => lifecycle.final.includes(state);
  const used = new Set([lifecycle.births, ...Object.values(lifecycle.moves)].flatMap(Object.keys));
  return [
    ...states
      .filter((state) => !reached.has(state))
      .map((state) => ({ kind: 'unreachable' as const, state })),
    ...states
      .filter((state) => ways(state) === 0 && !isFinal(state))
      .map((state) => ({ kind: 'stuck' as const, state })),
    ...states
      .filter((state) => ways(state) > 0 && isFinal(state))
      .map((state) => ({ kind: 'not-final' as const, state })),
    ...Object.keys(lifecycle.events)
      .filter((event) => !used.has(event))
      .map((event) => ({ kind: 'unused' as const, event })),
  ];
};

const statesReachedBy = ({ births, moves }: Lifecycle): ReadonlySet<string> => {
  const reached = new Set<string>();
  const visit = (state: string): void => {
    if (reached.has(state)) return;
    reached.add(state);
    Object.values(moves[state] ?? {}).forEach((next) => visit(next!));
  };
  Object.values(births).forEach((state) => visit(state!));
  return reached;
};

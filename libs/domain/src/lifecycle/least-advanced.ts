/**
 * The state of several parts taken together: that of the part that is least far on.
 *
 * @param order every state, from the least advanced to the most
 * @param states at least one
 */
export const leastAdvanced = <State extends string>(
  order: readonly State[],
  states: readonly State[],
): State | undefined => order.find((state) => states.includes(state));

import { setTimeout as pause } from 'node:timers/promises';

/** More than either way takes on a server that has anything else to do. */
const leastMs = 300;

/** Does something that takes longer the one way than the other, and answers no sooner either way: how long it took tells nothing. */
export const takingAlike = async (work: () => Promise<void>): Promise<void> => {
  await Promise.all([work(), pause(leastMs)]);
};

import type { DutyName } from '@ennead/contracts';

/** Something that the worker in office does again and again. Done twice at once, it does no more than once. */
export type Duty = {
  readonly name: DutyName;
  /** How long to wait when there was nothing to do. */
  readonly everyMs: number;
  /** Waits as well when something was done: whatever comes meanwhile is then done in one go. */
  readonly unhurried?: true;
  /** @returns how much was done: as long as there is something, it is asked again at once */
  readonly run: () => Promise<number>;
};

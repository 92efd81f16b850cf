import { Logger } from '@nestjs/common';
import { pause } from '../pause.ts';
import type { Duty } from './duty.ts';
import type { DutyNotes } from './duty-notes.ts';

const logger = new Logger('Duties');
const pauseAfterFaultMs = 2_000;

/** Does every duty until the term is over; one that fails or takes long keeps no other from being done. */
export const serveDuties = async (
  duties: readonly Duty[],
  notes: DutyNotes,
  term: AbortSignal,
): Promise<void> => {
  await Promise.all(duties.map((duty) => serve(duty, notes, term)));
};

const serve = async (duty: Duty, notes: DutyNotes, term: AbortSignal): Promise<void> => {
  while (!term.aborted) {
    const waitMs = await runOnce(duty, notes);
    if (waitMs > 0) await pause(waitMs, term);
  }
};

/** @returns how long to wait before the next time, in milliseconds */
const runOnce = async (duty: Duty, notes: DutyNotes): Promise<number> => {
  try {
    const done = await duty.run();
    await notes.ran(duty.name, done).catch(unnoted);
    return done > 0 && !duty.unhurried ? 0 : duty.everyMs;
  } catch (fault) {
    logger.error(`${duty.name} failed and will be tried again: ${String(fault)}`);
    await notes.failed(duty.name, fault).catch(unnoted);
    return Math.max(duty.everyMs, pauseAfterFaultMs);
  }
};

const unnoted = (fault: unknown): void => logger.warn(`How it went could not be noted: ${String(fault)}`);

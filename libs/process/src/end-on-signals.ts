import { setTimeout as delay } from 'node:timers/promises';

export type Ending = {
  /** Says to whoever sends people here that they are to go elsewhere; served they still are. */
  readonly leave?: () => void;
  /** How long whoever sends people here may take to see it, in seconds. */
  readonly leaveSec?: number;
  /** Takes nothing more, and brings to its end what was begun. */
  readonly end: () => Promise<void>;
  /** How long that may take before the process ends all the same, in seconds. */
  readonly withinSec: number;
  readonly complain: (message: string) => void;
};

const signals = ['SIGTERM', 'SIGINT'] as const;

/** Has this process end in order when it is told to: with 0, or with 1 where it could not bring everything to its end. */
export const endOnSignals = ({ leave, leaveSec = 0, end, withinSec, complain }: Ending): void => {
  let ending = false;
  const run = async (): Promise<number> => {
    leave?.();
    if (leaveSec > 0) await delay(leaveSec * 1_000);
    const late = delay(withinSec * 1_000, 'late' as const);
    if ((await Promise.race([end(), late])) !== 'late') return 0;
    complain(`Not everything came to its end within ${withinSec} s.`);
    return 1;
  };
  for (const signal of signals)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      run().then(
        (code) => process.exit(code),
        (fault: Error) => {
          complain(fault.stack ?? fault.message);
          process.exit(1);
        },
      );
    });
};

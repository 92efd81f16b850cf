import { setTimeout as delay } from 'node:timers/promises';
import { type Child, type ChildExit, type ChildSpec, startChild, tailOf } from './child.ts';
import { isClosed } from './living.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
const STEADY_AFTER_MS = 10_000;

export interface Supervised {
  /** Ends the process and does not start it again. Never rejects. */
  stop(): Promise<void>;
  /** Ends the process and starts it again at once, as after a change of its source. */
  restart(): Promise<void>;
}

export interface Watch {
  /** Asked until true, some ten times a second; only then is the process taken for started. */
  readonly isReady: () => Promise<boolean>;
  /** Milliseconds allowed from the first start until ready. */
  readonly readyWithinMs: number;
  /** Told each time the process ended by itself and is started again. */
  readonly onRestart?: (what: string) => void;
}

/**
 * Starts a process, waits until it is ready and keeps it running: when it ends by itself it is started again, at
 * once the first time and then after growing pauses of at most five seconds.
 * Rejects with the end of its log where it does not get ready the first time.
 */
export async function supervise(spec: ChildSpec, watch: Watch): Promise<Supervised> {
  let child = await startChild(spec);
  await untilReady(spec, watch, child);

  const stopping = new AbortController();
  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal }).catch(() => {});
  let restarting = false;
  const keepRunning = async () => {
    let pauseMs = FIRST_PAUSE_MS;
    let startedAt = Date.now();
    while (!stopping.signal.aborted) {
      const exit = await child.exited;
      if (stopping.signal.aborted || isClosed()) return;
      if (Date.now() - startedAt > STEADY_AFTER_MS || restarting) pauseMs = FIRST_PAUSE_MS;
      if (!restarting) {
        watch.onRestart?.(`${spec.name} ended (${describeExit(exit)}); starting it again`);
        await pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
      restarting = false;
      startedAt = Date.now();
      if (!stopping.signal.aborted) child = await startChild(spec);
    }
  };
  // Fails only where no process can be started at all, as with its log on a full disk.
  const kept = keepRunning().catch((error: Error) => {
    if (!isClosed()) watch.onRestart?.(`${spec.name} is not started again: ${error.message}`);
  });

  return {
    stop: async () => {
      stopping.abort();
      await child.stop();
      await kept;
      // One that was being started when the stop came.
      await child.stop();
    },
    restart: async () => {
      restarting = true;
      await child.stop();
    },
  };
}

async function untilReady(spec: ChildSpec, watch: Watch, child: Child): Promise<void> {
  let exit: ChildExit | undefined;
  void child.exited.then((value) => {
    exit = value;
  });
  const deadline = Date.now() + watch.readyWithinMs;
  while (!(await watch.isReady())) {
    if (exit || Date.now() > deadline) {
      await child.stop();
      const why = exit
        ? `ended at once (${describeExit(exit)})`
        : `was not ready within ${watch.readyWithinMs / 1000} s`;
      const log = spec.logFile ? `Its log, ${spec.logFile}, ends:\n${await tailOf(spec.logFile)}` : '';
      throw new Error(`${spec.name} ${why}. ${log}`.trimEnd());
    }
    await delay(100);
  }
}

export function describeExit({ code, signal, error }: ChildExit): string {
  if (error) return error.message;
  return signal ?? `exit code ${code}`;
}

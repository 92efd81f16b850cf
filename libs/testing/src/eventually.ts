import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 50;

/**
 * Asks again and again until `look` neither throws nor resolves to undefined, null or false.
 * @param withinMs after which the last failure is thrown
 */
export async function eventually<T>(look: () => T | Promise<T>, withinMs = 15_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== undefined && seen !== null && seen !== false) return seen as NonNullable<T>;
      if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${look.toString()}`);
    } catch (fault) {
      if (Date.now() > deadline) throw fault;
    }
    await pause(everyMs);
  }
}

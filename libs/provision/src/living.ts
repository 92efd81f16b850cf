/** Something that runs on this program's behalf and can be ended. */
export interface Living {
  stop(): Promise<void>;
}

const living = new Set<Living>();
let closed = false;

/** Enters a process that was just started; the returned function strikes it off when it has ended. */
export function enter(process: Living): () => void {
  living.add(process);
  return () => living.delete(process);
}

/** True once everything is being ended. */
export function isClosed(): boolean {
  return closed;
}

/** @throws Error once everything is being ended: nothing new may start then. */
export function assertOpen(): void {
  if (closed) throw new Error('Ennead is stopping.');
}

/**
 * Ends whatever still runs, last started first, and lets nothing start any more. The last resort of a program that is
 * told to stop amid its start, before it holds what it started.
 */
export async function endEverything(): Promise<void> {
  closed = true;
  for (const process of [...living].reverse()) await process.stop();
}

/**
 * The server's time, carried on from one reading by the monotonic clock, so that changing the computer's clock
 * changes nothing. Returns a function that gives milliseconds since the epoch.
 * @param serverNow the server's time (ISO 8601 or epoch milliseconds) as its latest answer gave it
 */
export function startServerClock(serverNow: string | number): () => number {
  const offset = new Date(serverNow).getTime() - performance.now();
  return () => performance.now() + offset;
}

import { LRUCache } from 'lru-cache';

/**
 * Reads through a cache of what never changes: each key once at a time, the least recently used forgotten first. A failure is
 * not kept, and what is forgotten while it is read is read to its end for whoever waits.
 *
 * @param max how many are kept
 * @param keyOf what tells one question from another
 */
export const keepLatest = <Asked, Value extends object>(
  max: number,
  keyOf: (asked: Asked) => string,
  read: (asked: Asked) => Promise<Value>,
): ((asked: Asked) => Promise<Value>) => {
  const kept = new LRUCache<string, Value, { asked: Asked }>({
    max,
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context }) => read(context.asked),
  });
  return async (asked) => (await kept.fetch(keyOf(asked), { context: { asked } }))!;
};

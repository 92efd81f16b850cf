import type { OwnEntry, TryView } from '@ennead/contracts';

/** What is told beside a try: of a free sitting, the number of the try that it makes good for; else null. */
export interface Told {
  readonly text: string;
  readonly replaced: number | null;
}

/** Why an entry was excused or replaced; of a free sitting that is still to be sat, why another was replaced by it. */
export function reasonOf(
  { id, number, cause, state }: Pick<OwnEntry, 'id' | 'number' | 'cause' | 'state'>,
  tries: readonly Pick<TryView, 'entryId' | 'number' | 'state' | 'stateReason'>[],
): Told | null {
  const own = tries.find(({ entryId }) => entryId === id)?.stateReason;
  if (own) return { text: own, replaced: null };
  if (cause !== 'free-sitting' || state !== 'entered') return null;
  const replaced = tries.findLast((one) => one.state === 'replaced' && one.number < number);
  return replaced?.stateReason ? { text: replaced.stateReason, replaced: replaced.number } : null;
}

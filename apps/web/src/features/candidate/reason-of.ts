import type { OwnEntry, TryView } from '@ennead/contracts';

/** Why an entry was excused; of a free sitting, why the entry was replaced that it makes good for. */
export function reasonOf(
  { id, number, cause }: Pick<OwnEntry, 'id' | 'number' | 'cause'>,
  tries: readonly Pick<TryView, 'entryId' | 'number' | 'state' | 'stateReason'>[],
): string | null {
  const told =
    cause === 'free-sitting'
      ? tries.findLast((one) => one.state === 'replaced' && one.number < number)
      : tries.find(({ entryId }) => entryId === id);
  return told?.stateReason ?? null;
}

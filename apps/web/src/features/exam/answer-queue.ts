import {
  isBlank,
  mostSaves,
  type ResponseValue,
  type ResponseView,
  type SavedView,
  type SaveInput,
} from '@ennead/contracts';

export interface Answer {
  readonly value: ResponseValue;
  readonly flagged: boolean;
}

/** An answer that the server has not acknowledged yet. */
export interface Pending {
  readonly itemId: string;
  /** The server's revision of this item when the change was made; 0 where it had none. */
  readonly base: number;
  readonly answer: Answer;
  /** What is on its way, or may be from before. */
  readonly sent: Answer | null;
}

interface Saved extends Answer {
  readonly revision: number;
}

/** Everything one page knows of the answers of an attempt. */
export interface AnswerQueue {
  readonly nextSequence: number;
  readonly saved: ReadonlyMap<string, Saved>;
  /** In the order in which the items were last changed. */
  readonly pending: readonly Pending[];
  /** Sent and not acknowledged: repeated as it is until it is. */
  readonly batch: readonly SaveInput[];
}

const noAnswer: Answer = { value: null, flagged: false };

const isSame = (one: Answer, other: Answer): boolean =>
  one.flagged === other.flagged && JSON.stringify(one.value) === JSON.stringify(other.value);

const plain = ({ value, flagged }: Answer): Answer => ({ value, flagged });

export const answerOf = (queue: AnswerQueue, itemId: string): Answer =>
  plain(queue.pending.find((one) => one.itemId === itemId)?.answer ?? queue.saved.get(itemId) ?? noAnswer);

export const isAnswered = ({ value }: Answer): boolean => !isBlank(value);

/** Notes a change. What is on its way stays as it is; the change follows it. */
export function changeAnswer(queue: AnswerQueue, itemId: string, answer: Answer): AnswerQueue {
  const before = queue.pending.find((one) => one.itemId === itemId);
  const saved = queue.saved.get(itemId);
  const others = queue.pending.filter((one) => one !== before);
  if (!before?.sent && isSame(answer, saved ?? noAnswer)) return { ...queue, pending: others };
  const changed = { itemId, base: before?.base ?? saved?.revision ?? 0, answer, sent: before?.sent ?? null };
  return { ...queue, pending: [...others, changed] };
}

/** Numbers what is pending and puts it on its way; an unacknowledged batch first, unchanged. */
export function takeBatch(queue: AnswerQueue): AnswerQueue {
  if (queue.batch.length > 0 || queue.pending.length === 0) return queue;
  const taken = queue.pending.slice(0, mostSaves);
  const batch = taken.map(({ itemId, answer }, at) => ({
    sequence: queue.nextSequence + at,
    itemId,
    ...answer,
  }));
  return {
    ...queue,
    nextSequence: queue.nextSequence + batch.length,
    pending: queue.pending.map((one) => (taken.includes(one) ? { ...one, sent: one.answer } : one)),
    batch,
  };
}

/** Moves what the server has acknowledged out of the pending ones; what changed meanwhile stays pending. */
export function acknowledge(queue: AnswerQueue, { revisions }: Pick<SavedView, 'revisions'>): AnswerQueue {
  const saved = new Map(queue.saved);
  for (const { itemId, value, flagged } of queue.batch) {
    const revision = revisions.find((one) => one.itemId === itemId)?.revision;
    saved.set(itemId, { value, flagged, revision: revision ?? (saved.get(itemId)?.revision ?? 0) + 1 });
  }
  const pending = queue.pending.flatMap((one): Pending[] => {
    if (!one.sent) return [one];
    if (isSame(one.answer, one.sent)) return [];
    return [{ ...one, base: saved.get(one.itemId)?.revision ?? one.base, sent: null }];
  });
  return { ...queue, saved, pending, batch: [] };
}

export interface Reopened {
  readonly queue: AnswerQueue;
  /** Items whose pending answer gave way to a newer one of the server's. */
  readonly overruled: readonly string[];
}

/**
 * Begins with what the server has, and with what this computer kept from before: a reload, another writer, a lost
 * connection. A kept answer is sent again when the server's revision is still the one it was based on, or when it
 * only follows a save of this page that did arrive; otherwise the server's newer answer stands.
 *
 * @param underWay whether what was sent before may still arrive: it may until this page has the right to save
 */
export function reopenQueue(
  responses: readonly ResponseView[],
  kept: readonly Pending[],
  underWay = false,
): Reopened {
  const saved = new Map(
    responses.map(({ itemId, value, flagged, revision }) => [itemId, { value, flagged, revision }]),
  );
  const overruled: string[] = [];
  const pending = kept.flatMap((one): Pending[] => {
    const there = saved.get(one.itemId);
    const revision = there?.revision ?? 0;
    const arrived = revision === one.base + 1 && one.sent !== null && isSame(one.sent, there ?? noAnswer);
    const sent = underWay && revision === one.base ? one.sent : null;
    if (sent === null && isSame(one.answer, there ?? noAnswer)) return [];
    if (revision === one.base || arrived) return [{ ...one, base: revision, sent }];
    overruled.push(one.itemId);
    return [];
  });
  return { queue: { nextSequence: 1, saved, pending, batch: [] }, overruled };
}

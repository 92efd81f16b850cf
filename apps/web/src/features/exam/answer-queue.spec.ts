import { describe, expect, it } from '@jest/globals';
import { mostSaves, SavesInput, type ResponseView } from '@ennead/contracts';
import {
  acknowledge,
  answerOf,
  changeAnswer,
  isAnswered,
  reopenQueue,
  takeBatch,
  type Answer,
  type AnswerQueue,
} from './answer-queue.ts';

const choose = (option: string, flagged = false): Answer => ({ value: { chosen: [option] }, flagged });
const onServer = (itemId: string, revision: number, answer: Answer): ResponseView => ({
  itemId,
  revision,
  ...answer,
  savedAt: '2026-05-03T06:03:22.000Z',
});
const opened = (...responses: ResponseView[]) => reopenQueue(responses, []).queue;
const revisions = (...pairs: [string, number][]) => ({
  revisions: pairs.map(([itemId, revision]) => ({ itemId, revision })),
});

describe('changes on their way', () => {
  it('are numbered in the order in which they were made, without a gap', () => {
    let queue = changeAnswer(changeAnswer(opened(), 'one', choose('A')), 'two', choose('B'));
    queue = takeBatch(changeAnswer(queue, 'one', choose('C')));
    expect(queue.batch).toEqual([
      { sequence: 1, itemId: 'two', ...choose('B') },
      { sequence: 2, itemId: 'one', ...choose('C') },
    ]);
    queue = acknowledge(queue, revisions(['one', 1], ['two', 1]));
    expect(takeBatch(changeAnswer(queue, 'one', choose('D'))).batch).toEqual([
      { sequence: 3, itemId: 'one', ...choose('D') },
    ]);
  });

  it('are repeated as they were until they are acknowledged, whatever is changed meanwhile', () => {
    const sent = takeBatch(changeAnswer(opened(), 'one', choose('A')));
    const changed = changeAnswer(sent, 'one', choose('B'));
    expect(takeBatch(changed).batch).toBe(sent.batch);
    expect(answerOf(changed, 'one')).toEqual(choose('B'));
    const next = takeBatch(acknowledge(changed, revisions(['one', 1])));
    expect(next.batch).toEqual([{ sequence: 2, itemId: 'one', ...choose('B') }]);
    expect(next.pending[0]).toMatchObject({ base: 1 });
  });

  it('go in batches that the server takes, the rest after them', () => {
    const itemIds = Array.from({ length: mostSaves + 1 }, (_, at) => `item-${at}`);
    const all = itemIds.reduce((queue, itemId) => changeAnswer(queue, itemId, choose('A')), opened());
    const { batch, ...sent } = takeBatch(all);
    expect(SavesInput.safeParse({ writer: 1, saves: batch }).success).toBe(true);
    const rest = takeBatch(acknowledge({ ...sent, batch }, revisions()));
    expect(rest.batch).toEqual([{ sequence: mostSaves + 1, itemId: itemIds.at(-1), ...choose('A') }]);
  });

  it('disappear when the answer is put back before anything was sent', () => {
    const queue = changeAnswer(opened(onServer('one', 1, choose('A'))), 'one', choose('B'));
    expect(changeAnswer(queue, 'one', choose('A')).pending).toEqual([]);
  });

  it('are followed by the old answer when that one is put back after they were sent', () => {
    const sent = takeBatch(changeAnswer(opened(onServer('one', 1, choose('A'))), 'one', choose('B')));
    const back = acknowledge(changeAnswer(sent, 'one', choose('A')), revisions(['one', 2]));
    expect(takeBatch(back).batch).toMatchObject([{ itemId: 'one', value: { chosen: ['A'] } }]);
  });
});

describe('isAnswered', () => {
  it.each<[Answer['value'], boolean]>([
    [null, false],
    [{ chosen: [] }, false],
    [{ text: '\u3000' }, false],
    [{ truth: false }, true],
  ])('of %j: %s, flagged or not', (value, answered) => {
    expect(isAnswered({ value, flagged: true })).toBe(answered);
  });
});

describe('what this computer kept', () => {
  const keptOf = (queue: AnswerQueue) => queue.pending;
  const edited = (base: ResponseView[], answer: Answer) => changeAnswer(opened(...base), 'one', answer);

  it('is sent again where the server knows nothing newer', () => {
    const before = onServer('one', 4, choose('A'));
    const { queue, overruled } = reopenQueue([before], keptOf(edited([before], choose('B'))));
    expect(takeBatch(queue).batch).toMatchObject([{ sequence: 1, value: { chosen: ['B'] } }]);
    expect(overruled).toEqual([]);
  });

  it('gives way to a newer answer from elsewhere, and says so', () => {
    const kept = keptOf(edited([onServer('one', 4, choose('A'))], choose('B')));
    const { queue, overruled } = reopenQueue([onServer('one', 5, choose('C'))], kept);
    expect(queue.pending).toEqual([]);
    expect(answerOf(queue, 'one')).toEqual(choose('C'));
    expect(overruled).toEqual(['one']);
  });

  it('is forgotten where it had arrived, though its acknowledgement had not', () => {
    const kept = keptOf(takeBatch(edited([], choose('B'))));
    expect(reopenQueue([onServer('one', 1, choose('B'))], kept)).toMatchObject({
      queue: { pending: [] },
      overruled: [],
    });
  });

  it('follows an own save that had arrived unacknowledged', () => {
    const kept = keptOf(changeAnswer(takeBatch(edited([], choose('A'))), 'one', choose('B')));
    const { queue, overruled } = reopenQueue([onServer('one', 1, choose('A'))], kept);
    expect(queue.pending).toMatchObject([{ base: 1, answer: choose('B'), sent: null }]);
    expect(overruled).toEqual([]);
  });

  it('follows an own save that arrives only after the page was loaded again', () => {
    const kept = keptOf(takeBatch(edited([], choose('A'))));
    const loaded = changeAnswer(reopenQueue([], kept, true).queue, 'one', choose('B'));
    const { queue, overruled } = reopenQueue([onServer('one', 1, choose('A'))], keptOf(loaded));
    expect(queue.pending).toMatchObject([{ base: 1, answer: choose('B'), sent: null }]);
    expect(overruled).toEqual([]);
  });

  it('goes back to the answer before, though what was sent in between arrives later', () => {
    const before = onServer('one', 1, choose('X'));
    const kept = keptOf(changeAnswer(takeBatch(edited([before], choose('A'))), 'one', choose('X')));
    const loaded = reopenQueue([before], kept, true).queue;
    const { queue } = reopenQueue([onServer('one', 2, choose('A'))], keptOf(loaded));
    expect(takeBatch(queue).batch).toMatchObject([{ value: { chosen: ['X'] } }]);
    expect(reopenQueue([before], keptOf(loaded)).queue.pending).toEqual([]);
  });

  it('does not take a foreign answer for its own', () => {
    const kept = keptOf(changeAnswer(takeBatch(edited([], choose('A'))), 'one', choose('B')));
    expect(reopenQueue([onServer('one', 1, choose('D'))], kept).overruled).toEqual(['one']);
  });
});

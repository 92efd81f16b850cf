import type { RecordedAnswer, RecordedSave } from '@ennead/contracts';
import {
  Attempt,
  ContentFault,
  FormItem,
  ResponseSave,
  type AttemptLayout,
  type ContentBank,
} from '@ennead/persistence';
import { findAnswers, type ScoredAnswer } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { publicItem } from '../attempts/public-item.ts';

/**
 * Every item of a sitting as its candidate met it, with all saves of its answer. Reads questions and never keys, so that no key
 * can come along.
 *
 * @param scoreId of the sitting's score; null until it is scored
 */
export const readAnswers = async (
  manager: EntityManager,
  bank: ContentBank,
  attemptId: string,
  scoreId: string | null,
): Promise<RecordedAnswer[]> => {
  const { layout, formId } = await manager.findOneByOrFail(Attempt, { id: attemptId });
  const items = await manager.find(FormItem, { where: { formId }, order: { position: 'ASC' } });
  const hashes = new Map(items.map(({ itemId, questionHash }) => [itemId, questionHash]));
  const saves = await findSaves(manager, attemptId);
  const scored = new Map(
    scoreId === null ? [] : (await findAnswers(manager, scoreId)).map((answer) => [answer.itemId, answer]),
  );
  const answers: RecordedAnswer[] = [];
  for (const { itemId, optionOrder } of [...layout, ...notLaidOut(layout, items)]) {
    const question = await readQuestion(bank, hashes.get(itemId));
    answers.push({
      itemId,
      item: question && publicItem(question, optionOrder ?? question.options?.map(({ id }) => id) ?? []),
      credit: viewCredit(scored.get(itemId)),
      saves: saves.get(itemId) ?? [],
    });
  }
  return answers;
};

/** Items of the form that the layout leaves out, which none should be: whatever was scored is shown. */
const notLaidOut = (layout: AttemptLayout, items: readonly FormItem[]) =>
  items
    .filter(({ itemId }) => !layout.some((place) => place.itemId === itemId))
    .map(({ itemId }) => ({ itemId, optionOrder: null }));

/** By item, in the order in which they were acknowledged. */
const findSaves = async (
  manager: EntityManager,
  attemptId: string,
): Promise<ReadonlyMap<string, RecordedSave[]>> => {
  const saves = await manager.find(ResponseSave, {
    where: { attemptId },
    order: { writer: 'ASC', sequence: 'ASC' },
  });
  const byItem = new Map<string, RecordedSave[]>();
  for (const { itemId, value, flagged, savedAt, writer } of saves) {
    const earlier = byItem.get(itemId) ?? [];
    const save = {
      revision: earlier.length + 1,
      value,
      flagged,
      savedAt: savedAt.toISOString(),
      page: writer,
    };
    byItem.set(itemId, [...earlier, save]);
  }
  return byItem;
};

/** A record is read although a question is missing or altered: all the more then. */
const readQuestion = async (bank: ContentBank, hash: string | undefined) => {
  if (hash === undefined) return null;
  try {
    return await bank.question(hash);
  } catch (fault) {
    if (fault instanceof ContentFault) return null;
    throw fault;
  }
};

const viewCredit = (answer: ScoredAnswer | undefined): RecordedAnswer['credit'] =>
  answer ? { outcome: answer.outcome, earned: Number(answer.exact.num), of: Number(answer.exact.den) } : null;

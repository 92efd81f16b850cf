import { compareFractions, fractionFromInts, joinItem, scoreAttempt, type ScoredItem } from '@ennead/domain';
import { Response, type ContentBank, type Score } from '@ennead/persistence';
import {
  findRecords,
  type Forms,
  hashResponse,
  hashSitting,
  type KeyedItem,
  rawOf,
  ResponseDetail,
  type Responses,
} from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { asRecomputed, type PartOfSession } from './as-recomputed.ts';

type Context = { readonly bank: ContentBank; readonly forms: Forms };

/**
 * The score of a sitting computed once more: from the stored answers, by the questions and keys that its records name,
 * which have to be those of the form and those in force.
 */
export const recomputeAttempt = async (
  manager: EntityManager,
  { bank, forms }: Context,
  part: PartOfSession,
  { id, formId }: { readonly id: string; readonly formId: string },
  record: Score,
): Promise<number | null> => {
  const stored = await manager.findBy(Response, { attemptId: id });
  const responses: Responses = new Map(stored.map(({ itemId, value }) => [itemId, value]));
  const answers = await findRecords(manager, record.inputIds);
  const expected = await forms.keyedItemsOf(await forms.find(formId), manager);
  const items = await readItems(manager, bank, answers, expected);
  if (!items) return null;
  const { raw, items: scored } = scoreAttempt(items, responses);
  const fits =
    record.attemptId === id &&
    record.workHash === hashSitting(answers) &&
    answers.every((answer, at) => isOf(answer, id, scored[at]!, responses));
  return asRecomputed(manager, bank, part, record, raw, fits);
};

/** The items as the records name them; null where they are not those of the form with the keys in force. */
const readItems = async (
  manager: EntityManager,
  bank: ContentBank,
  answers: readonly Score[],
  expected: readonly KeyedItem[],
): Promise<KeyedItem[] | null> => {
  const isExpected = ({ itemId, questionHash, keyHash }: Score, at: number): boolean =>
    itemId === expected[at]?.item.id &&
    questionHash === expected[at].questionHash &&
    keyHash === expected[at].keyHash;
  if (answers.length !== expected.length || !answers.every(isExpected)) return null;
  const items: KeyedItem[] = [];
  for (const [at, answer] of answers.entries()) {
    const { points, pilot } = expected[at]!;
    const [questionHash, keyHash] = [answer.questionHash!, answer.keyHash!];
    const question = await bank.body('question', questionHash, manager);
    const key = await bank.body('key', keyHash, manager);
    items.push({ item: joinItem(question, key), rule: key.rule, points, pilot, questionHash, keyHash });
  }
  return items;
};

const isOf = (answer: Score, attemptId: string, scored: ScoredItem, responses: Responses): boolean => {
  const { outcome, weight } = ResponseDetail.parse(answer.detail);
  return (
    answer.kind === 'response' &&
    answer.attemptId === attemptId &&
    answer.workHash === hashResponse(responses.get(scored.itemId) ?? null) &&
    outcome === scored.outcome &&
    weight === scored.weight &&
    compareFractions(rawOf(answer), fractionFromInts(scored.earned, scored.of)) === 0
  );
};

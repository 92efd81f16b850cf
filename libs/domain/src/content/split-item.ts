import type { LevelCode, RoleCode } from '@ennead/contracts';
import { Item, type ItemKey, type Question } from '@ennead/contracts/internal';

/** Where an item lies in the bank. */
export interface ItemPlace {
  readonly topic: string;
  readonly role: RoleCode;
  readonly level: LevelCode;
}

type Split = { readonly question: Question; readonly key: Omit<ItemKey, 'nonce'> };

/**
 * An item as two bodies: what is asked and what is right. Fields of the question are named one by one, so that a field
 * that is added to items stays with the key until somebody decides otherwise.
 */
export function splitItem(item: Item, { topic, role, level }: ItemPlace): Split {
  const { id, version, type, stem, competency, difficulty, key, rationale } = item;
  const options = 'options' in item ? item.options : undefined;
  const question: Question = {
    id,
    version,
    type,
    stem,
    ...(options && { options: options.map((option) => ({ id: option.id, text: option.text })) }),
    ...('unit' in item && item.unit && { unit: item.unit }),
    topic,
    role,
    level,
    competency,
    difficulty,
  };
  const optionRationales = (options ?? []).map((option) => ({ id: option.id, rationale: option.rationale }));
  return { question, key: { questionId: id, rule: 'score', key, rationale, optionRationales } };
}

/**
 * The item that a question and a key make together.
 *
 * @throws RangeError for the key of another question, ZodError for a key that is none of this type of item
 */
export function joinItem(
  question: Question,
  { questionId, key, rationale, optionRationales }: ItemKey,
): Item {
  if (questionId !== question.id)
    throw new RangeError(`the key is that of ${questionId}, not of ${question.id}`);
  const { id, version, type, stem, unit, competency, difficulty } = question;
  const options = question.options?.map((option) => ({
    ...option,
    rationale: optionRationales.find((one) => one.id === option.id)?.rationale,
  }));
  return Item.parse({
    id,
    version,
    type,
    stem,
    competency,
    difficulty,
    key,
    rationale,
    ...(options && { options }),
    ...(unit && { unit }),
  });
}

import { ItemOutcome, type ResponseValue } from '@ennead/contracts';
import type { ConversionTable } from '@ennead/contracts/internal';
import {
  convert,
  fractionFromInts,
  hashContent,
  scoreAttempt,
  toCents,
  type Fraction,
  type ScoredItem,
} from '@ennead/domain';
import type { Attempt } from '@ennead/persistence';
import { z } from 'zod';
import type { KeyedItem } from './forms.ts';
import { asRaw, newId, type NewScore } from './score-records.ts';

export type Responses = ReadonlyMap<string, ResponseValue>;

/** The table that a part's raw score is reported by, and its hash; both null where it is reported as it is. */
export type Conversion = { readonly hash: string | null; readonly table: ConversionTable | null };

/** What a record says of an answer beyond its share. */
export const ResponseDetail = z.object({
  competency: z.string(),
  outcome: ItemOutcome,
  weight: z.number().int().min(0),
});
export type ResponseDetail = z.infer<typeof ResponseDetail>;

/** A part's share with what is reported of it. */
export const reported = (raw: Fraction, { hash, table }: Conversion) => ({
  ...asRaw(raw),
  conversionHash: hash,
  reportedCents: toCents(convert(raw, table)),
});

/** The hash of an answer as it was stored; no answer has one as well. */
export const hashResponse = (value: ResponseValue): string => hashContent(value);

type Sitting = Pick<Attempt, 'id' | 'sessionPartId' | 'formId' | 'startedAt'>;

/** The records of a sitting: one an item, answered or not, and that of the whole, which comes last. */
export const attemptRecords = (
  sitting: Sitting,
  items: readonly KeyedItem[],
  responses: Responses,
  conversion: Conversion,
): NewScore[] => {
  const { raw, items: scored } = scoreAttempt(items, responses);
  const answers = scored.map((one, at) =>
    responseRecord(sitting, items[at]!, one, responses.get(one.itemId) ?? null),
  );
  return [...answers, sittingRecord(sitting, answers, raw, conversion)];
};

export const responseRecord = (
  { id, sessionPartId }: Pick<Sitting, 'id' | 'sessionPartId'>,
  { questionHash, keyHash }: Pick<KeyedItem, 'questionHash' | 'keyHash'>,
  { itemId, competency, outcome, weight, earned, of }: ScoredItem,
  value: ResponseValue,
): NewScore => {
  const raw = fractionFromInts(earned, of);
  return {
    id: newId(),
    kind: 'response',
    sessionPartId,
    attemptId: id,
    itemId,
    workHash: hashResponse(value),
    questionHash,
    keyHash,
    ...asRaw(raw),
    reportedCents: toCents(raw),
    detail: { competency, outcome, weight } satisfies ResponseDetail,
  };
};

type Answer = Pick<NewScore, 'id' | 'itemId' | 'workHash'>;

export const sittingRecord = (
  { id, sessionPartId, formId, startedAt }: Sitting,
  answers: readonly Answer[],
  raw: Fraction,
  conversion: Conversion,
): NewScore => ({
  id: newId(),
  kind: 'attempt',
  sessionPartId,
  attemptId: id,
  workHash: hashSitting(answers),
  inputIds: answers.map((answer) => answer.id),
  ...reported(raw, conversion),
  satAt: startedAt,
  detail: { formId },
});

/** The hash of all answers of a sitting, in the order of its form. */
export const hashSitting = (answers: readonly Omit<Answer, 'id'>[]): string =>
  hashContent(answers.map(({ itemId, workHash }) => ({ itemId, workHash })));

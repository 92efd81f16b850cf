import { fractionFromInts, joinItem, scoreKeyedItem, weighShares, weightOfItem } from '@ennead/domain';
import { Attempt, type ContentBank, FormItem, Response, type Score, Verdict } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { reported, ResponseDetail, responseRecord, sittingRecord } from '../attempt-records.ts';
import { readConversion } from '../entry-rules.ts';
import { findRecords, newId, rawOf, type NewScore } from '../score-records.ts';
import { verdictShare } from '../verdict-record.ts';
import type { ResolvedChange } from './resolve-change.ts';

/** The records that would count instead of the present one of a part; the last of them takes its place. */
export const rescorePart = (
  manager: EntityManager,
  bank: ContentBank,
  change: ResolvedChange,
  present: Score,
): Promise<NewScore[]> =>
  change.kind === 'key'
    ? rescoreAttempt(manager, bank, change, present)
    : rescoreVerdict(manager, bank, change, present);

/** The answer to the question once more by the other key; every other answer keeps its record. */
const rescoreAttempt = async (
  manager: EntityManager,
  bank: ContentBank,
  { ofHash, hash, body }: ResolvedChange,
  present: Score,
): Promise<NewScore[]> => {
  const answers = await findRecords(manager, present.inputIds);
  const at = answers.findIndex(({ questionHash }) => questionHash === ofHash);
  const { itemId, attemptId } = answers[at]!;
  const attempt = await manager.findOneByOrFail(Attempt, { id: attemptId! });
  const question = await bank.body('question', ofHash, manager);
  const key = body ?? (await bank.body('key', hash, manager));
  const placed = await manager.findOneByOrFail(FormItem, { formId: attempt.formId, itemId: itemId! });
  const value =
    (await manager.findOneBy(Response, { attemptId: attempt.id, itemId: itemId! }))?.value ?? null;
  const item = joinItem(question, key);
  const score = scoreKeyedItem({ item, rule: key.rule }, value);
  const weight = weightOfItem({ rule: key.rule, ...placed });
  const scored = { itemId: item.id, competency: item.competency, weight, ...score };
  const answer = responseRecord(attempt, { questionHash: ofHash, keyHash: hash }, scored, value);
  const shares = answers.map((one, index) =>
    index === at
      ? {
          id: answer.id,
          itemId,
          workHash: answer.workHash,
          weight,
          raw: fractionFromInts(score.earned, score.of),
        }
      : { ...one, weight: ResponseDetail.parse(one.detail).weight, raw: rawOf(one) },
  );
  const conversion = await conversionOf(manager, bank, present);
  return [answer, sittingRecord(attempt, shares, weighShares(shares), conversion)];
};

const rescoreVerdict = async (
  manager: EntityManager,
  bank: ContentBank,
  { hash }: ResolvedChange,
  present: Score,
): Promise<NewScore[]> => {
  const verdict = await manager.findOneByOrFail(Verdict, { id: present.verdictId! });
  const raw = verdictShare(await bank.body('plan', hash, manager), verdict);
  const { kind, sessionPartId, verdictId, workHash, questionHash, satAt, detail } = present;
  const same = { kind, sessionPartId, verdictId, workHash, questionHash, satAt, detail };
  return [
    { ...same, id: newId(), keyHash: hash, ...reported(raw, await conversionOf(manager, bank, present)) },
  ];
};

/** A rescoring changes what earns raw points; what they are reported as stays. */
const conversionOf = async (manager: EntityManager, bank: ContentBank, { conversionHash: hash }: Score) => ({
  hash,
  table: await readConversion(manager, bank, hash),
});

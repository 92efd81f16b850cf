import type { ResponseValue, SaveInput } from '@ennead/contracts';
import { canonicalJson } from '@ennead/domain';
import type { Prepared, Sitter } from '../prepare.ts';
import type { Told } from '../work/told.ts';

type Logged = { sequence: number; itemId: string; value: ResponseValue | null; flagged: boolean };
type Kept = Omit<Logged, 'sequence'> & { revision: number };

/** Every answer that was acknowledged is on record as it came, once; the newest of each item is what counts; scored once. */
export const judgeSittings = async (prepared: Prepared, told: Told): Promise<string[]> => {
  const faults: string[] = [];
  for (const sitter of prepared.sitters) faults.push(...(await judgeSitting(prepared, sitter, told)));
  return faults;
};

const judgeSitting = async ({ db }: Prepared, sitter: Sitter, told: Told): Promise<string[]> => {
  const { attemptId, ends } = sitter;
  const logged: Logged[] = await db.query(
    `SELECT sequence, item_id AS "itemId", value, flagged FROM response_save
     WHERE attempt_id = $1 AND writer = $2 ORDER BY sequence`,
    [attemptId, sitter.writer],
  );
  const kept: Kept[] = await db.query(
    'SELECT item_id AS "itemId", value, flagged, revision FROM response WHERE attempt_id = $1',
    [attemptId],
  );
  const [{ state, scores, submissions }]: [{ state: string; scores: number; submissions: number }] =
    await db.query(
      `SELECT state, (SELECT count(*)::int FROM score WHERE attempt_id = attempt.id AND kind = 'attempt') AS scores,
         (SELECT count(*)::int FROM audit_event WHERE subject_id = attempt.id::text AND action = 'attempt.submitted')
           AS submissions
       FROM attempt WHERE id = $1`,
      [attemptId],
    );
  const wanted =
    ends === 'open'
      ? { state: 'open', scores: 0, submissions: 0 }
      : { state: 'scored', scores: 1, submissions: 1 };
  return [
    ...findLost(told.saves.get(attemptId) ?? [], logged).map(
      (save) =>
        `Answer ${save.sequence} of sitting ${attemptId} was acknowledged and is not there as it came.`,
    ),
    ...findGaps(logged).map(
      (sequence) => `Answer ${sequence} of sitting ${attemptId} is there without the one before.`,
    ),
    ...findWrong(logged, kept).map(
      (itemId) => `Item ${itemId} of sitting ${attemptId} is not as its answers leave it.`,
    ),
    ...(canonicalJson({ state, scores, submissions }) === canonicalJson(wanted)
      ? []
      : [`Sitting ${attemptId} that ends ${ends} is ${JSON.stringify({ state, scores, submissions })}.`]),
  ];
};

const said = ({ itemId, value, flagged }: Omit<Logged, 'sequence'>): string =>
  canonicalJson({ itemId, value, flagged });

const findLost = (acknowledged: readonly SaveInput[], logged: readonly Logged[]): SaveInput[] => {
  const bySequence = new Map(logged.map((save) => [save.sequence, said(save)]));
  return acknowledged.filter((save) => bySequence.get(save.sequence) !== said(save));
};

const findGaps = (logged: readonly Logged[]): number[] =>
  logged.flatMap(({ sequence }, at) => (sequence === at + 1 ? [] : [sequence]));

/** Items whose answer is not their newest, or whose revision is not how often they were answered. */
const findWrong = (logged: readonly Logged[], kept: readonly Kept[]): string[] => {
  const newest = new Map<string, Kept>();
  for (const save of logged)
    newest.set(save.itemId, { ...save, revision: (newest.get(save.itemId)?.revision ?? 0) + 1 });
  const keptByItem = new Map(kept.map((one) => [one.itemId, one]));
  const items = new Set([...newest.keys(), ...keptByItem.keys()]);
  return [...items].filter((itemId) => {
    const [wanted, found] = [newest.get(itemId), keptByItem.get(itemId)];
    return !wanted || !found || said(wanted) !== said(found) || wanted.revision !== found.revision;
  });
};

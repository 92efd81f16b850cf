import type { ExamSessionView } from '@ennead/contracts';
import type { ScoreChange } from '@ennead/contracts/internal';
import { Form, FormItem } from '@ennead/persistence';
import { Rescoring } from '@ennead/scoring';
import { aPerson } from './harness/people.ts';
import type { TestApi } from './harness/start-api.ts';

/** The question at a place of the session's form, as a change of its scores is about it. */
export const questionOf = async (
  { db }: TestApi,
  session: ExamSessionView,
  position: number,
): Promise<{ questionHash: string; scope: string }> => {
  const part = session.parts.find(({ kind }) => kind === 'form')!;
  const { id: formId } = await db.manager.findOneByOrFail(Form, { sessionPartId: part.id });
  const { questionHash } = await db.manager.findOneByOrFail(FormItem, { formId, position });
  return { questionHash, scope: session.id };
};

/** Asked for by one person and applied by another. */
export const rescore = async (api: TestApi, change: ScoreChange): Promise<void> => {
  const rescoring = api.app.get(Rescoring);
  const [asker, approver] = [await aPerson(api.db), await aPerson(api.db)];
  const reason = 'The question has no right answer.';
  const { run } = await rescoring.plan({ change, cause: 'rescore', reason, askedBy: asker.id });
  await rescoring.apply(run.id, { id: approver.id, reason });
};

/** Drops the question at a place of the session's form. */
export const drop = async (api: TestApi, session: ExamSessionView, position = 1): Promise<void> =>
  rescore(api, {
    kind: 'drop',
    ...(await questionOf(api, session, position)),
    conversionStands: 'The cuts are no others for 39.',
  });

/** Credits everybody with the questions at these places of the session's form. */
export const credit = async (
  api: TestApi,
  session: ExamSessionView,
  ...positions: readonly number[]
): Promise<void> => {
  for (const position of positions)
    await rescore(api, { kind: 'credit', ...(await questionOf(api, session, position)) });
};

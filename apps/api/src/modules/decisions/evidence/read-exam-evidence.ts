import { isBlank, type ExamEvidence, type StandardView } from '@ennead/contracts';
import { scoreCompetencies } from '@ennead/domain';
import { Form, FormItem, Response, ResponseSave, Score, type ContentBank } from '@ennead/persistence';
import { findAnswers, type Forms } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import type { CasePart } from '../../enrolments/case.ts';
import { competencyTitleOf } from '../../results/names.ts';
import { viewKnowledge } from '../../results/view-sources.ts';
import { recomputeAttempt } from './recompute-attempt.ts';

export type ExamContext = {
  readonly bank: ContentBank;
  readonly forms: Forms;
  readonly standard: StandardView;
  readonly examSessionId: string;
};

/** The sitting, its saves, and its score computed once more from the stored answers by what its records name. */
export const readExamEvidence = async (
  manager: EntityManager,
  part: CasePart,
  context: ExamContext,
): Promise<ExamEvidence> => {
  const source = viewKnowledge(part);
  const { contentId: blueprintId, contentHash: blueprintHash } = part;
  if (!part.attempt) {
    return { ...source, ...nothingSat, blueprintId, blueprintHash };
  }
  const { id, formId, deadlineAt } = part.attempt;
  const form = await manager.findOneByOrFail(Form, { id: formId });
  const responses = await manager.findBy(Response, { attemptId: id });
  const record = part.score && (await manager.findOneByOrFail(Score, { id: part.score.id }));
  const answers = record ? await findAnswers(manager, record.id) : [];
  const place = { contentHash: part.contentHash, examSessionId: context.examSessionId };
  return {
    ...source,
    deadlineAt,
    formId,
    formSeed: form.seed,
    blueprintId,
    blueprintHash,
    itemCount: await manager.countBy(FormItem, { formId }),
    answeredCount: responses.filter(({ value }) => !isBlank(value)).length,
    saveCount: await manager.countBy(ResponseSave, { attemptId: id }),
    competencies: scoreCompetencies(answers).map((score) => ({
      ...score,
      title: competencyTitleOf(context.standard, score.competency),
    })),
    recomputedCents: record && (await recomputeAttempt(manager, context, place, part.attempt, record)),
  };
};

const nothingSat = {
  deadlineAt: null,
  formId: null,
  formSeed: null,
  itemCount: 0,
  answeredCount: 0,
  saveCount: 0,
  competencies: [],
  recomputedCents: null,
};

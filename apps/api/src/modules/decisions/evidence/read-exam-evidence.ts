import type { CompetencyScore, ExamEvidence, ResponseValue, StandardView } from '@ennead/contracts';
import { scoreAttempt } from '@ennead/domain';
import { Attempt, Form, FormItem, Response, ResponseSave } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { CasePart } from '../../enrolments/case.ts';
import { competencyTitleOf } from '../../results/names.ts';
import { viewKnowledge } from '../../results/view-sources.ts';
import type { Forms } from '../../sessions/forms.ts';

/** The sitting, its saves, and its score computed once more from the stored answers and items. */
export const readExamEvidence = async (
  manager: EntityManager,
  part: CasePart,
  { forms, standard }: { forms: Forms; standard: StandardView },
): Promise<ExamEvidence> => {
  const source = viewKnowledge(part);
  const { contentId: blueprintId, contentHash: blueprintHash } = part;
  if (!part.attempt) {
    return { ...source, ...nothingSat, blueprintId, blueprintHash };
  }
  const { id, formId, deadlineAt } = part.attempt;
  const form = await manager.findOneByOrFail(Form, { id: formId });
  const responses = await manager.findBy(Response, { attemptId: id });
  const { report } = await manager.findOneByOrFail(Attempt, { id });
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
    competencies: competenciesOf(report).map((score) => ({
      ...score,
      title: competencyTitleOf(standard, score.competency),
    })),
    recomputedCents: source.scoreCents === null ? null : await recompute(manager, forms, formId, responses),
  };
};

const competenciesOf = (report: unknown): CompetencyScore[] =>
  (report as { competencies: CompetencyScore[] } | null)?.competencies ?? [];

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

const recompute = async (
  manager: EntityManager,
  forms: Forms,
  formId: string,
  responses: readonly Response[],
): Promise<number> => {
  const items = await forms.itemsOf(await forms.find(formId), manager);
  return scoreAttempt(items, new Map(responses.map(({ itemId, value }) => [itemId, value]))).scoreCents;
};

const isBlank = (value: ResponseValue): boolean =>
  value === null ||
  ('chosen' in value && value.chosen.length === 0) ||
  ('text' in value && value.text.trim() === '');

import type {
  AttemptReportView,
  CompetencyResult,
  LocalizedText,
  ReleasedItem,
  ReleasedKey,
  ResponseView,
  Role,
} from '@ennead/contracts';
import type { Item } from '@ennead/contracts/internal';
import { scoreCompetencies } from '@ennead/domain';
import type { ScoredAnswer } from '@ennead/scoring';
import type { OwnAttempt } from './find-own-attempt.ts';
import { publicItem } from './public-item.ts';

type Reported = {
  /** As they were recorded. */
  readonly answers: readonly ScoredAnswer[];
  readonly items: readonly Item[];
  readonly responses: readonly ResponseView[];
  readonly roles: readonly Role[];
  readonly releaseAt: Date;
};

/** The result of a scored attempt. Keys and rationales are in it only from `releaseAt` on, by the database's clock. */
export const viewReport = (
  attempt: OwnAttempt,
  { answers, items, responses, roles, releaseAt }: Reported,
): AttemptReportView => {
  return {
    id: attempt.id,
    entryId: attempt.entryId,
    title: attempt.title,
    role: attempt.role,
    level: attempt.level,
    startedAt: attempt.startedAt.toISOString(),
    submittedAt: attempt.submittedAt!.toISOString(),
    submitCause: attempt.submitCause!,
    scoreCents: attempt.scoreCents!,
    itemCount: answers.length,
    answeredCount: answers.filter(({ outcome }) => outcome !== 'unanswered').length,
    competencies: scoreCompetencies(answers).map((score): CompetencyResult => ({
      competency: score.competency,
      title: titleOf(score.competency, roles),
      itemCount: score.partCount,
      scoreCents: score.scoreCents,
    })),
    releaseAt: releaseAt.toISOString(),
    items: attempt.now > releaseAt ? releaseItems(attempt, items, answers, responses) : null,
  };
};

const titleOf = (id: string, roles: readonly Role[]): LocalizedText => {
  const found = roles.flatMap(({ competencies }) => competencies).find((competency) => competency.id === id);
  return found?.title ?? { 'zh-CN': id, en: id };
};

const releaseItems = (
  { layout }: OwnAttempt,
  examined: readonly Item[],
  scored: readonly ScoredAnswer[],
  responses: readonly ResponseView[],
): ReleasedItem[] =>
  layout.flatMap(({ itemId, optionOrder }) => {
    const item = examined.find(({ id }) => id === itemId);
    const score = scored.find((one) => one.itemId === itemId);
    if (!item || !score) return [];
    const { exact, outcome } = score;
    return {
      item: publicItem(item, optionOrder),
      competency: item.competency,
      response: responses.find((response) => response.itemId === itemId)?.value ?? null,
      earned: Number(exact.num),
      of: Number(exact.den),
      outcome,
      key: releaseKey(item),
      rationale: item.rationale,
      optionRationales: 'options' in item ? item.options.map(({ id, rationale }) => ({ id, rationale })) : [],
    };
  });

const releaseKey = (item: Item): ReleasedKey => {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { chosen: item.key };
    case 'true-false':
      return { truth: item.key };
    case 'numeric':
      return item.key;
    case 'short-text':
      return item.key;
  }
};

import {
  type KnowledgeSource,
  type PartSource,
  type PracticeSource,
  reviewLifecycle,
  type SkillsSource,
} from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import type { Case, CasePart } from '../enrolments/case.ts';

/** Where the scores come from, part by part. */
export const viewSources = ({ parts }: Pick<Case, 'parts'>): PartSource[] =>
  parts.map((part): PartSource => {
    switch (part.kind) {
      case 'form':
        return viewKnowledge(part);
      case 'lab':
        return viewSkills(part);
      case 'portfolio':
        return viewPractice(part);
    }
  });

export const viewKnowledge = ({ id, weight, attempt, score }: CasePart): KnowledgeSource => ({
  partId: id,
  weight,
  dimension: 'knowledge',
  state: attempt?.state ?? 'not-started',
  attemptId: attempt?.id ?? null,
  startedAt: attempt?.startedAt ?? null,
  submittedAt: attempt?.submittedAt ?? null,
  submitCause: attempt?.submitCause ?? null,
  scoredAt: attempt?.scoredAt ?? null,
  scoreCents: score?.cents ?? null,
});

export const viewSkills = ({ id, weight, lab, score }: CasePart): SkillsSource => ({
  partId: id,
  weight,
  dimension: 'skills',
  state: lab?.state ?? 'not-started',
  labSessionId: lab?.id ?? null,
  startedAt: lab?.startedAt ?? null,
  handedInAt: lab?.handedInAt ?? null,
  handInCause: lab?.handInCause ?? null,
  gradedAt: lab?.gradedAt ?? null,
  scoreCents: score?.cents ?? null,
});

export const viewPractice = ({ id, weight, portfolio, score }: CasePart): PracticeSource => {
  const reviews = portfolio?.reviews.filter(({ versionId }) => versionId === portfolio.version?.id) ?? [];
  const submitted = reviews.filter(({ state }) => state === stateAfter(reviewLifecycle, 'submit'));
  return {
    partId: id,
    weight,
    dimension: 'practice',
    state: portfolio?.state ?? 'not-started',
    submittedAt: portfolio?.submittedAt ?? null,
    versionSha256: portfolio?.version?.sha256 ?? null,
    submittedReviews: submitted.filter(({ kind }) => kind === 'review').length,
    adjudicated: submitted.some(({ kind }) => kind === 'adjudication'),
    scoredAt: portfolio?.scoredAt ?? null,
    scoreCents: score?.cents ?? null,
  };
};

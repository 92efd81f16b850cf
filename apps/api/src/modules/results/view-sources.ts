import type { KnowledgeSource, PracticeSource, ResultSources, SkillsSource } from '@ennead/contracts';
import { instantOrNull, type Case } from './case.ts';
import { statesOf } from './compose-case.ts';

/** Where the three scores come from. */
export const viewSources = (found: Case): ResultSources => ({
  knowledge: viewKnowledge(found),
  skills: viewSkills(found),
  practice: viewPractice(found),
});

const viewKnowledge = (found: Case): KnowledgeSource => ({
  state: statesOf(found).knowledge,
  attemptId: found.attempt?.id ?? null,
  startedAt: instantOrNull(found.attempt?.started_at),
  submittedAt: instantOrNull(found.attempt?.submitted_at),
  submitCause: found.attempt?.submit_cause ?? null,
  scoredAt: instantOrNull(found.attempt?.scored_at),
  scoreCents: found.attempt?.score_cents ?? null,
});

const viewSkills = (found: Case): SkillsSource => ({
  state: statesOf(found).skills,
  labSessionId: found.lab?.id ?? null,
  startedAt: instantOrNull(found.lab?.started_at),
  handedInAt: instantOrNull(found.lab?.handed_in_at),
  handInCause: found.lab?.hand_in_cause ?? null,
  gradedAt: instantOrNull(found.lab?.graded_at),
  scoreCents: found.lab?.score_cents ?? null,
});

const viewPractice = (found: Case): PracticeSource => {
  const reviews = found.reviews.filter(({ versionId }) => versionId === found.version?.id);
  return {
    state: statesOf(found).practice,
    submittedAt: instantOrNull(found.portfolio?.submitted_at),
    versionSha256: found.version?.sha256 ?? null,
    submittedReviews: reviews.filter(({ kind, state }) => kind === 'review' && state === 'submitted').length,
    adjudicated: reviews.some(({ kind, state }) => kind === 'adjudication' && state === 'submitted'),
    scoredAt: instantOrNull(found.portfolio?.scored_at),
    scoreCents: found.portfolio?.score_cents ?? null,
  };
};

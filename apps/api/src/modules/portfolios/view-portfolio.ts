import {
  Manifest,
  portfolioLimits,
  type Competency,
  type PortfolioOutcome,
  type PortfolioView,
  type Rubric,
  type SchemeLevel,
} from '@ennead/contracts';
import type { Artefact, Claim, ExamSession, Portfolio, PortfolioVersion } from '@ennead/persistence';
import type { FoundEntry } from '../enrolments/find-entry.ts';
import { acceptedEndings } from './accepted-files.ts';
import { describeOutcome, type CountingReview } from './describe-outcome.ts';
import { isDraft } from './find-own-portfolio.ts';
import { findMissing } from './find-missing.ts';
import { viewArtefact } from './view-artefact.ts';

export type PortfolioFacts = {
  readonly portfolio: Portfolio;
  readonly entry: FoundEntry;
  readonly session: ExamSession;
  readonly closesAt: Date;
  readonly competencies: readonly Competency[];
  readonly experienceAsked: SchemeLevel['experience'];
  readonly claims: readonly Claim[];
  readonly artefacts: readonly Artefact[];
  readonly versions: readonly PortfolioVersion[];
  /** The rubric, the submitted reviews and what they came to, once there is a score; else null. */
  readonly marked: {
    readonly rubric: Rubric;
    readonly reviews: readonly CountingReview[];
    readonly scoreCents: number;
  } | null;
};

export const viewPortfolio = (facts: PortfolioFacts, now: Date): PortfolioView => {
  const { portfolio, entry, session, competencies, artefacts, versions } = facts;
  const claims = facts.claims.map(({ competency, text, artefactIds }) => ({ competency, text, artefactIds }));
  return {
    id: portfolio.id,
    entryId: entry.id,
    title: session.title,
    role: entry.role,
    level: entry.level,
    state: portfolio.state,
    updatedAt: portfolio.updatedAt.toISOString(),
    submittedAt: portfolio.submittedAt?.toISOString() ?? null,
    scoredAt: portfolio.scoredAt?.toISOString() ?? null,
    closesAt: facts.closesAt.toISOString(),
    serverNow: now.toISOString(),
    competencies: [...competencies],
    experienceAsked: facts.experienceAsked,
    claims,
    experience: portfolio.experience,
    artefacts: artefacts.map(viewArtefact),
    missing: isDraft(portfolio.state) ? findMissing(competencies, claims, artefacts.length) : [],
    limits: portfolioLimits,
    acceptedEndings: [...acceptedEndings],
    versions: versions.map(({ number, sha256, submittedAt, manifest }) => ({
      number,
      sha256,
      submittedAt: submittedAt.toISOString(),
      manifest: Manifest.parse(manifest),
    })),
    outcome: outcomeOf(facts),
  };
};

const outcomeOf = ({ marked }: PortfolioFacts): PortfolioOutcome | null =>
  marked && describeOutcome(marked.rubric, marked.reviews, marked.scoreCents);

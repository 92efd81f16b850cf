import type { DecisionBasis, LevelCode, LocalizedText, RoleCode } from '@ennead/contracts';
import type { AttemptState, ExperienceStatement, LabSessionState, PortfolioState } from '@ennead/persistence';

/** Instants as PostgreSQL writes them into JSON. */
type Json = string;

type AttemptFacts = {
  id: string;
  form_id: string;
  state: AttemptState;
  started_at: Json;
  deadline_at: Json;
  submitted_at: Json | null;
  submit_cause: 'candidate' | 'expiry' | null;
  scored_at: Json | null;
  score_cents: number | null;
};

type LabFacts = {
  id: string;
  lab_version: number;
  lab_hash: string;
  state: LabSessionState;
  snapshot_id: string | null;
  started_at: Json;
  handed_in_at: Json | null;
  hand_in_cause: 'candidate' | 'expiry' | null;
  graded_at: Json | null;
  score_cents: number | null;
};

type PortfolioFacts = {
  id: string;
  state: PortfolioState;
  experience: ExperienceStatement | null;
  submitted_at: Json | null;
  scored_at: Json | null;
  score_cents: number | null;
};

type VersionFacts = { id: string; number: number; sha256: string; submitted_at: Json };

/** One review of any version of the portfolio. */
export type ReviewFacts = {
  id: string;
  versionId: string;
  reviewerId: string;
  kind: 'review' | 'adjudication';
  state: 'assigned' | 'submitted';
};

type DecisionFacts = {
  id: string;
  outcome: 'grant' | 'refuse';
  grade: number | null;
  reason: string;
  experience: { met: boolean; years: number; note: string };
  basis: DecisionBasis;
  decided_at: Json;
};

type CredentialFacts = {
  id: string;
  number: string;
  state: 'issued' | 'revoked';
  issued_at: Json;
  revoked_at: Json | null;
  revoked_reason: string | null;
};

/** One entry with all that its result hangs on, as the database holds it. */
export type Case = {
  readonly entryId: string;
  readonly candidateId: string;
  readonly candidateName: string;
  readonly role: RoleCode;
  readonly level: LevelCode;
  readonly enteredAt: Date;
  readonly cohortName: string | null;
  readonly trainerIds: readonly string[];
  readonly institutionId: string | null;
  readonly institutionName: LocalizedText | null;
  readonly session: {
    readonly id: string;
    readonly title: LocalizedText;
    readonly opens_at: Json;
    readonly closes_at: Json;
    readonly scheme_hash: string;
    readonly blueprint_id: string;
    readonly blueprint_hash: string;
    readonly rubric_hash: string;
    readonly lab_id: string;
  };
  readonly sessionIsOver: boolean;
  readonly attempt: AttemptFacts | null;
  readonly lab: LabFacts | null;
  readonly verdictId: string | null;
  readonly portfolio: PortfolioFacts | null;
  readonly version: VersionFacts | null;
  readonly reviews: readonly ReviewFacts[];
  readonly decision: DecisionFacts | null;
  readonly certifierName: string | null;
  readonly credential: CredentialFacts | null;
};

/** JSON's instant as every answer carries it: UTC. */
export const instant = (json: Json): string => new Date(json).toISOString();
export const instantOrNull = (json: Json | null | undefined): string | null => (json ? instant(json) : null);

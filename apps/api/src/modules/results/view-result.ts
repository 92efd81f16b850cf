import type { EntryResultView, LocalizedText } from '@ennead/contracts';
import { appealTerm, credentialStatus } from '@ennead/domain';
import type { Case } from '../enrolments/case.ts';
import { pastCredentialsOf } from '../enrolments/past-credentials-of.ts';
import { isRescored } from '../enrolments/is-rescored.ts';
import { composeCase } from './compose-case.ts';
import type { Rules } from './schemes.ts';
import { viewSources } from './view-sources.ts';

/** Who is looking: `scores` is the institution, which sees neither reasons nor the certificate's number. */
export type Viewer = { readonly shows: 'full' | 'scores'; readonly own: boolean };

export const viewResult = (
  found: Case,
  rules: Rules,
  roleName: LocalizedText,
  exceptions: EntryResultView['exceptions'],
  { shows, own }: Viewer,
): EntryResultView => ({
  entryId: found.entryId,
  number: found.number,
  cause: found.cause,
  state: found.state,
  stateReason: shows === 'full' ? found.stateReason : null,
  shows,
  own,
  candidateName: found.candidateName,
  sessionTitle: found.session.title,
  cohortName: found.cohortName,
  role: found.role,
  roleName,
  level: found.level,
  levelName: rules.level.name,
  schemeTitle: rules.scheme.title,
  timeZone: rules.scheme.rules.timeZone,
  experienceAsked: rules.level.experience,
  result: found.decision?.basis.result ?? composeCase(found, rules),
  isRescored: isRescored(found),
  sources: viewSources(found),
  carried: found.carried,
  exceptions: shows === 'full' ? exceptions : [],
  decision: viewDecision(found, rules, shows === 'full'),
  credential: viewCredential(found, shows === 'full'),
  pastCredentials: shows === 'full' ? pastCredentialsOf(found) : [],
});

const viewDecision = (
  { decision, now }: Case,
  { scheme }: Rules,
  full: boolean,
): EntryResultView['decision'] =>
  decision && {
    outcome: decision.outcome,
    grade: decision.grade,
    withdrawnGrade: decision.withdrawnGrade,
    decidedAt: decision.decidedAt,
    appeal: appealTerm(decision.decidedAt, scheme.rules, now),
    reason: full ? decision.reason : null,
    certifierName: full ? decision.certifierName : null,
    confirmedBy: full ? decision.confirmedBy : null,
    experienceMet: full ? (decision.experience?.met ?? null) : null,
  };

const viewCredential = ({ credential, now }: Case, full: boolean): EntryResultView['credential'] =>
  credential && {
    number: full ? credential.number : null,
    status: credentialStatus(credential, now),
    issuedAt: credential.issuedAt,
    expiresAt: credential.expiresAt,
    supersededBy: full ? credential.supersededBy : null,
    revokedAt: credential.revokedAt,
    revokedReason: full ? credential.revokedReason : null,
  };

import type { DimensionScores, TryView } from '@ennead/contracts';
import { credentialStatus } from '@ennead/domain';
import type { Case } from '../enrolments/case.ts';
import { pastCredentialsOf } from '../enrolments/past-credentials-of.ts';
import { isRescored } from '../enrolments/is-rescored.ts';
import { composeCase, scoresOf } from '../results/compose-case.ts';
import type { Rules } from '../results/schemes.ts';

/** An entry as it stands in the history; once decided, as it stood when it was decided. */
export const viewTry = (found: Case, rules: Rules): TryView => {
  const { decision, session } = found;
  const result = decision?.basis.result ?? composeCase(found, rules);
  return {
    entryId: found.entryId,
    number: found.number,
    cause: found.cause,
    state: found.state,
    stateReason: found.stateReason,
    sessionTitle: session.title,
    opensAt: session.opensAt,
    closesAt: session.closesAt,
    enteredAt: found.enteredAt.toISOString(),
    firstSatAt: found.firstSatAt?.toISOString() ?? null,
    scores: decision ? scoresAsDecided(found) : scoresOf(found),
    carried: found.carried,
    compositeTenThousandths: result.compositeTenThousandths,
    outcome: decision?.outcome ?? null,
    grade: decision?.grade ?? null,
    withdrawnGrade: decision?.withdrawnGrade ?? null,
    isRescored: isRescored(found),
    decidedAt: decision?.decidedAt ?? null,
    scheme: { id: session.schemeId, version: session.schemeVersion },
    credential: viewCredential(found),
    pastCredentials: pastCredentialsOf(found),
  };
};

const scoresAsDecided = ({ decision }: Case): DimensionScores => {
  const scoreIn = (code: keyof DimensionScores) =>
    decision!.basis.result.contributions.find(({ dimension }) => dimension === code)?.scoreCents ?? null;
  return { knowledge: scoreIn('knowledge'), skills: scoreIn('skills'), practice: scoreIn('practice') };
};

const viewCredential = ({ credential, now }: Case): TryView['credential'] =>
  credential && {
    number: credential.number,
    status: credentialStatus(credential, now),
    issuedAt: credential.issuedAt,
    expiresAt: credential.expiresAt,
    supersededBy: credential.supersededBy,
  };

import {
  examSessionLifecycle,
  supervisionOf,
  type EntryPart,
  type ExamPart,
  type LabPart,
  type LocalizedText,
  type OutcomePart,
  type OwnEntry,
  type PortfolioPart,
  type SchemeRules,
} from '@ennead/contracts';
import { appealTerm, credentialStatus, stateAfter } from '@ennead/domain';
import type { Case, CasePart } from './case.ts';
import type { Seat } from './find-seats.ts';

/** What of an entry its candidate is told beside the case. */
export type ToldContent = {
  /** A lab's title by its hash, null where it has none. */
  readonly titleOf: (labHash: string) => LocalizedText | null;
  /** The rules of a scheme, by its hash. */
  readonly rulesOf: (schemeHash: string) => SchemeRules;
  readonly seat: Seat;
};

export const viewOwnEntry = (found: Case, { titleOf, rulesOf, seat }: ToldContent): OwnEntry => ({
  id: found.entryId,
  enrolmentId: found.enrolmentId,
  number: found.number,
  cause: found.cause,
  state: found.state,
  title: found.session.title,
  role: found.role,
  level: found.level,
  cohortName: found.cohortName,
  opensAt: found.session.opensAt,
  closesAt: found.session.closesAt,
  place: {
    venue: found.session.venue,
    halls: found.session.halls,
    supervision: supervisionOf[found.session.purpose],
    timeZone: rulesOf(found.session.schemeHash).timeZone,
  },
  isCancelled: stateAfter(examSessionLifecycle, 'cancel') === found.session.state,
  serverNow: found.now.toISOString(),
  parts: found.parts.map((part) => viewPart(part, titleOf)),
  carried: found.carried,
  ...seat,
  offerDays: rulesOf(found.session.schemeHash).offerDays,
  result: viewOutcome(found, rulesOf(found.session.schemeHash)),
});

const viewPart = (part: CasePart, titleOf: (labHash: string) => LocalizedText | null): EntryPart => {
  switch (part.kind) {
    case 'form':
      return viewExam(part);
    case 'lab':
      return viewLab(part, titleOf(part.contentHash));
    case 'portfolio':
      return viewPortfolio(part);
  }
};

const viewPlace = ({ id, dimension, weight, closesAt }: CasePart) => ({
  partId: id,
  dimension,
  weight,
  closesAt,
});

/** As long as this candidate has for it: with what was granted to them. */
const viewOwnTime = ({ durationSec, grantedSec }: CasePart) => ({
  durationSec: (durationSec ?? 0) + grantedSec,
  grantedSec,
});

const viewExam = (part: CasePart): ExamPart => ({
  ...viewPlace(part),
  kind: 'form',
  state: part.attempt?.state ?? 'not-started',
  attemptId: part.attempt?.id ?? null,
  ...viewOwnTime(part),
  itemCount: part.itemCount ?? 0,
  startedAt: part.attempt?.startedAt ?? null,
  deadlineAt: part.attempt?.deadlineAt ?? null,
  submittedAt: part.attempt?.submittedAt ?? null,
  scoreCents: part.score?.cents ?? null,
});

const viewLab = (part: CasePart, title: LocalizedText | null): LabPart => ({
  ...viewPlace(part),
  kind: 'lab',
  state: part.lab?.state ?? 'not-started',
  labSessionId: part.lab?.id ?? null,
  title,
  ...viewOwnTime(part),
  startedAt: part.lab?.startedAt ?? null,
  deadlineAt: part.lab?.deadlineAt ?? null,
  submittedAt: part.lab?.handedInAt ?? null,
  scoreCents: part.score?.cents ?? null,
});

const viewPortfolio = (part: CasePart): PortfolioPart => ({
  ...viewPlace(part),
  kind: 'portfolio',
  state: part.portfolio?.state ?? 'not-started',
  portfolioId: part.portfolio?.id ?? null,
  startedAt: null,
  deadlineAt: null,
  submittedAt: part.portfolio?.submittedAt ?? null,
  scoreCents: part.score?.cents ?? null,
});

const viewOutcome = ({ decision, credential, now }: Case, rules: SchemeRules): OutcomePart => ({
  outcome: decision?.outcome ?? null,
  grade: decision?.grade ?? null,
  decidedAt: decision?.decidedAt ?? null,
  appeal: decision && appealTerm(decision.decidedAt, rules, now),
  credentialNumber: credential?.number ?? null,
  credentialStatus: credential && credentialStatus(credential, now),
});

import { SessionGuest } from './entities/session-guest.ts';
import { SessionHouse } from './entities/session-house.ts';
import { SessionDuty } from './entities/session-duty.ts';
import { SessionPart } from './entities/session-part.ts';
import { OutboxEvent } from './entities/outbox-event.ts';
import { EventDelivery } from './entities/event-delivery.ts';
import { Duty } from './entities/duty.ts';
import { Enrolment } from './entities/enrolment.ts';
import { Accommodation, TimeGrant } from './entities/accommodation.ts';
import { AppointmentProposal } from './entities/appointment-proposal.ts';
import { Agreement } from './entities/agreement.ts';
import { Approval } from './entities/approval.ts';
import { Attempt } from './entities/attempt.ts';
import { AuditEvent } from './entities/audit-event.ts';
import { AuditSeal, AuditSealEvent, AuditUnsealed } from './entities/audit-seal.ts';
import { Clearance } from './entities/clearance.ts';
import { CohortStay } from './entities/cohort-stay.ts';
import { Cohort } from './entities/cohort.ts';
import { RosterImport } from './entities/roster-import.ts';
import { ContentVersion } from './entities/content-version.ts';
import { Credential } from './entities/credential.ts';
import { Decision } from './entities/decision.ts';
import { Entry } from './entities/entry.ts';
import { ExamSession } from './entities/exam-session.ts';
import { Form, FormItem } from './entities/form.ts';
import { Interest, InterestDeclaration } from './entities/interest.ts';
import { Guess } from './entities/guess.ts';
import { Institution } from './entities/institution.ts';
import { Invitation } from './entities/invitation.ts';
import { LabSession } from './entities/lab-session.ts';
import { Blob, LabSnapshot } from './entities/lab-snapshot.ts';
import { Message } from './entities/message.ts';
import { MessageChoice } from './entities/message-choice.ts';
import { LogInFailure } from './entities/log-in-failure.ts';
import { OneTimeLink } from './entities/one-time-link.ts';
import { Person } from './entities/person.ts';
import { Artefact, Claim, Portfolio, PortfolioVersion } from './entities/portfolio.ts';
import { Response, ResponseSave } from './entities/response.ts';
import { Review } from './entities/review.ts';
import { DecisionScore, EntryCarry, EntryScore, Score } from './entities/score.ts';
import { DifferentPeople, SameAccount, SamePerson } from './entities/same-person.ts';
import { MarksAnswer } from './entities/marks-answer.ts';
import { ScriptProblem } from './entities/script-problem.ts';
import { ScoreRun, ScoreRunLine } from './entities/score-run.ts';
import { RecoveryCode, SecondFactor } from './entities/second-factor.ts';
import { SigningKey } from './entities/signing-key.ts';
import { Threat, ThreatMeasure } from './entities/threat.ts';
import { TrainerTerm } from './entities/trainer-term.ts';
import { BarException } from './entities/bar-exception.ts';
import { CheckRun, Verdict } from './entities/verdict.ts';

export const entities = [
  SessionGuest,
  SessionHouse,
  SessionDuty,
  SessionPart,
  OutboxEvent,
  EventDelivery,
  Duty,
  Enrolment,
  Accommodation,
  TimeGrant,
  AppointmentProposal,
  Agreement,
  Approval,
  Artefact,
  Attempt,
  AuditEvent,
  AuditSeal,
  AuditSealEvent,
  AuditUnsealed,
  BarException,
  Blob,
  CheckRun,
  Claim,
  Clearance,
  Cohort,
  CohortStay,
  RosterImport,
  ContentVersion,
  Credential,
  Decision,
  Entry,
  ExamSession,
  Form,
  FormItem,
  Guess,
  Institution,
  Interest,
  InterestDeclaration,
  Invitation,
  LabSession,
  LabSnapshot,
  Message,
  MessageChoice,
  LogInFailure,
  OneTimeLink,
  Person,
  Portfolio,
  PortfolioVersion,
  Response,
  ResponseSave,
  Review,
  DecisionScore,
  EntryCarry,
  EntryScore,
  Score,
  ScoreRun,
  ScoreRunLine,
  SamePerson,
  SameAccount,
  DifferentPeople,
  MarksAnswer,
  ScriptProblem,
  RecoveryCode,
  SecondFactor,
  SigningKey,
  Threat,
  ThreatMeasure,
  TrainerTerm,
  Verdict,
];

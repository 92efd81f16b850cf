import {
  accommodationLifecycle,
  appointmentProposalLifecycle,
  barExceptionLifecycle,
  attemptLifecycle,
  credentialLifecycle,
  decisionLifecycle,
  enrolmentLifecycle,
  entryLifecycle,
  examSessionLifecycle,
  invitationLifecycle,
  labSessionLifecycle,
  messageLifecycle,
  oneTimeLinkLifecycle,
  portfolioLifecycle,
  reviewLifecycle,
  scoreRunLifecycle,
  threatLifecycle,
} from '@ennead/contracts';
import { Accommodation } from '../entities/accommodation.ts';
import { AppointmentProposal } from '../entities/appointment-proposal.ts';
import { Attempt } from '../entities/attempt.ts';
import { Credential } from '../entities/credential.ts';
import { Decision } from '../entities/decision.ts';
import { Enrolment } from '../entities/enrolment.ts';
import { Entry } from '../entities/entry.ts';
import { ExamSession } from '../entities/exam-session.ts';
import { Invitation } from '../entities/invitation.ts';
import { LabSession } from '../entities/lab-session.ts';
import { Message } from '../entities/message.ts';
import { OneTimeLink } from '../entities/one-time-link.ts';
import { Portfolio } from '../entities/portfolio.ts';
import { Review } from '../entities/review.ts';
import { ScoreRun } from '../entities/score-run.ts';
import { BarException } from '../entities/bar-exception.ts';
import { Threat } from '../entities/threat.ts';
import { machine } from './machine.ts';

/** Everything that has states, each with its table. */
export const accommodations = machine(accommodationLifecycle, Accommodation);
export const appointmentProposals = machine(appointmentProposalLifecycle, AppointmentProposal);
export const barExceptions = machine(barExceptionLifecycle, BarException);
export const attempts = machine(attemptLifecycle, Attempt);
export const credentials = machine(credentialLifecycle, Credential);
export const decisions = machine(decisionLifecycle, Decision);
export const enrolments = machine(enrolmentLifecycle, Enrolment);
export const entries = machine(entryLifecycle, Entry);
export const examSessions = machine(examSessionLifecycle, ExamSession);
export const invitations = machine(invitationLifecycle, Invitation);
export const labSessions = machine(labSessionLifecycle, LabSession);
export const messages = machine(messageLifecycle, Message);
export const oneTimeLinks = machine(oneTimeLinkLifecycle, OneTimeLink);
export const portfolios = machine(portfolioLifecycle, Portfolio);
export const reviews = machine(reviewLifecycle, Review);
export const threats = machine(threatLifecycle, Threat);
export const scoreRuns = machine(scoreRunLifecycle, ScoreRun);

export const machines = [
  accommodations,
  appointmentProposals,
  attempts,
  barExceptions,
  credentials,
  decisions,
  enrolments,
  entries,
  examSessions,
  invitations,
  labSessions,
  messages,
  oneTimeLinks,
  portfolios,
  reviews,
  scoreRuns,
  threats,
] as const;

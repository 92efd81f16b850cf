import { z } from 'zod';
import { TrailView } from '../audit.ts';
import { CaseRecord } from '../case-record.ts';
import { DecisionInput, DecisionView } from '../decision.ts';
import {
  CarryInput,
  EnrolInput,
  EnteredEntry,
  EnterInput,
  ExcuseInput,
  FreeSittingInput,
  FreeSittingsView,
  OpenSessionsView,
  PublicSessionsView,
  OwnEnrolment,
  WithdrawInput,
} from '../enrolment.ts';
import { EntryResultView } from '../entry-result.ts';
import { OwnEntry } from '../entry.ts';
import { EvidenceView } from '../evidence.ts';
import { routeTable } from './route.ts';

export const entryRoutes = routeTable({
  'GET /api/enrolments/mine': {
    summary: 'What the caller is enrolled for, and how often it may still be tried',
    answer: z.array(OwnEnrolment),
  },
  'POST /api/enrolments/:id/entries': {
    summary: 'Enter a session for another try',
    body: EnterInput,
    answer: EnteredEntry,
    creates: true,
  },
  'GET /api/sessions/public': {
    public: true,
    summary: 'The sessions that are for everybody and not over, with the places left',
    answer: PublicSessionsView,
  },
  'GET /api/sessions/open': {
    summary: 'The sessions that the caller may enter, with the places left',
    answer: OpenSessionsView,
  },
  'POST /api/sessions/:id/entries': {
    summary: 'Enter a session, or stand in line for it where it is full',
    body: EnrolInput,
    answer: EnteredEntry,
    creates: true,
  },
  'POST /api/entries/:id/accept': {
    summary: 'Accept the invitation to a session, or a place that has become free',
    answer: EnteredEntry,
  },
  'POST /api/entries/:id/decline': { summary: 'Decline the invitation to a session' },
  'POST /api/entries/:id/withdraw': {
    summary: 'Withdraw an own entry of which nothing has begun, before the session opens',
    body: WithdrawInput,
  },
  'GET /api/entries/mine': {
    summary: 'The caller’s own entries, each with its parts',
    answer: z.array(OwnEntry),
  },
  'PUT /api/entries/:id/carried': {
    summary: 'Choose which earlier scores an entry carries over',
    body: CarryInput,
  },
  'POST /api/entries/:id/excuse': {
    summary: 'Excuse an absence: the try does not count',
    body: ExcuseInput,
  },
  'GET /api/entries/:id/free-sitting': {
    summary: 'The sessions in which a sitting that counts as no try may be given',
    answer: FreeSittingsView,
  },
  'POST /api/entries/:id/free-sitting': {
    summary: 'Give a sitting that counts as no try',
    body: FreeSittingInput,
    answer: EnteredEntry,
    creates: true,
  },
  'GET /api/entries/:id/result': {
    summary: 'What an entry has come to: scores, composite, decision',
    answer: EntryResultView,
  },
  'GET /api/entries/:id/evidence': {
    summary: 'Everything that a decision stands on, checked again',
    answer: EvidenceView,
  },
  'GET /api/entries/:id/trail': { summary: 'What was done about an entry', answer: TrailView },
  'GET /api/entries/:id/record': {
    summary: 'What a grade rests on, down to each saved answer, without keys',
    answer: CaseRecord,
  },
  'POST /api/entries/:id/decision': {
    summary: 'Decide: grant a grade, or refuse',
    body: DecisionInput,
    answer: DecisionView,
    creates: true,
  },
});

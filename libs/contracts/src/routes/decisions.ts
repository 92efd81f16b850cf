import {
  AboveScoresPage,
  AboveScoresQuery,
  AnswerInput,
  DecidedPage,
  DecidedQuery,
  DecisionView,
  QueueCounts,
  UndecidedPage,
  UndecidedQuery,
  WithdrawalInput,
} from '../decision.ts';
import { routeTable } from './route.ts';

export const decisionRoutes = routeTable({
  'GET /api/decisions/queue': { summary: 'How many cases wait, by list', answer: QueueCounts },
  'GET /api/decisions/undecided': {
    summary: 'A page of the cases that nobody has decided',
    query: UndecidedQuery,
    answer: UndecidedPage,
  },
  'GET /api/decisions/above-scores': {
    summary: 'A page of the grades above what the scores come to now',
    query: AboveScoresQuery,
    answer: AboveScoresPage,
  },
  'GET /api/decisions/decided': {
    summary: 'A page of the decisions made',
    query: DecidedQuery,
    answer: DecidedPage,
  },
  'POST /api/decisions/:id/withdraw': {
    summary: 'Withdraw a grant, or propose it',
    body: WithdrawalInput,
    answer: DecisionView,
    creates: true,
  },
  'POST /api/decisions/:id/confirm': {
    summary: 'Confirm what another certifier proposed',
    body: AnswerInput,
    answer: DecisionView,
    creates: true,
  },
  'POST /api/decisions/:id/reject': {
    summary: 'Reject what another certifier proposed',
    body: AnswerInput,
  },
});

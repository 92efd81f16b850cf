import { expect, it } from '@jest/globals';
import type { ExamPart, LabPart, OutcomePart, OwnEntry, PortfolioPart } from '@ennead/contracts';
import { findNextStep } from './next-step.ts';

const times = { startedAt: null, deadlineAt: null, submittedAt: null };
type State = {
  exam?: ExamPart['state'];
  lab?: LabPart['state'];
  portfolio?: PortfolioPart['state'];
  scores?: [number | null, number | null, number | null];
  outcome?: OutcomePart['outcome'];
  at?: string;
};

const anEntry = ({
  exam = 'not-started',
  lab = 'not-started',
  portfolio = 'not-started',
  scores = [null, null, null],
  outcome = null,
  at = '10:00',
}: State): OwnEntry => ({
  id: 'b3c1a5de-0000-4000-8000-000000000000',
  title: { 'zh-CN': '考试', en: 'Session' },
  role: 'application-engineer',
  level: 'junior',
  cohortName: null,
  opensAt: '2026-05-03T09:00:00.000Z',
  closesAt: '2026-05-03T18:00:00.000Z',
  serverNow: `2026-05-03T${at}:00.000Z`,
  exam: { state: exam, attemptId: null, durationSec: 3600, itemCount: 40, ...times, scoreCents: scores[0] },
  lab: { state: lab, labSessionId: null, title: null, durationSec: 2700, ...times, scoreCents: scores[1] },
  portfolio: { state: portfolio, ...times, scoreCents: scores[2] },
  result: { outcome, grade: null, decidedAt: null, credentialNumber: null, credentialState: null },
});

it.each<[string, State, ReturnType<typeof findNextStep>]>([
  ['before the window', { at: '08:00' }, 'exam-wait'],
  ['in the window', {}, 'exam-start'],
  ['after the window', { at: '18:00' }, 'exam-missed'],
  ['exam running', { exam: 'open', lab: 'open' }, 'exam-resume'],
  ['lab running', { exam: 'scored', lab: 'open' }, 'lab-resume'],
  ['lab running before the exam', { lab: 'open' }, 'lab-resume'],
  ['exam done', { exam: 'scored' }, 'lab-start'],
  ['exam done, window closed', { exam: 'scored', at: '19:00' }, 'lab-missed'],
  ['exam and lab done', { exam: 'scored', lab: 'handed-in' }, 'portfolio'],
  ['portfolio begun', { exam: 'scored', lab: 'graded', portfolio: 'draft' }, 'portfolio'],
  [
    'all handed in',
    { exam: 'scored', lab: 'graded', portfolio: 'in-review', scores: [1, 2, null] },
    'await-scores',
  ],
  ['all scored', { exam: 'scored', lab: 'graded', portfolio: 'scored', scores: [1, 2, 3] }, 'await-decision'],
  [
    'a score of nothing is a score',
    { exam: 'scored', lab: 'graded', portfolio: 'scored', scores: [0, 0, 0] },
    'await-decision',
  ],
  ['decided', { exam: 'scored', outcome: 'grant' }, 'decided'],
])('%s', (_, state, next) => {
  expect(findNextStep(anEntry(state))).toBe(next);
});

import { describe, expect, it } from '@jest/globals';
import type { EntryPart, ExamPart, LabPart, OwnEntry, PortfolioPart } from '@ennead/contracts';
import { findNextStep, isMissed, isOpenNow } from './next-step.ts';

const closing = '2026-05-03T18:00:00.000Z';
const times = { weight: 1, closesAt: closing, startedAt: null, deadlineAt: null, submittedAt: null };

const form = (partId: string, part: Partial<ExamPart> = {}): ExamPart => ({
  ...{ partId, kind: 'form', dimension: 'knowledge', state: 'not-started', attemptId: null },
  ...{ durationSec: 3600, grantedSec: 0, itemCount: 40, scoreCents: null, ...times, ...part },
});
const lab = (partId: string, part: Partial<LabPart> = {}): LabPart => ({
  ...{ partId, kind: 'lab', dimension: 'skills', state: 'not-started', labSessionId: null, title: null },
  ...{ durationSec: 2700, grantedSec: 0, scoreCents: null, ...times, ...part },
});
const portfolio = (partId: string, part: Partial<PortfolioPart> = {}): PortfolioPart => ({
  ...{ partId, kind: 'portfolio', dimension: 'practice', state: 'not-started', portfolioId: null },
  ...{ scoreCents: null, ...times, ...part },
});

const anEntry = (
  parts: readonly EntryPart[],
  { at = '10:00', ...entry }: Partial<OwnEntry> & Clock = {},
) => ({
  id: 'b3c1a5de-0000-4000-8000-000000000000',
  enrolmentId: 'b3c1a5de-0000-4000-8000-000000000001',
  number: 1,
  cause: 'first' as const,
  state: 'entered' as const,
  title: { 'zh-CN': '考试', en: 'Session' },
  role: 'application-engineer' as const,
  level: 'junior' as const,
  cohortName: null,
  opensAt: '2026-05-03T09:00:00.000Z',
  closesAt: closing,
  place: { venue: null, halls: [], supervision: 'invigilated' as const, timeZone: 'Asia/Shanghai' },
  isCancelled: false,
  serverNow: `2026-05-03T${at}:00.000Z`,
  parts: [...parts],
  carried: [] as OwnEntry['carried'],
  invitation: null,
  missing: [] as OwnEntry['missing'],
  lineNumber: null,
  offerDays: 3,
  isIdentitySeen: false,
  fallenReason: null,
  result: {
    outcome: null,
    grade: null,
    decidedAt: null,
    appeal: null,
    credentialNumber: null,
    credentialStatus: null,
  },
  ...entry,
});
type Clock = { at?: string };

const done = { state: 'scored', scoreCents: 8000 } as const;
const graded = { state: 'graded', scoreCents: 8000 } as const;
const usual = [form('f'), lab('l'), portfolio('p')];

/** The step as `kind part`. */
const stepOf = (entry: OwnEntry): string => {
  const step = findNextStep(entry);
  return 'part' in step ? `${step.kind} ${step.part.partId}` : step.kind;
};

describe('one part of each kind', () => {
  it.each<[string, OwnEntry, string]>([
    ['before the window', anEntry(usual, { at: '08:00' }), 'wait f'],
    ['in the window', anEntry(usual), 'start f'],
    ['after the window', anEntry(usual, { at: '18:00' }), 'missed'],
    ['exam done', anEntry([form('f', done), lab('l'), portfolio('p')]), 'start l'],
    [
      'exam and lab done',
      anEntry([form('f', done), lab('l', { state: 'handed-in' }), portfolio('p')]),
      'write p',
    ],
    [
      'portfolio begun',
      anEntry([form('f', done), lab('l', graded), portfolio('p', { state: 'draft' })]),
      'write p',
    ],
    [
      'all handed in',
      anEntry([form('f', done), lab('l', graded), portfolio('p', { state: 'in-review' })]),
      'await-scores',
    ],
    ['all scored', anEntry([form('f', done), lab('l', graded), portfolio('p', done)]), 'await-decision'],
    [
      'a score of nothing is a score',
      anEntry([form('f', { ...done, scoreCents: 0 }), lab('l', graded), portfolio('p', done)], {
        at: '19:00',
      }),
      'await-decision',
    ],
  ])('%s', (_, entry, step) => expect(stepOf(entry)).toBe(step));
});

describe('several parts of a kind', () => {
  const later = { closesAt: '2026-05-10T18:00:00.000Z' };
  it.each<[string, OwnEntry, string]>([
    ['in their order', anEntry([form('f1', done), form('f2'), lab('l')]), 'start f2'],
    [
      'what runs out first comes first',
      anEntry([
        form('f', { state: 'open', deadlineAt: '2026-05-03T12:00:00.000Z' }),
        lab('l', { state: 'open', deadlineAt: '2026-05-03T11:00:00.000Z' }),
      ]),
      'resume l',
    ],
    [
      'what runs comes before what is not begun',
      anEntry([form('f'), lab('l', { state: 'open' })]),
      'resume l',
    ],
    [
      'a missed part does not hide what is left',
      anEntry([lab('l1'), lab('l2', later)], { at: '19:00' }),
      'start l2',
    ],
    [
      'a part with an earlier date of its own is over before the session',
      anEntry([form('f', { closesAt: '2026-05-03T09:30:00.000Z' }), lab('l')]),
      'start l',
    ],
    [
      'a portfolio that closes later',
      anEntry([form('f', done), portfolio('p', later)], { at: '19:00' }),
      'write p',
    ],
    ['nothing left, one missed', anEntry([lab('l1', graded), lab('l2')], { at: '19:00' }), 'missed'],
    [
      'nothing left, one graded yet',
      anEntry([lab('l1', graded), lab('l2', { state: 'stalled' })]),
      'await-scores',
    ],
  ])('%s', (_, entry, step) => expect(stepOf(entry)).toBe(step));
});

describe('what becomes of an entry', () => {
  const outcome = { ...anEntry([]).result, outcome: 'grant' as const, grade: 2 };
  it.each<[string, OwnEntry, string]>([
    ['decided', anEntry(usual, { result: outcome, state: 'decided' }), 'decided'],
    ['decided, being decided again', anEntry(usual, { result: outcome, state: 'reopened' }), 'decided'],
    ['excused', anEntry(usual, { state: 'excused' }), 'ended'],
    ['replaced after its decision', anEntry(usual, { result: outcome, state: 'replaced' }), 'ended'],
    ['a mock, all scored', anEntry([form('f', done)], { cause: 'mock' }), 'practised'],
  ])('%s', (_, entry, step) => expect(stepOf(entry)).toBe(step));
});

it('knows a missed part from one that was handed in', () => {
  const late = anEntry([], { at: '19:00' });
  expect(
    [form('f'), portfolio('p', { state: 'draft' }), lab('l', { state: 'open' }), lab('l', graded)].map(
      (part) => isMissed(part, late),
    ),
  ).toEqual([true, true, false, false]);
});

it('lets work begin from the opening of the session to the end of the part', () => {
  const at = (time: string) => isOpenNow(portfolio('p'), anEntry([], { at: time }));
  expect([at('08:59'), at('09:00'), at('17:59'), at('18:00')]).toEqual([false, true, true, false]);
});

describe('a score that is carried over', () => {
  const carried = [
    {
      dimension: 'skills' as const,
      scoreCents: 7000,
      satAt: '2026-04-01T09:00:00.000Z',
      fromEntryId: 'b3c1a5de-0000-4000-8000-000000000002',
      fromNumber: 1,
    },
  ];
  it.each<[string, OwnEntry, string]>([
    ['need not be taken', anEntry([form('f', done), lab('l'), portfolio('p')], { carried }), 'write p'],
    [
      'is not waited for',
      anEntry([form('f', done), lab('l'), portfolio('p', done)], { carried }),
      'await-decision',
    ],
  ])('its part %s', (_, entry, step) => expect(stepOf(entry)).toBe(step));
});

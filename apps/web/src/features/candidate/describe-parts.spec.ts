import { expect, it } from '@jest/globals';
import type { LabPart, OwnEntry, PortfolioPart } from '@ennead/contracts';
import { describeParts } from './describe-parts.ts';

const closesAt = '2026-05-03T18:00:00.000Z';
const times = { startedAt: null, deadlineAt: null, submittedAt: null, scoreCents: null };
const lab = (part: Partial<LabPart> = {}): LabPart => ({
  ...{ partId: 'l', kind: 'lab', dimension: 'skills', state: 'not-started', labSessionId: null, title: null },
  ...{ durationSec: 2700, grantedSec: 0, weight: 1, closesAt, ...times, ...part },
});
const portfolio = (part: Partial<PortfolioPart> = {}): PortfolioPart => ({
  ...{ partId: 'p', kind: 'portfolio', dimension: 'practice', state: 'draft', portfolioId: null },
  ...{ weight: 1, closesAt, ...times, ...part },
});
const entry = (parts: OwnEntry['parts'], at = '10:00') =>
  ({
    carried: [] as OwnEntry['carried'],
    closesAt,
    serverNow: `2026-05-03T${at}:00.000Z`,
    parts,
  }) as OwnEntry;

it('numbers the path, and the parts of a kind', () => {
  const path = describeParts(entry([lab({ weight: 1 }), portfolio(), lab({ weight: 2 })]));
  expect(path.map(({ number, place, minutes }) => [number, place.number, place.count, minutes])).toEqual([
    [1, 1, 2, 45],
    [2, 1, 1, null],
    [3, 2, 2, 45],
  ]);
});

it.each([
  ['not taken', lab(), 'missed'],
  ['not submitted', portfolio(), 'unsubmitted'],
  ['running', lab({ state: 'open' }), 'open'],
  ['handed in', lab({ state: 'stalled' }), 'stalled'],
] as const)('says of a closed part that was %s', (_, part, standing) => {
  expect(describeParts(entry([part], '18:00'))[0]).toMatchObject({
    standing,
    tone: standing === 'open' ? 'active' : 'warn',
  });
});

it('names the closing date of a part only where it is its own and still ahead', () => {
  const later = '2026-05-10T18:00:00.000Z';
  const closings = describeParts(
    entry([lab(), portfolio({ closesAt: later }), portfolio({ closesAt: later, state: 'submitted' })]),
  ).map(({ ownClosing }) => ownClosing);
  expect(closings).toEqual([null, later, null]);
});

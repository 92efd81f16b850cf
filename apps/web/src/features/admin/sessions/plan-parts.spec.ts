import { describe, expect, it } from '@jest/globals';
import type { ContentChoice, PartKind, SessionChoice } from '@ennead/contracts';
import { toParts, unplanned, usualParts, weightOf, withPart } from './plan-parts.ts';

const content = (kind: PartKind, contentId: string, more: Partial<ContentChoice> = {}): ContentChoice => ({
  kind,
  contentId,
  version: 1,
  title: { 'zh-CN': '标题', en: 'Title' },
  durationSec: null,
  itemCount: null,
  lacks: [],
  ...more,
});
const choice: SessionChoice = {
  role: 'application-engineer',
  level: 'junior',
  scheme: { id: 'first', version: 1 },
  lacks: [],
  unusable: [],
  contents: [
    content('form', 'old-paper'),
    content('form', 'new-paper', { version: 2 }),
    content('form', 'short', {
      version: 3,
      lacks: [{ kind: 'items', competency: 'a.knowledge.b', asked: 2, available: 1 }],
    }),
    content('lab', 'mend-it'),
    content('lab', 'tune-it'),
    content('portfolio', 'portfolio'),
  ],
};
const session = { opensAt: '2026-05-01T00:00:00.000Z', closesAt: '2026-05-08T00:00:00.000Z' };
const idsOf = (parts: readonly { contentId: string }[]) => parts.map(({ contentId }) => contentId);

describe('parts', () => {
  it('are the newest ready one of each kind, and can be more', () => {
    const usual = usualParts(choice);
    expect(idsOf(usual)).toEqual(['new-paper', 'mend-it', 'portfolio']);
    expect(idsOf(unplanned(choice, usual, 'form'))).toEqual(['old-paper']);
    const more = withPart(usual, unplanned(choice, usual, 'lab')[0]!);
    expect(idsOf(more)).toEqual(['new-paper', 'mend-it', 'tune-it', 'portfolio']);
    expect(unplanned(choice, more, 'lab')).toEqual([]);
  });

  it('are sent with their dimensions, weights and dates', () => {
    const [paper, lab, portfolio] = usualParts(choice);
    const parts = [paper!, { ...lab!, weight: '2' }, { ...portfolio!, closesAt: '2026-06-01T12:00' }];
    expect(toParts(parts, session)).toEqual([
      { dimension: 'knowledge', kind: 'form', contentId: 'new-paper', weight: 1, closesAt: null },
      { dimension: 'skills', kind: 'lab', contentId: 'mend-it', weight: 2, closesAt: null },
      {
        dimension: 'practice',
        kind: 'portfolio',
        contentId: 'portfolio',
        weight: 1,
        closesAt: new Date('2026-06-01T12:00').toISOString(),
      },
    ]);
  });

  it.each(['2026-04-01T00:00', '2027-06-01T00:00', 'soon'])('are not sent with the date %s', (closesAt) => {
    expect(toParts([{ ...usualParts(choice)[2]!, closesAt }], session)).toBeNull();
  });
});

it.each([
  ['1', 1],
  [' 12 ', 12],
  ['100', 100],
  ['0', null],
  ['101', null],
  ['1.5', null],
  ['', null],
])('reads the weight %j as %j', (weight, value) => {
  expect(weightOf({ weight })).toBe(value);
});

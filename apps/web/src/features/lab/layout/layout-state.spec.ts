import { describe, expect, it } from '@jest/globals';
import { defaultLayout, resizePanel, sizeBounds, togglePanel, type Layout } from './layout-state.ts';

const room = { widthPx: 1200, heightPx: 800 };
const usual: Layout = { ...defaultLayout(room), sizePx: { brief: 440, tree: 200, terminal: 260 } };

describe('resizePanel', () => {
  it.each([
    ['brief', 500, 500],
    ['brief', 10, 260],
    ['brief', 5000, 720],
    ['tree', 5000, 480],
    ['terminal', 5000, 660],
    ['terminal', 150.4, 150],
  ] as const)('%s to %d px becomes %d px', (panel, wanted, got) => {
    expect(resizePanel(usual, panel, wanted, room).sizePx[panel]).toBe(got);
  });

  it('gives a collapsed neighbour’s room away', () => {
    expect(sizeBounds('brief', togglePanel(usual, 'tree'), room)).toEqual([260, 920]);
  });

  it('never asks for less than the least, however small the window', () => {
    expect(sizeBounds('brief', usual, { widthPx: 300, heightPx: 100 })).toEqual([260, 260]);
  });

  it('expands a panel that is dragged open', () => {
    const folded = togglePanel(usual, 'terminal');
    expect(folded.collapsed).toEqual(['terminal']);
    expect(resizePanel(folded, 'terminal', 200, room).collapsed).toEqual([]);
  });
});

it.each([
  [960, 600, { brief: 307, tree: 170, terminal: 180 }],
  [1440, 900, { brief: 461, tree: 210, terminal: 270 }],
  [2560, 1440, { brief: 480, tree: 210, terminal: 300 }],
])('begins on %d x %d px with %j', (widthPx, heightPx, sizePx) => {
  expect(defaultLayout({ widthPx, heightPx }).sizePx).toEqual(sizePx);
});

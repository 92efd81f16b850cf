import { describe, expect, it } from '@jest/globals';
import { defaultLayout, resizePanel, sizeBounds, togglePanel } from './layout-state.ts';

const room = { widthPx: 1200, heightPx: 800 };

describe('resizePanel', () => {
  it.each([
    ['brief', 500, 500],
    ['brief', 10, 260],
    ['brief', 5000, 720],
    ['tree', 5000, 480],
    ['terminal', 5000, 660],
    ['terminal', 150.4, 150],
  ] as const)('%s to %d px becomes %d px', (panel, wanted, got) => {
    expect(resizePanel(defaultLayout, panel, wanted, room).sizePx[panel]).toBe(got);
  });

  it('gives a collapsed neighbour’s room away', () => {
    expect(sizeBounds('brief', togglePanel(defaultLayout, 'tree'), room)).toEqual([260, 920]);
  });

  it('never asks for less than the least, however small the window', () => {
    expect(sizeBounds('brief', defaultLayout, { widthPx: 300, heightPx: 100 })).toEqual([260, 260]);
  });

  it('expands a panel that is dragged open', () => {
    const folded = togglePanel(defaultLayout, 'terminal');
    expect(folded.collapsed).toEqual(['terminal']);
    expect(resizePanel(folded, 'terminal', 200, room).collapsed).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { firstPage } from '../lib/first-page.ts';
import { navigationFor } from './navigation.ts';

const open = ['/standard', '/levels', '/verify'];

describe('navigationFor', () => {
  it.each([
    [[], open],
    [['candidate'], ['/candidate', '/sessions', ...open]],
    [['trainer'], ['/institution', ...open]],
    [
      ['assessor', 'moderator'],
      ['/reviews', '/adjudications', ...open],
    ],
    [['registrar'], ['/desk', '/assessment', '/addresses', '/accommodations', '/same-people', ...open]],
    [['administrator'], ['/assessment', '/same-people', '/admin', ...open]],
  ] as const)('offers %j their own pages first', (roles, pages) => {
    expect(navigationFor(roles).map((entry) => entry.to)).toEqual(pages);
  });
});

describe('firstPage', () => {
  it.each([
    [['candidate'], '/candidate'],
    [['manager'], '/institution'],
    [['trainer'], '/institution'],
    [['assessor'], '/reviews'],
    [['moderator'], '/adjudications'],
    [['certifier'], '/decisions'],
    [['registrar'], '/desk'],
    [['administrator'], '/admin'],
    [['administrator', 'candidate'], '/candidate'],
    [[], '/account'],
  ] as const)('of %j is %s', (roles, page) => {
    expect(firstPage(roles)).toBe(page);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Bar } from './impartiality.ts';
import { findRoleConflicts } from './role-conflicts.ts';
import type { PersonRole } from './vocabulary.ts';

const bar = (tie: Bar['tie'], ...from: Bar['from']): Bar => ({
  tie,
  from,
  months: null,
  reason: { 'zh-CN': tie, en: tie },
  lifts: [],
});
const bars = [
  bar('candidate', 'mark', 'decide', 'inspect'),
  bar('trainer', 'decide'),
  bar('trainer', 'mark'),
  bar('assessor', 'decide', 'inspect'),
  bar('relative', 'mark', 'decide'),
  bar('reader', 'mark', 'settle'),
];

describe('findRoleConflicts', () => {
  it.each<[PersonRole[], string[]]>([
    [['certifier'], []],
    [['certifier', 'registrar'], []],
    [['trainer', 'certifier'], ['trainer > certifier']],
    [['certifier', 'trainer'], ['trainer > certifier']],
    [['trainer', 'manager'], []],
    [
      ['trainer', 'assessor', 'certifier', 'administrator'],
      [
        'trainer > assessor',
        'trainer > certifier',
        'assessor > certifier',
        'assessor > administrator',
        'certifier > assessor',
        'administrator > assessor',
      ],
    ],
    [['candidate', 'assessor'], ['candidate > assessor']],
    [['moderator', 'administrator'], ['administrator > moderator']],
    [['registrar', 'assessor'], []],
  ])('of %j are %j', (roles, conflicts) => {
    expect(findRoleConflicts(roles, bars).map(({ role, barredAs }) => `${role} > ${barredAs}`)).toEqual(
      conflicts,
    );
  });

  it('says why, by the scheme', () => {
    expect(findRoleConflicts(['trainer', 'certifier'], bars)[0]!.reason.en).toBe('trainer');
    expect(findRoleConflicts(['trainer', 'certifier'], [])).toEqual([]);
  });
});

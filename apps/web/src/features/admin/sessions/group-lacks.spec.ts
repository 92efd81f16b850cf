import { expect, it } from '@jest/globals';
import type { SessionChoice } from '@ennead/contracts';
import { groupLacks } from './group-lacks.ts';

const choice = (role: SessionChoice['role'], lacks: SessionChoice['lacks']): SessionChoice => ({
  role,
  level: 'junior',
  scheme: null,
  contents: [],
  unusable: [],
  lacks,
});

it('says once what several lack', () => {
  const groups = groupLacks([
    choice('data-engineer', [{ kind: 'lab' }]),
    choice('prompt-engineer', [{ kind: 'lab' }, { kind: 'rubric' }]),
    choice('strategy-engineer', [{ kind: 'lab' }]),
  ]);
  expect(groups.map(({ lacks, choices }) => [lacks.length, choices.map(({ role }) => role)])).toEqual([
    [1, ['data-engineer', 'strategy-engineer']],
    [2, ['prompt-engineer']],
  ]);
});

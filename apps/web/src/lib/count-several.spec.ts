import { expect, it } from '@jest/globals';
import type { PartKind } from '@ennead/contracts';
import { countSeveral } from './count-several.ts';

it.each<[string, PartKind[], object[]]>([
  ['one of each is what everybody expects', ['form', 'lab', 'portfolio'], []],
  [
    'two papers and three labs, whatever their order',
    ['lab', 'form', 'lab', 'portfolio', 'form', 'lab'],
    [
      { kind: 'form', count: 2 },
      { kind: 'lab', count: 3 },
    ],
  ],
])('%s', (_, kinds, several) => {
  expect(countSeveral(kinds.map((kind) => ({ kind })))).toEqual(several);
});

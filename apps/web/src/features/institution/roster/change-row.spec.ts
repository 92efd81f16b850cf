import { expect, it } from '@jest/globals';
import { changeRow } from './change-row.ts';

const at = { email: 1, name: 0, studentNumber: 3 };
const cells = { email: 'ann@example.org', name: 'Lee, Ann', studentNumber: '007' };

it.each([
  [
    'changes cells of one row and leaves the others',
    'Bo,b@,"x, y",1',
    '"Lee, Ann",ann@example.org,"x, y",007',
  ],
  ['adds the cells that a short row lacks', 'Bo,b@', '"Lee, Ann",ann@example.org,,007'],
  ['reads a quotation mark within a cell as it stands', 'Bo "B" L,b@,,', '"Lee, Ann",ann@example.org,,007'],
])('%s', (_, row, changed) => {
  expect(changeRow(`name,email,class,no\r\n${row}\r\nCy,c@d.org,,2`, 2, at, cells)).toBe(
    `name,email,class,no\r\n${changed}\r\nCy,c@d.org,,2`,
  );
});

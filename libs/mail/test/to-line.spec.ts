import { expect, it } from '@jest/globals';
import { toLine } from '../src/to-line.ts';

it.each([
  [
    'a break, which would begin another header',
    'Results\r\nBcc: all@example.org',
    'Results Bcc: all@example.org',
  ],
  ['a separator of lines that is no control', 'one\u2028two\u2029three', 'one two three'],
  ['what turns writing round', 'invoice\u202egpj.exe', 'invoice gpj.exe'],
  ['several of them, which leave one blank', 'one\u0000\n\tt\u2066wo', 'one t wo'],
  ['such ends', '\n one \u0007', 'one'],
  [
    'nothing else: names keep their letters and joiners',
    '林 \u200dNgọc-Ánh O’Neill',
    '林 \u200dNgọc-Ánh O’Neill',
  ],
])('takes out of a line %s', (_, text, line) => expect(toLine(text)).toBe(line));

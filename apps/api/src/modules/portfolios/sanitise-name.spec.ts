import { describe, expect, it } from '@jest/globals';
import { attachmentNamed } from '../../infrastructure/content-disposition.ts';
import { sanitiseName } from './sanitise-name.ts';

describe('sanitiseName', () => {
  it.each([
    ['报告.pdf', '报告.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['..', 'file'],
    ['', 'file'],
    ['.env', 'env'],
    ['a"b\u0001<c>.txt', 'a_b__c_.txt'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
    ['two   blanks .md', 'two blanks .md'],
    [`${'x'.repeat(200)}.tar`, `${'x'.repeat(116)}.tar`],
  ])('%j is shown as %j', (declared, shown) => expect(sanitiseName(declared)).toBe(shown));
});

describe('attachmentNamed', () => {
  it('keeps quotes, line ends and lone surrogates out of the header', () => {
    expect(attachmentNamed('a"\r\nb: c\ud800\'.md')).toBe(
      `attachment; filename="a___b: c_'.md"; filename*=UTF-8''a%22%0D%0Ab%3A%20c%EF%BF%BD%27.md`,
    );
  });
});

import { expect, it } from '@jest/globals';
import { readStaffLinkCommand } from './read-staff-link-command.ts';

const whole = ['--email', 'Ann@Example.org', '--for', 'password', '--reason', 'She came with her papers.'];

it('reads whose link, for what, and why', () => {
  expect(readStaffLinkCommand(whole)).toEqual({
    email: 'ann@example.org',
    for: 'password',
    reason: 'She came with her papers.',
  });
});

it.each([
  ['nothing', []],
  ['no address', whole.slice(2)],
  ['no purpose', [...whole.slice(0, 2), ...whole.slice(4)]],
  ['another purpose', whole.with(3, 'everything')],
  ['no reason', whole.slice(0, 4)],
  ['what there is not', [...whole, '--name', 'Ann']],
  ['a word too many', [...whole, 'more']],
])('refuses %s and says how it is used', (_what, words) => {
  expect(() => readStaffLinkCommand(words)).toThrow('npm run staff:link');
});

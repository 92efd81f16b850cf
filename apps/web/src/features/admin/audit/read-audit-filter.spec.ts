import { expect, it } from '@jest/globals';
import { readAuditFilter } from './read-audit-filter.ts';

it.each([
  ['', {}],
  ['action=cohort.created&actor=li', { action: 'cohort.created', actor: 'li' }],
  ['action=lab-session.handed-in', { action: 'lab-session.handed-in' }],
  ['action=drop%20table&actor=%20%20', {}],
])('reads %j', (address, filter) => {
  expect(readAuditFilter(new URLSearchParams(address))).toEqual(filter);
});

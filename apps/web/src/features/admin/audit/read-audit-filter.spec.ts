import { expect, it } from '@jest/globals';
import { dayInstants } from './day-instants.ts';
import { filterOf, readAuditFields } from './read-audit-filter.ts';

it.each([
  ['', {}],
  ['action=cohort.created&actor=li', { action: 'cohort.created', actor: 'li' }],
  ['action=lab-session.handed-in', { action: 'lab-session.handed-in' }],
  ['action=drop%20table&actor=%20%20', {}],
  ['about=%20ENN-1%20&from=2026-05-01&to=soon', { about: 'ENN-1', from: '2026-05-01' }],
  [`about=${'a'.repeat(300)}`, { about: 'a'.repeat(200) }],
])('reads %j', (address, fields) => {
  expect(readAuditFields(new URLSearchParams(address))).toEqual(fields);
});

it('asks for days as a whole, the last one too', () => {
  const day = '2026-05-01';
  expect(filterOf({ about: 'li', from: day, to: day })).toEqual({ about: 'li', ...dayInstants(day) });
  expect(filterOf({})).toEqual({ from: undefined, to: undefined });
});

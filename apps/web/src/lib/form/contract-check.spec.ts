import { expect, it } from '@jest/globals';
import type { RouteName } from '@ennead/contracts/routes';
import { z } from 'zod';
import { faultsOf } from './contract-check.ts';

it('makes no code of text, which our content security policy forbids', () => {
  expect(z.config().jitless).toBe(true);
});

it.each<[RouteName, unknown, readonly string[]]>([
  ['POST /api/auth/register', { name: ' Lin ', email: 'lin@example.org', locale: 'en' }, []],
  ['POST /api/auth/register', { name: ' ', email: 'lin', locale: 'en' }, ['email', 'name']],
  ['POST /api/institutions', { name: { 'zh-CN': '学院', en: '' } }, ['name.en']],
  // Two fields make the fault, one of them shows it.
  [
    'POST /api/people',
    { name: 'Han', email: 'han@example.org', locale: 'en', roles: ['trainer'], institutionId: null },
    ['institutionId'],
  ],
  [
    'POST /api/portfolios/:id/links',
    { kind: 'link', title: 'Demo', url: 'https://me:secret@example.org' },
    ['url'],
  ],
  ['POST /api/auth/log-out', { anything: 'goes' }, []],
])('%s of %j has faults at %j', (route, body, paths) => {
  expect(faultsOf(route, body)).toEqual(paths);
});

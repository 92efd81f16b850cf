import { expect, it } from '@jest/globals';
import { StorageFault } from '@ennead/storage';
import { problemOf } from './problem-filter.ts';

const hash = 'ab'.repeat(32);

it.each([
  ['missing', 'STORAGE_FAULT', 500],
  ['no-file', 'STORAGE_FAULT', 500],
  ['wrong-length', 'STORAGE_FAULT', 500],
  ['altered', 'STORAGE_FAULT', 500],
  ['broken-off', 'UNAVAILABLE', 503],
  ['unreachable', 'UNAVAILABLE', 503],
] as const)(
  'makes of a file that is %s the problem %s, and tells only an administrator which',
  (code, problem, status) => {
    const fault = new StorageFault(code, hash, new Error('the secret inside'));
    expect(problemOf(fault)).toMatchObject({ code: problem, status });
    expect(problemOf(fault)).not.toHaveProperty('errors');
    expect(problemOf(fault, true).errors).toEqual([{ path: 'storage', message: `${code} ${hash}` }]);
    expect(JSON.stringify(problemOf(fault, true))).not.toContain('secret inside');
  },
);

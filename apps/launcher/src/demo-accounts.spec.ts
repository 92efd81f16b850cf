import { describe, expect, it } from '@jest/globals';
import { demoTable, readDemoAccounts } from './demo-accounts.ts';

const ACCOUNT = { role: 'candidate', email: 'lin@demo.example', password: 'pass' };

describe('readDemoAccounts', () => {
  it('reads the last line, whatever was said before', () => {
    expect(readDemoAccounts(`seeding\n${JSON.stringify({ accounts: [ACCOUNT] })}\n`)).toEqual([ACCOUNT]);
  });

  it.each(['', 'done', '{"accounts":[{"role":1}]}'])('refuses %j', (output) => {
    expect(() => readDemoAccounts(output)).toThrow();
  });
});

describe('demoTable', () => {
  it('aligns its columns', () => {
    const lines = demoTable([ACCOUNT, { ...ACCOUNT, role: 'institution-manager' }]).split('\n');
    expect(new Set(lines.map((line) => line.search(/E-mail|lin@/))).size).toBe(1);
    expect(new Set(lines.map((line) => line.search(/Password|pass$/))).size).toBe(1);
  });
});

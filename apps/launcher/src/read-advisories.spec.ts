import { describe, expect, it } from '@jest/globals';
import { isGrave, readAdvisories } from './read-advisories.ts';

const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    parser: {
      name: 'parser',
      severity: 'moderate',
      isDirect: false,
      via: [
        { source: 1, name: 'parser', title: 'Slow on nesting', url: 'https://example.org/1', range: '<2' },
      ],
      effects: ['server'],
      range: '<2.0.0',
    },
    server: { name: 'server', severity: 'moderate', isDirect: true, via: ['parser'], range: '*' },
    crypto: {
      name: 'crypto',
      severity: 'critical',
      via: [{ title: 'Says yes to everything', url: 'https://example.org/2' }],
      range: '1.0.0 - 1.4.2',
    },
  },
  metadata: { vulnerabilities: { moderate: 2, critical: 1, total: 3 } },
};

describe('what the registry knows of packages', () => {
  it('is told once for each weakness, at the package that has it, the gravest first', () => {
    const advisories = readAdvisories(JSON.stringify(report))!;
    expect(advisories).toEqual([
      {
        name: 'crypto',
        range: '1.0.0 - 1.4.2',
        severity: 'critical',
        title: 'Says yes to everything',
        url: 'https://example.org/2',
      },
      {
        name: 'parser',
        range: '<2.0.0',
        severity: 'moderate',
        title: 'Slow on nesting',
        url: 'https://example.org/1',
      },
    ]);
    expect(advisories.filter(isGrave).map(({ name }) => name)).toEqual(['crypto']);
  });

  it.each([
    ['nothing', JSON.stringify({ vulnerabilities: {} }), []],
    [
      'a registry that does not answer',
      JSON.stringify({ error: { code: 'ENOAUDIT' }, message: '405' }),
      null,
    ],
    ['a npm that says something else', 'npm error audit endpoint returned an error', null],
  ])('%s', (_, json, known) => {
    expect(readAdvisories(json)).toEqual(known);
  });
});

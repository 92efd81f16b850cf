import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainFault } from '../domain-fault.ts';
import { fillTemplate } from './fill-template.ts';
import { readTemplate } from './read-template.ts';

describe('a template', () => {
  it.each([
    ['Dear {{name}}, {{ site }} and {{name}}', ['name', 'site']],
    ['nothing to fill in', []],
  ])('tells its places: %s', (template, places) => {
    expect(readTemplate(template)).toEqual({ places, faults: [] });
  });

  it.each([
    ['{{#name}}yes{{/name}}', 'not-a-place'],
    ['{{^name}}no{{/name}}', 'not-a-place'],
    ['{{{name}}}', 'not-a-place'],
    ['{{&name}}', 'not-a-place'],
    ['{{>part}}', 'not-a-place'],
    ['{{! a note }}', 'not-a-place'],
    ['{{=<% %>=}}<% name %>', 'not-a-place'],
    ['{{name', 'unreadable'],
    ['{{#name}}', 'unreadable'],
  ])('may have nothing but places: %s', (template, kind) => {
    expect(readTemplate(template).faults.map((fault) => fault.kind)).toContain(kind);
    expect(() => fillTemplate(template, { name: 'Ada' })).toThrow(DomainFault);
  });

  it('takes whatever is filled in as it stands', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(fillTemplate('a {{name}} b', { name })).toBe(`a ${name} b`);
      }),
    );
    for (const name of ['{{link}}', '{{{link}}}', '{{#name}}', '<b>&amp;', '$&'])
      expect(fillTemplate('{{name}}|{{link}}', { name, link: 'secret' })).toBe(`${name}|secret`);
  });

  it.each(['constructor', 'toString', '__proto__', 'link'])('leaves no place empty: %s', (place) => {
    expect(() => fillTemplate(`{{${place}}}`, { name: 'Ada' })).toThrow(
      new DomainFault('TEMPLATE_UNFIT', { missing: [place], faults: [] }),
    );
  });
});

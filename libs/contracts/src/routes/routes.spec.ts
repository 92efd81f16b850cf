import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { routes, type RouteContract } from './index.ts';

const members = [
  'public',
  'summary',
  'params',
  'query',
  'body',
  'takesFile',
  'answer',
  'givesFile',
  'creates',
];
const areas = readdirSync(new URL('.', import.meta.url)).filter(
  (file) => !['index.ts', 'route.ts', 'routes.spec.ts'].includes(file),
);

describe('the routes', () => {
  it('are those of all areas, and no two are the same', async () => {
    const tables = await Promise.all(
      areas.map(async (file) => Object.values((await import(`./${file}`)) as Record<string, object>)),
    );
    expect(
      tables
        .flat(2)
        .flatMap((table) => Object.keys(table))
        .sort(),
    ).toEqual(Object.keys(routes).sort());
  });

  it.each(Object.entries<RouteContract>(routes))('%s says only what is known of one', (name, contract) => {
    const [method, path] = name.split(' ') as [string, string];
    expect(members).toEqual(expect.arrayContaining(Object.keys(contract)));
    const named = [...path.matchAll(/:(\w+)/g)].map(([, param]) => param);
    expect(named).toEqual(expect.arrayContaining(Object.keys(contract.params ?? {})));
    expect(Boolean(contract.body) && Boolean(contract.takesFile)).toBe(false);
    expect(Boolean(contract.answer) && Boolean(contract.givesFile)).toBe(false);
    if (method === 'GET') {
      expect([contract.body, contract.takesFile, contract.creates]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      expect(contract.answer ?? contract.givesFile).toBeDefined();
    }
    // A list in a wrapping would be checked as one thing, not element by element.
    expect(contract.answer?.safeParse([]).success ?? false).toBe(contract.answer instanceof z.ZodArray);
    if (contract.query) expect(contract.query).toBeInstanceOf(z.ZodObject);
  });
});

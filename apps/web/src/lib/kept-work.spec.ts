import { describe, expect, it } from '@jest/globals';
import { forgetWork, holdsUnsent } from './kept-work.ts';

const id = '0d3f2f0e-5a4e-4b86-9a50-3f6c1c1a9e01';

const aStore = (entries: Record<string, string>) => {
  const kept = new Map(Object.entries(entries));
  return {
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept.keys()][at] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
};

const settings = {
  'ennead.theme': 'dark',
  'ennead.reading': '{}',
  'ennead.lab.layout': '{}',
  'somebody.else': 'x',
};

describe('work that a browser keeps', () => {
  it.each([
    ['answers on their way', { [`ennead.exam.${id}`]: '{"writer":1,"pending":[{}]}' }, true],
    ['an exam of which all is sent', { [`ennead.exam.${id}`]: '{"writer":1,"pending":[]}' }, false],
    ['an exam that cannot be read', { [`ennead.exam.${id}`]: '{' }, false],
    ['a portfolio', { [`ennead.draft.${id}`]: '{}' }, true],
    ['marks', { [`ennead.review.${id}`]: '{}' }, true],
    ['a file of a lab', { [`ennead.lab.${id}.draft.a.py`]: '{}' }, true],
    ['which files were open', { [`ennead.lab.${id}.tabs`]: '{}' }, false],
    ['settings alone', {}, false],
  ])('%s', (_, entries, unsent) => {
    const store = aStore({ ...settings, ...entries });
    expect(holdsUnsent(store)).toBe(unsent);
    forgetWork(store);
    expect(store.keys()).toEqual(Object.keys(settings));
  });
});

import { describe, expect, it } from '@jest/globals';
import * as contracts from '@ennead/contracts';
import type { Lifecycle } from '@ennead/contracts';
import { findLifecycleFaults } from './find-lifecycle-faults.ts';

const lifecycles = Object.entries(contracts).flatMap(([name, value]) =>
  name.endsWith('Lifecycle') && typeof value === 'object'
    ? [[name, value as unknown as Lifecycle] as const]
    : [],
);

describe('findLifecycleFaults', () => {
  it('knows every lifecycle', () => {
    expect(lifecycles.length).toBe(17);
  });

  it.each(lifecycles)('%s has none', (_, lifecycle) => {
    expect(findLifecycleFaults(lifecycle)).toEqual([]);
  });

  const sound: Lifecycle = {
    thing: 'lamp',
    events: { make: { done: 'made' }, light: { done: 'lit' }, break: { done: 'broken' } },
    births: { make: 'dark' },
    moves: { dark: { light: 'bright' }, bright: { break: 'broken' }, broken: {} },
    final: ['broken'],
  };

  it.each<[string, Partial<Lifecycle>, object[]]>([
    ['a sound one', {}, []],
    [
      'a state that nothing leads to',
      { moves: { ...sound.moves, blue: {} }, final: ['broken', 'blue'] },
      [{ kind: 'unreachable', state: 'blue' }],
    ],
    ['a state that nothing leads out of', { final: [] }, [{ kind: 'stuck', state: 'broken' }]],
    ['an end that is none', { final: ['broken', 'bright'] }, [{ kind: 'not-final', state: 'bright' }]],
    [
      'an event that nothing happens by',
      { events: { ...sound.events, sell: { done: 'sold' } } },
      [{ kind: 'unused', event: 'sell' }],
    ],
  ])('finds %s', (_, change, faults) => {
    expect(findLifecycleFaults({ ...sound, ...change })).toEqual(faults);
  });
});

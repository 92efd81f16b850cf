import { describe, expect, it } from '@jest/globals';
import { BodyCache } from './body-cache.ts';

const reader = () => {
  const read: string[] = [];
  return {
    read,
    of: (key: string, sizeBytes: number) => async () => {
      read.push(key);
      return { value: { key }, sizeBytes };
    },
  };
};

describe('BodyCache', () => {
  it('reads once what many ask for at once, and again only after it was forgotten', async () => {
    const cache = new BodyCache(100);
    const { read, of } = reader();
    const all = await Promise.all(Array.from({ length: 5 }, () => cache.get('a', of('a', 10))));
    expect(new Set(all).size).toBe(1);
    expect(await cache.get('a', of('a', 10))).toBe(all[0]);
    expect(read).toEqual(['a']);
  });

  it('never holds more bytes than it may; the least recently used go first', async () => {
    const cache = new BodyCache(100);
    const { read, of } = reader();
    for (let each = 0; each < 50; each += 1) {
      await cache.get('kept', of('kept', 20));
      await cache.get(`n${each}`, of(`n${each}`, 30));
      expect(cache.sizeBytes).toBeLessThanOrEqual(100);
    }
    expect(read.filter((key) => key === 'kept')).toHaveLength(1);
    await cache.get('n0', of('n0', 30));
    expect(read.filter((key) => key === 'n0')).toHaveLength(2);
  });

  it('gives what is larger than all it may hold, and does not keep it', async () => {
    const cache = new BodyCache(100);
    const { of } = reader();
    await cache.get('a', of('a', 60));
    expect(await cache.get('large', of('large', 101))).toEqual({ key: 'large' });
    expect(cache.sizeBytes).toBe(60);
  });

  it('keeps no failure', async () => {
    const cache = new BodyCache(100);
    const { of } = reader();
    await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.get('a', of('a', 10))).toEqual({ key: 'a' });
  });
});

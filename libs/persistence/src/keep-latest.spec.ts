import { describe, expect, it, jest } from '@jest/globals';
import { keepLatest } from './keep-latest.ts';

const reader = () => jest.fn((key: string) => Promise.resolve({ key }));
const itself = (key: string) => key;

describe('keepLatest', () => {
  it('reads each once, however many ask at once or later', async () => {
    const read = reader();
    const find = keepLatest(2, itself, read);
    await Promise.all([find('a'), find('a')]);
    expect(await find('a')).toEqual({ key: 'a' });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('forgets what was asked for longest ago', async () => {
    const read = reader();
    const find = keepLatest(2, itself, read);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await find(key);
    expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps no failure', async () => {
    const read = reader().mockRejectedValueOnce(new Error('away'));
    const find = keepLatest(2, itself, read);
    await expect(find('a')).rejects.toThrow('away');
    expect(await find('a')).toEqual({ key: 'a' });
  });

  it('reads to the end what others push out meanwhile', async () => {
    const given = new Map<string, (value: object) => void>();
    const find = keepLatest(1, itself, (key: string) => new Promise<object>((give) => given.set(key, give)));
    const [first, second] = [find('a'), find('b')];
    given.get('b')!({ key: 'b' });
    given.get('a')!({ key: 'a' });
    expect(await Promise.all([first, second])).toEqual([{ key: 'a' }, { key: 'b' }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatDuration, Steps } from './steps.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0.0 s'],
    [449, '0.4 s'],
    [12_000, '12.0 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min 00 s'],
    [125_000, '2 min 05 s'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('Steps', () => {
  const printed = (isTTY: boolean) => {
    const texts: string[] = [];
    return { texts, out: { isTTY, columns: 60, write: (text: string) => texts.push(text) } };
  };

  it('prints one plain line a step where there is no terminal', async () => {
    const { texts, out } = printed(false);
    const value = await new Steps(out).run('Redis', async () => ({
      value: 7,
      mark: 'done',
      text: 'started',
    }));
    expect(value).toBe(7);
    expect(texts).toEqual([expect.stringMatching(/^✓ Redis {14}started {2}\d+\.\d s\n$/)]);
  });

  it('marks what is done without', async () => {
    const { texts, out } = printed(false);
    await new Steps(out).run('Docker', async () => ({ value: 0, mark: 'without', text: 'missing' }));
    expect(texts[0]).toMatch(/^– Docker/);
  });

  it('marks a failure and passes it on', async () => {
    const { texts, out } = printed(false);
    const run = new Steps(out).run('Schema', () => Promise.reject(new Error('no')));
    await expect(run).rejects.toThrow('no');
    expect(texts[0]).toMatch(/^✗ Schema {13}failed/);
  });

  it('leaves a clean line on a terminal', async () => {
    const { texts, out } = printed(true);
    await new Steps(out).run('Redis', async () => ({ value: 0, mark: 'done', text: 'started' }));
    expect(texts[0]).toMatch(/^\r\x1b\[2K⠋ Redis/);
    expect(texts.at(-1)).toMatch(/^\r\x1b\[2K.*✓.*Redis.*started/);
  });
});

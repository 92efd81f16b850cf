import { describe, expect, it } from '@jest/globals';
import { reconnectDelayMs } from './reconnect-delay.ts';

describe('reconnectDelayMs', () => {
  it.each([
    [1, 0, 400],
    [2, 0, 800],
    [5, 0, 6_400],
    [6, 0, 8_000],
    [60, 0, 8_000],
    [1, 1, 400 * (2 / 3)],
  ])('attempt %d with chance %d waits %d ms', (attempt, chance, delay) => {
    expect(reconnectDelayMs(attempt, chance)).toBeCloseTo(delay);
  });
});

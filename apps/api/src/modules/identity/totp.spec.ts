import { describe, expect, it } from '@jest/globals';
import { describeSecret, makeSecret, stepOf } from './totp.ts';

/** `12345678901234567890`, of the worked examples of RFC 6238, appendix B, whose codes are cut to six digits here. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('stepOf', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %i s takes %s', (seconds, code, step) => {
    expect(stepOf(secret, code, new Date(seconds * 1_000))).toBe(step);
  });

  it.each([
    [-31, 37_037_037],
    [31, 37_037_037],
    [-75, null],
    [75, null],
  ])('with a clock that is %i s off: %p', (off, step) => {
    expect(stepOf(secret, '050471', new Date((1_111_111_111 + off) * 1_000))).toBe(step);
  });

  it.each(['', '05047', '0504711', 'abcdef', '050472'])('takes no %j', (code) => {
    expect(stepOf(secret, code, new Date(1_111_111_111_000))).toBeNull();
  });
});

describe('describeSecret', () => {
  it('gives what apps read, and draws it', () => {
    const made = makeSecret();
    const { uri, qr } = describeSecret(made, 'lin@example.org');
    expect(uri).toMatch(/^otpauth:\/\/totp\/Ennead:lin%40example\.org\?/);
    expect(uri).toContain(`secret=${made}`);
    expect(qr.path.length).toBeGreaterThan(qr.size);
    expect(makeSecret()).not.toBe(made);
  });
});

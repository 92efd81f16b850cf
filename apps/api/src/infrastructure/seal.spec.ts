import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.ts';

const secret = 'a secret that nothing but this spec uses';

describe('what is sealed', () => {
  it('opens for its holder', () => {
    const sealed = seal('JBSWY3DPEHPK3PXP', 'lin', secret);
    expect(sealed).not.toContain('JBSW');
    expect(unseal(sealed, 'lin', secret)).toBe('JBSWY3DPEHPK3PXP');
    expect(seal('JBSWY3DPEHPK3PXP', 'lin', secret)).not.toBe(sealed);
  });

  it.each([
    ['another holder', (sealed: string) => [sealed, 'yue', secret]],
    ['another secret', (sealed: string) => [sealed, 'lin', `${secret}!`]],
    ['another text', (sealed: string) => [`${sealed.slice(0, -2)}AA`, 'lin', secret]],
    ['a part of it', (sealed: string) => [sealed.slice(0, 20), 'lin', secret]],
  ])('does not open with %s', (_, make) => {
    const [sealed, holder, by] = make(seal('JBSWY3DPEHPK3PXP', 'lin', secret)) as [string, string, string];
    expect(() => unseal(sealed, holder, by)).toThrow();
  });
});

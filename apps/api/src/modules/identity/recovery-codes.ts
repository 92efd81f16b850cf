import { createHash, randomInt } from 'node:crypto';

/** As many as are shown at once, each good for one log-in. */
export const recoveryCodeCount = 10;

/** Crockford's: without letters that are taken for figures, and without U, so that no words come about. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const [groups, groupLength] = [4, 4];

/** Eighty random bits, as people copy them: `7K3M-9QXZ-04TB-HW2D`. */
export const makeRecoveryCode = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => symbols[randomInt(symbols.length)]).join(''),
  ).join('-');

/** A code as it was made, however it was typed: with or without dashes, small letters, O for 0. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

export const hashRecoveryCode = (personId: string, typed: string): string =>
  createHash('sha256')
    .update(`${personId}|${plain(typed)}`)
    .digest('hex');

import type { LinkPurpose } from '@ennead/contracts';
import type { Guessing } from './guesses.ts';

/** Who tries to log in: from which address, and whether the account was logged in in that browser before. */
export type Comer = {
  readonly address: string;
  readonly known: string | null;
  /** The mark of whoever was the first to log in in that browser. */
  readonly opener: string | null;
};

/**
 * Where a try to log in counts. A browser that knows the account counts for itself, so no stranger's guesses keep its
 * person out. Of strangers those of one address wait for each other soon but not for long, and all of them together late:
 * a hall shares an address, and has tries for everybody's mistakes.
 *
 * Whoever guesses by a program takes every moment at which strangers are heard, and could keep a person out who sits at a
 * machine for the first time. So machines on which somebody was logged in before count by whose log-in was the first on them:
 * a program has such machines only by accounts of its own, and few tries by each. And the first try from an address waits
 * for none from elsewhere.
 */
export const logInGuessing = (email: string, { address, known, opener }: Comer): readonly Guessing[] => {
  if (known)
    return [{ at: `log-in|${email}|known|${known}`, patience: { free: 10, mostSec: 300 }, clears: true }];
  if (opener)
    return [
      { at: `log-in|${email}|opened by|${opener}`, patience: { free: 3, mostSec: 300 }, clears: true },
      { at: `log-in|${email}|opened`, patience: { free: 50, mostSec: 300 }, clears: false },
    ];
  return [
    { at: `log-in|${email}|from|${address}`, patience: { free: 5, mostSec: 60 }, clears: true },
    { at: `log-in|${email}|first`, patience: { free: 500, mostSec: 300 }, clears: false, when: 'first' },
    { at: `log-in|${email}`, patience: { free: 50, mostSec: 300 }, clears: false, when: 'later' },
  ];
};

/** At the present password, by whoever has found a log-in open. */
export const passwordGuessing = (personId: string): readonly Guessing[] => [
  { at: `password|${personId}`, patience: { free: 5, mostSec: 300 }, clears: true },
];

/** At the code of a second factor, by whoever knows the password. */
export const codeGuessing = (personId: string): readonly Guessing[] => [
  { at: `code|${personId}`, patience: { free: 5, mostSec: 300 }, clears: true },
];

/** Letters that anybody can have sent to an address: each counts, for nobody is to be buried in them. */
export const letterGuessing = (purpose: LinkPurpose, whose: string): readonly Guessing[] => [
  { at: `letter|${purpose}|${whose}`, patience: { free: 3, mostSec: 3_600 }, clears: false },
];

/** At links that nobody gave out. One that somebody did give out is never asked about. */
export const linkGuessing = (address: string): readonly Guessing[] => [
  { at: `link|${address}`, patience: { free: 60, mostSec: 60 }, clears: false },
];

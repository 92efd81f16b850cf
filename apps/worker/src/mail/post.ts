import type { Locale } from '@ennead/contracts';

export type OutgoingLetter = {
  /** The same at every try. */
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly locale: Locale;
  readonly subject: string;
  readonly text: string;
  /** What may be a link in it. */
  readonly links: readonly string[];
};

/** What became of a letter, with the words of whoever said so. */
export type Outcome =
  | { readonly kind: 'sent' }
  /** The mail server does not take it, and would not later. */
  | { readonly kind: 'refused'; readonly fault: string }
  /** Surely nothing was sent. */
  | { readonly kind: 'failed'; readonly fault: string }
  /** It was handed over, and nobody said whether it was taken. */
  | { readonly kind: 'uncertain'; readonly fault: string };

/** Hands a letter to whoever delivers it; never throws. */
export type Post = (letter: OutgoingLetter) => Promise<Outcome>;

import type { Outcome } from './post.ts';

/** What is known of a failure of a mail server. */
export type MailFault = Error & {
  readonly code?: string;
  readonly command?: string;
  /** What the server answered, if it did. */
  readonly responseCode?: number;
};

/** Of these commands a lasting refusal is one of this letter; of others, of whoever sends at all. */
const aboutTheLetter: ReadonlySet<string | undefined> = new Set(['RCPT TO', 'DATA']);

/**
 * What is surely known after a failure.
 *
 * @param handedOver whether anything of the letter itself had been given to the server: then only its own answer to the
 *   letter says that it was not taken
 */
export const outcomeOf = (fault: MailFault, handedOver: boolean): Outcome => {
  const words = fault.message;
  const answered = fault.responseCode !== undefined && fault.command === 'DATA';
  if (handedOver && !answered) return { kind: 'uncertain', fault: words };
  const lasting = (fault.responseCode ?? 0) >= 500 && aboutTheLetter.has(fault.command);
  return { kind: lasting ? 'refused' : 'failed', fault: words };
};

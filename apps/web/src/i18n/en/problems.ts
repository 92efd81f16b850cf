/** Codes that the browser itself gives; the server's refusals bring their own texts. */
export default {
  NETWORK: 'The server did not answer; the connection may be down.',
  UNKNOWN: 'Something unexpected happened.',
  /** With the date that the refusal names. */
  dated: {
    PART_NOT_OPEN: 'This session opens at {{time}}; its parts can be taken from then on.',
    PART_CLOSED:
      'The time for this part ended at {{time}}; it can no longer be started, changed or submitted. What was saved before stays.',
  },
} as const;

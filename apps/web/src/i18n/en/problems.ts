/** Codes that the browser itself gives; the server's refusals bring their own texts. */
export default {
  NETWORK: 'The server did not answer; the connection may be down.',
  UNKNOWN: 'Something unexpected happened.',
  LIST_CHANGING:
    'The list kept changing while it was read, so nothing was saved: some rows might have been missing. Try again in a moment.',
  withReference: '{{text}} (Reference: {{reference}})',
  /** With the seconds that there are to wait. */
  soon: {
    TOO_MANY_REQUESTS_one: 'Too many tries. Please try again in {{count}} second.',
    TOO_MANY_REQUESTS_other: 'Too many tries. Please try again in {{count}} seconds.',
  },
  /** With the date that the refusal names. */
  held: {
    SESSION_PLACES_HELD:
      '{{count}} places are held there, so nothing was changed. Give at least {{count}}, or take places back first.',
    SESSION_LEAVES_OUT:
      '{{count}} entries are of people for whom the session would be no longer, so nothing was changed. Confirm that they keep their places, or leave them in.',
  },
  dated: {
    TOO_MANY_REQUESTS: 'Too many tries. Please try again after {{time}}.',
    PART_NOT_OPEN: 'This session opens at {{time}}; its parts can be taken from then on.',
    TRY_TOO_EARLY: 'The waiting time is not over. The next try is open from {{time}}.',
    TRIES_USED_UP: 'All tries of the period have been used. The next one is open from {{time}}.',
    CARRY_TOO_OLD: 'This score could be carried over until {{time}}; the part has to be sat again.',
    CARRY_GIVEN_UP: 'This part was sat again at {{time}}, which gave the earlier score up.',
    SESSION_NOT_OPEN_FOR_ENTRY: 'This session ended at {{time}}, so it cannot be entered.',
    PART_CLOSED:
      'The time for this part ended at {{time}}; it can no longer be started, changed or submitted. What was saved before stays.',
  },
} as const;

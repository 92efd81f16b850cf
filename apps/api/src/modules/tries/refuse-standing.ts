import { Refusal, type DecisionOutcome } from '@ennead/contracts';

const codes = { grant: 'ENTRY_GRANTED', withdraw: 'ENTRY_WITHDRAWN', refuse: null } as const;

/**
 * Why no single person excuses or replaces an entry whose decision stands: a certificate keeps what it rests on, and a
 * withdrawal, which takes two, is not undone by one. Null where one may.
 */
export const standingCode = (outcome: DecisionOutcome | null): 'ENTRY_GRANTED' | 'ENTRY_WITHDRAWN' | null =>
  outcome && codes[outcome];

/** @throws Refusal ENTRY_GRANTED, ENTRY_WITHDRAWN */
export const refuseStanding = (outcome: DecisionOutcome | null): void => {
  const code = standingCode(outcome);
  if (code) throw new Refusal(code);
};

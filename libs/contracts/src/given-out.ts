import type { VerifyState } from './credential.ts';

/** Whether its certificate is given out: one whose time is over too, but none that was taken away or replaced. */
export const isGivenOut = (status: VerifyState | null | undefined): status is 'valid' | 'expired' =>
  status === 'valid' || status === 'expired';

/** Something in the trail that is not as it was sealed, or not sealed. */
export type TrailFault =
  /** A row says something else than when it was sealed. */
  | { readonly kind: 'altered'; readonly eventId: string; readonly seal: number }
  /** A row is gone; `seal` is null where it had not been sealed yet. */
  | { readonly kind: 'missing'; readonly eventId: string; readonly seal: number | null }
  /** A row is dated long before it was there to be sealed, or after. */
  | {
      readonly kind: 'misdated';
      readonly eventId: string;
      readonly seal: number;
      readonly at: string;
      readonly sealedAt: string;
    }
  /** A row should have been sealed by now. */
  | { readonly kind: 'unsealed'; readonly eventId: string; readonly ageSec: number }
  /** A seal does not follow the one before it. */
  | { readonly kind: 'broken-link'; readonly seal: number }
  /** A seal is not the hash of what it covers. */
  | { readonly kind: 'altered-seal'; readonly seal: number }
  /** The chain does not hold the seal that was kept elsewhere: it was written anew, or cut off before it. */
  | { readonly kind: 'other-chain'; readonly seal: number };

export const describeFault = (fault: TrailFault): string => {
  switch (fault.kind) {
    case 'altered':
      return `altered: row ${fault.eventId} is not as seal ${fault.seal} has it`;
    case 'missing':
      return fault.seal === null
        ? `missing: row ${fault.eventId} was there to be sealed, and is gone`
        : `missing: row ${fault.eventId} of seal ${fault.seal} is gone`;
    case 'misdated':
      return `misdated: row ${fault.eventId} says ${fault.at}, and was sealed by seal ${fault.seal} at ${fault.sealedAt}`;
    case 'unsealed':
      return `unsealed: row ${fault.eventId}, for ${fault.ageSec} s`;
    case 'broken-link':
      return `broken link: seal ${fault.seal} does not follow the one before it`;
    case 'altered-seal':
      return `altered seal: seal ${fault.seal} is not the hash of what it covers`;
    case 'other-chain':
      return `another chain: seal ${fault.seal} is not there with the hash that was kept`;
  }
};

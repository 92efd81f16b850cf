import type { BodyKind } from '@ennead/contracts/internal';

/**
 * `missing`: no such body here. `altered`: its bytes have another hash. `malformed`: they are not of the kind asked.
 * `foreign`: it is another's than whose it is named for.
 */
export type ContentFaultCode = 'missing' | 'altered' | 'malformed' | 'foreign';

/** A body of the bank that cannot be used. Nothing else is ever used in its place. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault';

  constructor(
    readonly code: ContentFaultCode,
    readonly kind: BodyKind,
    readonly hash: string,
    cause?: unknown,
  ) {
    super(`The ${kind} ${hash} of the bank is ${code}.`, { cause });
  }
}

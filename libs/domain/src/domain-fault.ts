export type DomainFaultCode =
  'ILLEGAL_MOVE' | 'FORM_SHORTAGE' | 'MARKS_INCOMPLETE' | 'REVIEWS_INVALID' | 'TEMPLATE_UNFIT';

/** A rule of the domain refused its input; `details` is plain data for logs and problem texts. */
export class DomainFault extends Error {
  override readonly name = 'DomainFault';

  constructor(
    readonly code: DomainFaultCode,
    readonly details: Readonly<Record<string, unknown>>,
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}

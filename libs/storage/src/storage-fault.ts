/**
 * `missing`: there is no such content. `no-file`: something else stands in its place, such as a link. `wrong-length` and
 * `altered`: its bytes are not those that were kept. `broken-off`: reading it was not brought to an end.
 * `unreachable`: the storage does not answer, or does not let us in; what it holds is not known.
 */
export type StorageFaultCode =
  'missing' | 'no-file' | 'wrong-length' | 'altered' | 'broken-off' | 'unreachable';

/** A content that cannot be had, or the storage as a whole, which then has no hash. Nothing else is given in its place. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';

  constructor(
    readonly code: StorageFaultCode,
    readonly sha256: string | null,
    cause?: unknown,
  ) {
    const why = cause instanceof Error ? ` (${cause.name}: ${cause.message})` : '';
    super(`${sha256 === null ? 'The storage' : `The content ${sha256} of the storage`} is ${code}${why}.`, {
      cause,
    });
  }
}

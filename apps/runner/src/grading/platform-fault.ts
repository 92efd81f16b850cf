/** Something of ours failed while judging: nothing is said about the candidate, and it is tried again. */
export class PlatformFault extends Error {
  override readonly name = 'PlatformFault';
}

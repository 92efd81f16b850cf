/** The session takes no more work: handed in, past its deadline, or taken over by another machine. */
export class SessionEnded extends Error {
  override readonly name = 'SessionEnded';
}

/** The lab session takes no more work: handed in, past its deadline, or taken over by another machine. */
export class LabSessionEnded extends Error {
  override readonly name = 'LabSessionEnded';
}

import type { SaveInput } from '@ennead/contracts';
import type { KeptSeal } from '@ennead/contracts/internal';

/** A file of a lab that was said to be saved. */
export type SavedFile = { readonly path: string; readonly sha256: string };

/** What people were told was done: from then on nothing may undo it. */
export class Told {
  readonly saves = new Map<string, SaveInput[]>();
  readonly handedIn = new Set<string>();
  /** By lab session. */
  readonly files = new Map<string, SavedFile[]>();
  readonly labsHandedIn = new Set<string>();
  readonly decided = new Set<string>();
  /** The newest seal of the trail that was seen. */
  seal: KeptSeal | null = null;
  /** What was answered otherwise than anything that a page is ready for. */
  readonly surprises: string[] = [];

  describe(): string {
    const count = (lists: Iterable<readonly unknown[]>) =>
      [...lists].reduce((sum, list) => sum + list.length, 0);
    return (
      `Acknowledged: ${count(this.saves.values())} answers of ${this.saves.size} sittings, ${this.handedIn.size} hand-ins, ` +
      `${count(this.files.values())} files of ${this.files.size} labs, ${this.labsHandedIn.size} labs handed in, ` +
      `${this.decided.size} decisions.`
    );
  }
}

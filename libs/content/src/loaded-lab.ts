import type { Lab, Locale } from '@ennead/contracts';
import type { LabExpectations, LabSuite } from '@ennead/contracts/internal';

export interface StarterFile {
  /** A WorkspacePath. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly executable: boolean;
}

/** A lab as read from its folder. The content of every `sendFile` stands in `send` already. */
export interface LoadedLab {
  readonly lab: Lab;
  /** Of everything below that a candidate or a verdict can depend on. */
  readonly hash: string;
  /** Of environment/ alone: what the image is built from. */
  readonly environmentHash: string;
  /** Absolute path of the lab's folder. */
  readonly dir: string;
  /** grader/suite.yaml: never leaves the runner. */
  readonly suite: LabSuite;
  /** checks/visible.yaml */
  readonly visible: LabSuite;
  readonly starter: readonly StarterFile[];
  /** Markdown. */
  readonly instructions: Readonly<Record<Locale, string>>;
  /** solution/expected.yaml */
  readonly expectations: LabExpectations;
}

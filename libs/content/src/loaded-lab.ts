import type { Lab, Locale } from '@ennead/contracts';
import type { LabExpectations, LabFile, LabSuite } from '@ennead/contracts/internal';

/** A lab as read from its folder. The content of every `sendFile` stands in `send` already. */
export interface LoadedLab {
  readonly lab: Lab;
  /** Absolute path of the lab's folder. */
  readonly dir: string;
  /** grader/suite.yaml */
  readonly suite: LabSuite;
  /** checks/visible.yaml */
  readonly visible: LabSuite;
  readonly starter: readonly LabFile[];
  /** What the image is built from. */
  readonly environment: readonly LabFile[];
  /** Markdown. */
  readonly instructions: Readonly<Record<Locale, string>>;
  /** solution/expected.yaml */
  readonly expectations: LabExpectations;
}

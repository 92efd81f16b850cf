import type { Path, Source } from './read-yaml.ts';

/** One thing wrong with the content: where it is, what it is and what to do about it. */
export interface Fault {
  /** Path from the folder that holds the question bank, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

export const formatFault = ({ file, line, message, fix }: Fault): string =>
  `${file}:${line}  ${message} — ${fix}`;

/** Every fault of the content at once, sorted by file and line. */
export class ContentFaults extends Error {
  override readonly name = 'ContentFaults';

  constructor(readonly faults: readonly Fault[]) {
    super(`The content has ${faults.length} fault(s):\n${faults.map(formatFault).join('\n')}`);
  }
}

export const sortFaults = (faults: readonly Fault[]): Fault[] =>
  [...faults].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));

/** A fault at a path of a source. */
export const faultAt = (source: Source, path: Path, message: string, fix: string): Fault => ({
  file: source.file,
  line: source.lineOf(path),
  message,
  fix,
});

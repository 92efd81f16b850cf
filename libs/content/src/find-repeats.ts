import type { Fault } from './fault.ts';
import { faultAt } from './fault.ts';
import type { Path, Source } from './read-yaml.ts';

/** Something with a name that must be its own, and where it stands. */
export interface Named {
  readonly id: string;
  readonly source: Source;
  readonly path: Path;
}

/** One fault for every name used before; `what` says what it names. */
export function findRepeats(what: string, all: readonly Named[]): Fault[] {
  const first = new Map<string, Named>();
  return all.flatMap((named) => {
    const earlier = first.get(named.id);
    if (!earlier) {
      first.set(named.id, named);
      return [];
    }
    const place = `${earlier.source.file}:${earlier.source.lineOf(earlier.path)}`;
    return [
      faultAt(
        named.source,
        named.path,
        `${what} \`${named.id}\` is used already at ${place}`,
        'give it a name of its own',
      ),
    ];
  });
}

/** The last part of a path without its ending: 'a/b/c.yaml' is 'c'. */
export const baseName = (file: string): string =>
  file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/, '');

/** The name of the folder `up` levels above the file: 1 is the one it lies in. */
export const folderName = (file: string, up: number): string => file.split('/').at(-1 - up) ?? '';

import type { UnusableContent } from '@ennead/contracts';
import type { FieldFault } from '../../../lib/api-problem.ts';

export type MissingKind = 'standard' | 'scheme' | 'blueprint' | 'rubric' | 'lab';

export type Missing =
  | UnusableContent
  | { readonly kind: MissingKind }
  | {
      readonly kind: 'items';
      readonly competency: string;
      readonly asked: string | number;
      readonly available: string | number;
    }
  | { readonly kind: 'other' };

const kinds: readonly MissingKind[] = ['standard', 'scheme', 'blueprint', 'rubric', 'lab'];

/** What a refused session lacks, read from the faults of the refusal; what it does not know is `other`, once. */
export function describeMissing(faults: readonly FieldFault[]): readonly Missing[] {
  const missing = faults.map(describe);
  const known = missing.filter(({ kind }) => kind !== 'other');
  return known.length < missing.length ? [...known, { kind: 'other' }] : known;
}

function describe({ path, message }: FieldFault): Missing {
  const kind = kinds.find((each) => each === path);
  if (kind) return { kind };
  const shortage = path === 'items' ? /^(\S+): (\d+) asked, (\d+) there$/.exec(message) : null;
  const [, competency = '', asked = '', available = ''] = shortage ?? [];
  return shortage ? { kind: 'items', competency, asked, available } : { kind: 'other' };
}

/** What a session needs and nobody can read, from the faults of the refusal. */
export function describeUnusable(faults: readonly FieldFault[]): readonly UnusableContent[] {
  return faults.flatMap(({ path, message }) =>
    isContent(path) ? [{ kind: 'unusable', content: path, contentId: message }] : [],
  );
}

const contents = {
  standard: true,
  scheme: true,
  blueprint: true,
  lab: true,
  rubric: true,
  question: true,
} satisfies Record<UnusableContent['content'], true>;
const isContent = (path: string): path is UnusableContent['content'] => Object.hasOwn(contents, path);

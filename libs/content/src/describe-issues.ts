import { Locale } from '@ennead/contracts';
import type { z } from 'zod';
import type { Fault } from './fault.ts';
import type { Path, Source } from './read-yaml.ts';

type Issue = z.core.$ZodIssue;

/** What a schema found wrong, as faults with the line of each. */
export function describeIssues(issues: readonly Issue[], source: Source): Fault[] {
  return issues.flatMap((issue) => describe(issue, [], source));
}

function describe(issue: Issue, base: Path, source: Source): Fault[] {
  const path = [...base, ...issue.path];
  const at = (place: Path, message: string, fix: string): Fault => ({
    file: source.file,
    line: source.lineOf(place),
    message,
    fix,
  });
  const name = nameOf(path);
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closestBranch(issue.errors).flatMap((inner) => describe(inner, path, source));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      at([...path, key], `${nameOf([...path, key])} is not a known key`, 'check its spelling, or remove it'),
    );
  }
  if (valueAt(source.raw, path) === undefined) return [at(path, `${name} is missing`, fixForMissing(path))];
  if (issue.code === 'invalid_value') {
    return [at(path, `${name} has an unknown value`, `use one of: ${issue.values.map(String).join(', ')}`)];
  }
  return [at(path, `${name}: ${issue.message}`, fixFor(issue))];
}

function fixForMissing(path: Path): string {
  const key = String(path.at(-1));
  return Locale.safeParse(key).success ? 'give the text in both languages, zh-CN and en' : `add \`${key}\``;
}

function fixFor(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `write a value of type ${issue.expected}`;
    case 'too_small':
      return `give at least ${issue.minimum}`;
    case 'too_big':
      return `give at most ${issue.maximum}`;
    case 'invalid_format':
      return 'write it in the form named';
    default:
      return 'correct the value';
  }
}

/** Of a union's branches the one that went furthest and then failed least is what the author meant. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length));
  const unknownKeys = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0);
  return [...branches].sort(
    (a, b) => unknownKeys(a) - unknownKeys(b) || depth(b) - depth(a) || a.length - b.length,
  )[0]!;
}

const nameOf = (path: Path): string =>
  path.length === 0
    ? 'the file'
    : `\`${path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)), '')}\``;

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );
}

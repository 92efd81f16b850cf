import { readFile } from 'node:fs/promises';
import type { Document, Node, ParsedNode } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { describeIssues } from './describe-issues.ts';
import type { Fault } from './fault.ts';

export type Path = readonly PropertyKey[];

/** A YAML file as read: its plain data and the way back from a path in the data to a line of the file. */
export interface Source {
  readonly file: string;
  readonly raw: unknown;
  /** Line of the key or entry at the path, or of its nearest ancestor that is there. */
  readonly lineOf: (path: Path) => number;
}

/** A source that satisfies its schema. */
export interface Parsed<T> extends Source {
  readonly value: T;
}

/** @returns the source, or null when the file is not YAML at all (its faults are in `faults`) */
export async function readYaml(absolute: string, file: string, faults: Fault[]): Promise<Source | null> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(absolute, 'utf8'), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  for (const error of document.errors) {
    faults.push({
      file,
      line: lineAt(error.pos[0]),
      message: `not valid YAML: ${error.message}`,
      fix: 'correct the indentation, quotes or repeated key here',
    });
  }
  if (document.errors.length > 0) return null;
  return { file, raw: document.toJS(), lineOf: (path) => lineAt(offsetOf(document, path)) };
}

/** @returns the source with its typed value, or null when it does not satisfy the schema */
export function parseSource<S extends z.ZodType>(
  schema: S,
  source: Source,
  faults: Fault[],
): Parsed<z.infer<S>> | null {
  const result = schema.safeParse(source.raw);
  if (result.success) return { ...source, value: result.data };
  faults.push(...describeIssues(result.error.issues, source));
  return null;
}

function offsetOf(document: Document.Parsed, path: Path): number {
  let node: Node | null = document.contents;
  let offset = startOf(node);
  for (const segment of path) {
    const inner: ParsedNode | Node | null = isAlias(node) ? (node.resolve(document) ?? null) : node;
    if (isMap(inner)) {
      const pair = inner.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
      if (!pair) break;
      offset = startOf(pair.key as Node);
      node = pair.value as Node | null;
    } else if (isSeq(inner)) {
      const entry = inner.items[Number(segment)] as Node | undefined;
      if (!entry) break;
      offset = startOf(entry);
      node = entry;
    } else break;
  }
  return offset;
}

const startOf = (node: Node | null): number => node?.range?.[0] ?? 0;

import type { LevelCode, RoleCode } from '../vocabulary.ts';

/**
 * The kinds of bodies that the bank holds, and the shelf on which each lies. A shelf is a table, and a process reads
 * those that the grants of its own database role open to it: keys never the lab host, secrets never the server.
 */
export const shelfOf = {
  standard: 'common',
  scheme: 'common',
  rubric: 'common',
  lab: 'common',
  starter: 'common',
  environment: 'common',
  visible: 'common',
  plan: 'common',
  conversion: 'common',
  letter: 'common',
  page: 'common',
  question: 'exam',
  blueprint: 'exam',
  key: 'key',
  secrets: 'secret',
} as const;

export type BodyKind = keyof typeof shelfOf;
export type Shelf = (typeof shelfOf)[BodyKind];

/** A body as it is stored: canonical JSON in UTF-8, named by its SHA-256. */
export interface PublishedBody {
  readonly kind: BodyKind;
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** What has versions: a body under the name by which authors know it. Role and level where it belongs to one. */
export interface PublishedPiece {
  readonly kind: BodyKind;
  readonly id: string;
  readonly hash: string;
  readonly role: RoleCode | null;
  readonly level: LevelCode | null;
}

/** What holds for a body without being part of it: the key of a question, the secrets of a plan. */
export interface PublishedLink {
  readonly ofHash: string;
  readonly kind: InForceKind;
  /** Of the piece that holds, which is of the same kind. */
  readonly id: string;
  readonly hash: string;
  /** Where its author wrote it, for whoever has to mend it there. */
  readonly file: string;
}

/** What can hold for a body, and the kind of body that it holds for. */
export const holdsFor = {
  key: 'question',
  plan: 'plan',
  secrets: 'plan',
  conversion: 'blueprint',
} as const satisfies Partial<Record<BodyKind, BodyKind>>;
export type InForceKind = keyof typeof holdsFor;

/** Everything that one author has to say, at one moment. What is not in it, this author has withdrawn. */
export interface Publication {
  readonly bodies: readonly PublishedBody[];
  readonly pieces: readonly PublishedPiece[];
  readonly links: readonly PublishedLink[];
}

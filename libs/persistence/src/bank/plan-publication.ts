import type { Publication, PublishedLink, PublishedPiece } from '@ennead/contracts/internal';
import { isLive, type ContentVersion } from '../entities/content-version.ts';

export type KnownVersion = Pick<ContentVersion, 'kind' | 'id' | 'number' | 'hash' | 'state' | 'source'>;

/** What the bank says already, as far as it matters to a publication. */
export interface BankState {
  readonly versions: readonly KnownVersion[];
  /** What holds everywhere: for `<kind> <hash>` the hash that holds. */
  readonly inForce: ReadonlyMap<string, string>;
  /** Of the links that would change what holds, those whose question or plan is in use, as `<kind> <hash>`. */
  readonly inUse: ReadonlySet<string>;
}

export type NewVersion = PublishedPiece & { readonly number: number; readonly state: 'live' | 'approved' };

/** What a publication changes. */
export interface PublicationPlan {
  readonly added: readonly NewVersion[];
  readonly revived: readonly KnownVersion[];
  readonly retired: readonly KnownVersion[];
  /** Links that hold from now on. */
  readonly linked: readonly PublishedLink[];
  /** Links that would change what counts in a form or a lab that is in use: only a rescoring run may do that. */
  readonly heldBack: readonly PublishedLink[];
  /** Pieces whose home is another author's; nothing of the publication may be done while there are any. */
  readonly foreign: readonly PublishedPiece[];
}

const nameOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;
export const linkName = ({ kind, ofHash }: Pick<PublishedLink, 'kind' | 'ofHash'>) => `${kind} ${ofHash}`;

/** Compares what an author says with what the bank holds of the same author. The same publication changes nothing. */
export const planPublication = (
  { pieces, links }: Publication,
  { versions, inForce, inUse }: BankState,
  source: ContentVersion['source'] = 'git',
): PublicationPlan => {
  const heldBack = links.filter(
    (link) => inUse.has(linkName(link)) && isOther(inForce.get(linkName(link)), link.hash),
  );
  const isHeld = (one: PublishedPiece) =>
    heldBack.some((link) => nameOf(link) === nameOf(one) && link.hash === one.hash);
  const histories = new Map<string, KnownVersion[]>();
  for (const one of versions) histories.set(nameOf(one), [...(histories.get(nameOf(one)) ?? []), one]);
  const historyOf = (one: PublishedPiece) => histories.get(nameOf(one)) ?? [];
  const versionOf = (one: PublishedPiece) => historyOf(one).find(({ hash }) => hash === one.hash);
  const offered = pieces.filter((one) => !isHeld(one));
  const said = new Set(offered.map((one) => `${nameOf(one)} ${one.hash}`));
  const kept = new Set(heldBack.map(nameOf));
  return {
    added: pieces
      .filter((one) => !versionOf(one))
      .map((one) => ({
        ...one,
        number: Math.max(0, ...historyOf(one).map(({ number }) => number)) + 1,
        state: isHeld(one) ? ('approved' as const) : ('live' as const),
      })),
    revived: offered.flatMap((one) => versionOf(one) ?? []).filter((version) => !isLive(version)),
    retired: versions.filter(
      (one) =>
        one.source === source &&
        isLive(one) &&
        !said.has(`${nameOf(one)} ${one.hash}`) &&
        !kept.has(nameOf(one)),
    ),
    linked: links.filter((link) => !heldBack.includes(link) && inForce.get(linkName(link)) !== link.hash),
    heldBack,
    foreign: pieces.filter((one) => historyOf(one).some((version) => version.source !== source)),
  };
};

const isOther = (present: string | undefined, wanted: string) => present !== undefined && present !== wanted;

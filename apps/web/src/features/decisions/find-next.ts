/** Where a case stands on a page of its list, and the one after it; `nextId` is undefined at the page's end. */
export interface ListSpot {
  /** From 0; undefined where it was never seen. */
  readonly at: number | undefined;
  /** Whether it is still there: a case that was decided has left, and those behind it have moved up. */
  readonly isThere: boolean;
  readonly nextId: string | undefined;
}

/** @param before where it stood when it was last seen there; undefined for a case that never was, so that none comes next */
export const findNext = (ids: readonly string[], entryId: string, before: number | undefined): ListSpot => {
  const at = ids.indexOf(entryId);
  return at < 0
    ? { at: before, isThere: false, nextId: before === undefined ? undefined : ids[before] }
    : { at, isThere: true, nextId: ids[at + 1] };
};

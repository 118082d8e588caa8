/** Which page of a wall comes next: one with something new, else the one that was not shown for the longest. Pure. */

export interface TurnedPage {
  /** What hangs on it. */
  ids: readonly string[];
}

/** When each thing was last shown; what is absent never was. */
export type ShownAt = ReadonlyMap<string, number>;

/**
 * The next page after `present`. Among pages that were never shown the last is first, since it has the newest.
 * @param fresh things that came while the wall hung
 */
export function nextPage(
  pages: readonly TurnedPage[],
  present: number,
  shown: ShownAt,
  fresh: ReadonlySet<string>,
): number {
  let best = Math.min(Math.max(0, present), Math.max(0, pages.length - 1));
  let least = Infinity;
  for (let page = pages.length - 1; page >= 0; page--) {
    if (page === present) continue;
    const { ids } = pages[page]!;
    const isFresh = ids.some((id) => fresh.has(id) && !shown.has(id));
    const oldest = isFresh ? -1 : Math.min(...ids.map((id) => shown.get(id) ?? 0));
    if (oldest < least) {
      least = oldest;
      best = page;
    }
  }
  return best;
}

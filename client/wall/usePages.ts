/** The page that a wall in pages shows: it turns by itself, calmly, and soon where something new hangs on another. */

import { useEffect, useMemo, useRef, useState } from 'react';
import { nextPage, type TurnedPage } from './pageTurner.ts';

const STAY_MS = 12_000;
/** A page is shown at least this long, whatever hangs on others. */
const STAY_LEAST_MS = 5_000;

/** @param fresh things that came while the wall hung; those that have been shown are taken out of it */
export function usePages(pages: readonly TurnedPage[], fresh: Set<string>): number {
  // Until it has turned for the first time it is the last, which has the newest.
  const [page, setPage] = useState(Infinity);
  const shown = useRef(new Map<string, number>());
  const since = useRef(0);
  const present = Math.min(page, Math.max(0, pages.length - 1));
  const ids = pages[present]?.ids;
  // Ids make the page: it must not count as turned when a list of the same is made anew.
  const key = useMemo(() => ids?.join() ?? '', [ids]);

  useEffect(() => {
    const now = performance.now();
    for (const id of key.split(',')) {
      shown.current.set(id, now);
      fresh.delete(id);
    }
    since.current ||= now;
  }, [key, fresh]);

  useEffect(() => {
    if (pages.length < 2) return;
    const there = new Set(pages.flatMap((some) => some.ids));
    for (const id of shown.current.keys()) if (!there.has(id)) shown.current.delete(id);
    const news = pages.some((some, index) => index !== present && some.ids.some((id) => fresh.has(id)));
    const stayed = performance.now() - since.current;
    const timer = setTimeout(
      () => {
        since.current = performance.now();
        const next = nextPage(pages, present, shown.current, fresh);
        // What is shown for the whole stay has been seen up to its end.
        for (const id of pages[present]?.ids ?? []) shown.current.set(id, since.current);
        setPage(next);
      },
      Math.max(0, (news ? STAY_LEAST_MS : STAY_MS) - stayed),
    );
    return () => clearTimeout(timer);
  }, [pages, present, fresh]);
  return present;
}

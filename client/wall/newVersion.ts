/**
 * A wall that hangs for days loads itself anew after the server got a new version. Which version a page is of is told
 * by the name of its script, which the build gives each.
 */

import { useHallStore } from '../state/hallStore.ts';

const SCRIPT = /<script\b[^>]*\bsrc="(\/assets\/[^"]+\.js)"/;
/** Tries again until the server gives its page, for a server that has just begun to answer. */
const TRY_AGAIN_MS = 5_000;
const TRIES = 24;
/** The version that this tab was last loaded anew for. */
const LOADED_FOR = 'vh.wall.loadedFor';

/** The script of a page; null where it is no page of ours (a portal that wants a log-in, a proxy's own error). */
export function scriptIn(page: string): string | null {
  return SCRIPT.exec(page)?.[1] ?? null;
}

/**
 * Whether to load anew. Once for each version: where a cache on the way goes on giving the old page, it is no use.
 * @param before the version that was loaded anew for last
 */
export function mustReload(own: string | null, theirs: string | null, before: string | null): boolean {
  return own !== null && theirs !== null && own !== theirs && theirs !== before;
}

/** Looks after each reconnect whether there is a new version, and loads it. @returns what stops it */
export function followVersion(reload: () => void = () => location.reload()): () => void {
  const own = document.querySelector('script[src^="/assets/"]')?.getAttribute('src') ?? null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const look = async (left: number) => {
    const theirs = await scriptOfServer();
    if (stopped) return;
    if (theirs === null && left > 0) {
      timer = setTimeout(() => void look(left - 1), TRY_AGAIN_MS);
    } else if (mustReload(own, theirs, sessionStorage.getItem(LOADED_FOR))) {
      sessionStorage.setItem(LOADED_FOR, theirs!);
      reload();
    }
  };
  const stop = useHallStore.subscribe(({ connection }, { connection: before }) => {
    if (connection.state !== 'connected' || before.state === 'connected') return;
    clearTimeout(timer);
    void look(TRIES);
  });
  return () => {
    stopped = true;
    stop();
    clearTimeout(timer);
  };
}

async function scriptOfServer(): Promise<string | null> {
  try {
    const response = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(15_000) });
    return response.ok ? scriptIn(await response.text()) : null;
  } catch {
    return null;
  }
}

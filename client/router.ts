/** The client's own small router: routes are `readRoute` of the shared paths, over the history API. */

import { useSyncExternalStore } from 'react';
import { type Route, readRoute } from '../shared/domain/links.ts';

const listeners = new Set<() => void>();
let path = '';
let route: Route = { view: 'start' };
let walked = false;

/** The route of the address bar. The same object as long as the path is the same. */
export function currentRoute(): Route {
  if (location.pathname !== path) {
    path = location.pathname;
    route = readSafely(path);
  }
  return route;
}

function readSafely(from: string): Route {
  try {
    return readRoute(from);
  } catch {
    // A half escape ("/j/%") is not to be decoded.
    return { view: 'unknown' };
  }
}

/** Goes to a path of `paths`; `replace` where the present place should not be come back to. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  if (!replace) window.scrollTo(0, 0);
  tellAll();
}

/** Whether one has come to the present view from another, and not by opening the page. */
export function hasWalked(): boolean {
  return walked;
}

/** The route, live. */
export function useRoute(): Route {
  return useSyncExternalStore(listen, currentRoute);
}

/** The key that a link carried in its fragment, or null. It stays in the address until `dropKey`. */
export function keyInAddress(): string | null {
  return location.hash.length > 1 ? location.hash.slice(1) : null;
}

/** Takes the fragment out of the address and out of the history entry, once the key has been exchanged or refused. */
export function dropKey(): void {
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', tellAll);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', tellAll);
  };
}

function tellAll(): void {
  walked = true;
  for (const listener of listeners) listener();
}

/** A view outside the walk: fetched when it is opened, together with its words; sooner where somebody asks. */

import { type ComponentType, lazy, type ReactNode } from 'react';
import { loadRooms } from '../text/index.ts';

/** Starts to fetch a view, by the component that will show it. */
const ahead = new Map<unknown, () => Promise<unknown>>();

export function roomView<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  const fetchView = async () => {
    const [view] = await Promise.all([load(), loadRooms()]);
    return view;
  };
  const View = lazy(fetchView);
  ahead.set(View, fetchView);
  return View;
}

/** Fetches the view that this is going to show, so that it is there when a door before it has opened. */
export function fetchAhead(shown: ReactNode): void {
  if (shown === null || typeof shown !== 'object' || !('type' in shown)) return;
  // What fails now is tried again when the view is shown, and told of then.
  ahead
    .get(shown.type)?.()
    .catch(() => {});
}

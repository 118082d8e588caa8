/** A view outside the walk: fetched when it is opened, together with its words; sooner where somebody asks. */

import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react';
import { loadRooms } from '../text/index.ts';
import { Loading } from './Loading.tsx';

/** Starts to fetch a view, by the component that will show it. */
const ahead = new Map<unknown, () => Promise<unknown>>();

/** Not by React's own `lazy`: what that has once held back it shows 300 ms later at the earliest. */
export function roomView<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  let View: ComponentType<Props> | undefined;
  const fetchView = async () => {
    const [view] = await Promise.all([load(), loadRooms()]);
    View = view.default;
  };
  function Room(props: Props) {
    const [, settle] = useState({});
    const isThere = View !== undefined;
    useEffect(() => {
      if (isThere) return;
      fetchView().then(
        () => settle({}),
        (error) =>
          settle(() => {
            throw error;
          }),
      );
    }, [isThere]);
    return View ? createElement(View, props) : createElement(Loading);
  }
  ahead.set(Room, fetchView);
  return Room;
}

/** Fetches the view that this is going to show, so that it is there when a door before it has opened. */
export function fetchAhead(shown: ReactNode): void {
  if (shown === null || typeof shown !== 'object' || !('type' in shown)) return;
  // What fails now is tried again when the view is shown, and told of then.
  ahead
    .get(shown.type)?.()
    .catch(() => {});
}

/** A view outside the walk: fetched when it is opened, together with its words. */

import { type ComponentType, lazy } from 'react';
import { loadRooms } from '../text/index.ts';

export function roomView<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    const [view] = await Promise.all([load(), loadRooms()]);
    return view;
  });
}

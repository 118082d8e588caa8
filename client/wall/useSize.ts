/** How large an element is, live; null until it is known. */

import { type RefObject, useLayoutEffect, useState } from 'react';
import type { WallSheet } from './wallLayout.ts';

/** As a sheet to hang things on. */
export function useSheet(element: RefObject<HTMLElement | null>): WallSheet | null {
  const [sheet, setSheet] = useState<WallSheet | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => {
      const { clientWidth: w, clientHeight: h } = current;
      const unit = Math.min(window.innerWidth, window.innerHeight) / 100;
      setSheet((was) => {
        if (w === 0 || h === 0) return was;
        return was && was.w === w && was.h === h && was.unit === unit ? was : { w, h, unit };
      });
    };
    look();
    const watching = new ResizeObserver(look);
    watching.observe(current);
    return () => watching.disconnect();
  }, [element]);
  return sheet;
}

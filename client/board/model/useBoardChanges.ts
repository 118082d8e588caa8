/** Draws a component anew when the board's document has changed; at most once a frame, and only while it is shown. */

import { useEffect, useReducer } from 'react';
import type { BoardSurface } from '../surface/BoardSurface.ts';

export function useBoardChanges(surface: BoardSurface): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    surface.onFlush.add(redraw);
    return () => void surface.onFlush.delete(redraw);
  }, [surface]);
}

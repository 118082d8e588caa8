/** Keeps an element over a place of the board while the camera moves, without React taking part in a frame. */

import { type RefObject, useLayoutEffect } from 'react';
import type { BoardSurface } from './BoardSurface.ts';
import { toScreen } from './camera.ts';

/** In world units. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/**
 * Calls `lay` with the place's box in pixels of the viewport, now and whenever the camera moves.
 * @param place asked anew each time: what it belongs to may be moved by others
 */
export function usePlaceOnBoard(
  surface: BoardSurface,
  element: RefObject<HTMLElement | null>,
  place: () => Place | null,
  lay: (element: HTMLElement, box: Place, zoom: number) => void,
): void {
  useLayoutEffect(() => {
    const follow = () => {
      const box = place();
      if (!box || !element.current) return;
      const { x, y } = toScreen(surface.viewport.camera, box);
      const { z } = surface.viewport.camera;
      lay(element.current, { x, y, w: box.w * z, h: box.h * z }, z);
    };
    follow();
    surface.viewport.onCamera.add(follow);
    surface.onFlush.add(follow);
    return () => {
      surface.viewport.onCamera.delete(follow);
      surface.onFlush.delete(follow);
    };
  });
}

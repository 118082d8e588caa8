/** What canvases have in common. */

import type { Size } from '../surface/camera.ts';

/** Makes a canvas this large and empty. @param size in device pixels @returns what draws on it; null where it was lost */
export function emptied(
  element: HTMLCanvasElement,
  { w, h }: Size,
  settings?: CanvasRenderingContext2DSettings,
): CanvasRenderingContext2D | null {
  const context = element.getContext('2d', settings);
  element.hidden = false;
  if (element.width !== w || element.height !== h) {
    element.width = w;
    element.height = h;
  } else {
    context?.setTransform(1, 0, 0, 1, 0, 0);
    context?.clearRect(0, 0, w, h);
  }
  return context;
}

/** Gives its memory back: some browsers keep that until a canvas is collected, unless it is made small. */
export function release(element: HTMLCanvasElement): void {
  element.width = 0;
  element.height = 0;
}

/** What is carried to the edge of the view takes the view along; what is lifted at the edge does not. */

import type { Insets, Point, Size } from '../surface/camera.ts';

/** Pixels from the edge. */
const ZONE = 44;
/** Pixels a millisecond, right at the edge. */
const SPEED = 0.6;

type Side = 'left' | 'right' | 'top' | 'bottom';

export class EdgePan {
  /** Sides whose zone the pointer has been out of since the lift. */
  #armed = new Set<Side>();

  /** Begins anew: something was lifted. */
  begin(): void {
    this.#armed.clear();
  }

  /** How far to pan in a frame of `ms`, with the pointer here. */
  push(point: Point, size: Size, insets: Insets, ms: number): Point {
    const left = this.#depth('left', insets.left + ZONE - point.x);
    const right = this.#depth('right', point.x - (size.w - insets.right - ZONE));
    const top = this.#depth('top', insets.top + ZONE - point.y);
    const bottom = this.#depth('bottom', point.y - (size.h - insets.bottom - ZONE));
    return { x: (left - right) * SPEED * ms, y: (top - bottom) * SPEED * ms };
  }

  /** From 0 outside a side's zone to 1 at the edge. */
  #depth(side: Side, inside: number): number {
    if (inside <= 0) {
      this.#armed.add(side);
      return 0;
    }
    return this.#armed.has(side) ? Math.min(1, inside / ZONE) : 0;
  }
}

/** What two fingers on bare wall do to the camera. Pure. */

import type { Point } from '../board/surface/camera.ts';

export interface Grip {
  a: Point;
  b: Point;
}

/** Two fingers on the same spot would zoom by infinity. */
const SPREAD_MIN = 20;

/** From one grip to the next: the pan of their middle, and the zoom about it. */
export function pinchStep(
  before: Grip,
  after: Grip,
): { about: Point; factor: number; dx: number; dy: number } {
  const [from, about] = [middle(before), middle(after)];
  return { about, factor: spread(after) / spread(before), dx: about.x - from.x, dy: about.y - from.y };
}

const spread = ({ a, b }: Grip) => Math.max(SPREAD_MIN, Math.hypot(a.x - b.x, a.y - b.y));
const middle = ({ a, b }: Grip): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Where an arrow key goes: the nearest thing in that direction. */

import type { Point } from '../surface/camera.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How much more a step aside counts than a step ahead. */
const ASIDE = 2.2;

/**
 * The nearest of the candidates that lies in the direction from a place, straight ahead before aslant.
 * @returns its key, or null when there is none
 */
export function nearestInDirection<Key>(
  from: Point,
  direction: Direction,
  candidates: Iterable<readonly [Key, Point]>,
): Key | null {
  let best: Key | null = null;
  let least = Infinity;
  for (const [key, point] of candidates) {
    const [ahead, aside] = along(from, point, direction);
    if (ahead < 1 || aside > ahead * 3) continue;
    const cost = ahead + aside * ASIDE;
    if (cost < least) {
      least = cost;
      best = key;
    }
  }
  return best;
}

/** The candidate nearest a place. */
export function nearestTo<Key>(from: Point, candidates: Iterable<readonly [Key, Point]>): Key | null {
  let best: Key | null = null;
  let least = Infinity;
  for (const [key, point] of candidates) {
    const distance = Math.hypot(point.x - from.x, point.y - from.y);
    if (distance < least) {
      least = distance;
      best = key;
    }
  }
  return best;
}

function along(from: Point, to: Point, direction: Direction): [ahead: number, aside: number] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  switch (direction) {
    case 'left':
      return [-dx, Math.abs(dy)];
    case 'right':
      return [dx, Math.abs(dy)];
    case 'up':
      return [-dy, Math.abs(dx)];
    case 'down':
      return [dy, Math.abs(dx)];
  }
}

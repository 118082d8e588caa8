/** Finds open wall near a place, for a note that has none of its own yet. */

import type { Pos } from '../../shared/board/boardDoc.ts';
import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { Point } from './camera.ts';
import type { Spatial } from './spatial.ts';

const AIR = 16;
const STEP = NOTE_SIZE + AIR * 2;
const RINGS = 40;

/** The place nearest `wanted` (a note's top left corner) where a note covers nothing. */
export function freePlace(spatial: Spatial, wanted: Point): Pos {
  for (let ring = 0; ring < RINGS; ring++) {
    let best: Point | null = null;
    for (const place of ringAround(wanted, ring)) {
      if (!isFree(spatial, place)) continue;
      if (!best || distance(place, wanted) < distance(best, wanted)) best = place;
    }
    if (best) return [Math.round(best.x), Math.round(best.y)];
  }
  return [Math.round(wanted.x), Math.round(wanted.y)];
}

function isFree(spatial: Spatial, { x, y }: Point): boolean {
  const box = { x: x - AIR, y: y - AIR, w: NOTE_SIZE + AIR * 2, h: NOTE_SIZE + AIR * 2 };
  return spatial.notes.within(box).length === 0 && spatial.clusters.within(box).length === 0;
}

function* ringAround({ x, y }: Point, ring: number): Iterable<Point> {
  if (ring === 0) yield { x, y };
  // Half steps: a gap between notes is seldom just where the raster falls.
  const reach = ring * 2;
  for (let column = -reach; column <= reach; column++) {
    for (let row = -reach; row <= reach; row++) {
      if (Math.max(Math.abs(column), Math.abs(row)) < reach - 1) continue;
      yield { x: x + (column * STEP) / 2, y: y + (row * STEP) / 2 };
    }
  }
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

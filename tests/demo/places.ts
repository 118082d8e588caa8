/** Where people in the demo put things: the nearest place where nothing is covered. Pure functions on plain data. */

import type { Pos } from '../../shared/board/boardDoc.ts';
import {
  type BoardView,
  type Box,
  clusterBox,
  NOTE_SIZE,
  overlaps,
  placeInCluster,
} from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';

/** The air that people leave between things. */
const AIR = 24;
/** How fine they look: half a note, so that rows still line up. */
const RASTER = (NOTE_SIZE + AIR) / 2;
const RINGS = 80;

export type ThingId = NoteId | ClusterId;

/** What hangs on the board and is not among `without`. Notes in clusters are covered by their cluster's box. */
export function boxesOf(view: BoardView, without: ReadonlySet<ThingId> = new Set()): Box[] {
  const boxes: Box[] = [];
  for (const [id, { x, y, cluster }] of view.notes) {
    if (!cluster && !without.has(id)) boxes.push({ x, y, w: NOTE_SIZE, h: NOTE_SIZE });
  }
  for (const [id, box] of view.clusters) if (!without.has(id)) boxes.push(box);
  return boxes;
}

/** Whether a box of that size at that place would cover, or press against, any of these. */
export function isFree(taken: readonly Box[], { x, y, w, h }: Box): boolean {
  // A pixel less than the air, so that neighbours on the raster don't count as pressing.
  const air = AIR - 1;
  const wide = { x: x - air, y: y - air, w: w + 2 * air, h: h + 2 * air };
  return !taken.some((box) => overlaps(wide, box));
}

/** The free place for a box of that size that is nearest to `near`; boards grow wider than high, as walls do. */
export function freePlace(taken: readonly Box[], { w, h }: { w: number; h: number }, near: Pos): Pos {
  const [column, row] = [Math.round(near[0] / RASTER), Math.round(near[1] / RASTER)];
  for (let ring = 0; ring < RINGS; ring++) {
    const free = ringOf(ring)
      .map(([right, down]): Pos => [(column + right) * RASTER, (row + down) * RASTER])
      .filter(([x, y]) => isFree(taken, { x, y, w, h }));
    const nearest = free.sort((a, b) => reach(a, near) - reach(b, near))[0];
    if (nearest) return nearest;
  }
  return [(column + RINGS) * RASTER, row * RASTER];
}

/**
 * The free place for a cluster of that many notes: near where it was, and a bit towards the middle of the board, or a
 * hall that lives for days would drift apart.
 */
export function freeClusterPlace(taken: readonly Box[], count: number, [x, y]: Pos): Pos {
  const { w, h } = clusterBox([0, 0], count);
  const inwards = (corner: number, length: number) => (corner + length / 2) * 0.75 - length / 2;
  return freePlace(taken, { w, h }, [inwards(x, w), inwards(y, h)]);
}

/** Where a cluster's corner must be for its first of `count` notes to hang at `pos`. */
export function cornerFor(pos: Pos, count: number): Pos {
  const [x, y] = placeInCluster([0, 0], count, 0);
  return [pos[0] - x, pos[1] - y];
}

/** The cells at this distance: all of a rectangle's edge, twice as wide as high. */
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]];
  const cells: [number, number][] = [];
  for (let right = -2 * ring; right <= 2 * ring; right++) {
    for (let down = -ring; down <= ring; down++) {
      const isEdge = Math.abs(right) > 2 * (ring - 1) || Math.abs(down) > ring - 1;
      if (isEdge) cells.push([right, down]);
    }
  }
  return cells;
}

const reach = (place: Pos, near: Pos) => Math.hypot((place[0] - near[0]) / 1.6, place[1] - near[1]);

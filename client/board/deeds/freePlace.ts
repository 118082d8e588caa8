/** Finds open wall near a place: for a note that has none of its own yet, and for what must make room for a group. */

import type { Pos } from '../../../shared/board/boardDoc.ts';
import { type Box, clusterBox, NOTE_SIZE, overlaps } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { BoardModel } from '../model/BoardModel.ts';
import type { Point, Size } from '../surface/camera.ts';
import type { Spatial } from '../surface/spatial.ts';

const AIR = 16;
const STEP = NOTE_SIZE / 2 + AIR;
const RINGS = 60;
/** Between notes that are laid out side by side. */
const BETWEEN = 24;
const PITCH = NOTE_SIZE + BETWEEN;
/** Two things that cover each other by less than this lie side by side. */
const TOUCH = 10;
/** A drop that would push more than this aside is laid over them instead. */
const ASIDE_MAX = 14;

/** The place nearest `wanted` (a note's top left corner) where a note covers nothing. */
export function freePlace(spatial: Spatial, wanted: Point): Pos {
  return freeFor({ w: NOTE_SIZE, h: NOTE_SIZE }, spatial, wanted, [], () => false);
}

/** Open wall for something as large as this, nearest to where its top left corner is wished. */
export function freeSpot(spatial: Spatial, size: Size, wanted: Point): Pos {
  return freeFor(size, spatial, wanted, [], () => false);
}

/** Places for many notes side by side, in the order in which one reads, in a block of open wall about a point. */
export function freeBlock(spatial: Spatial, count: number, middle: Point): Pos[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count * 1.4)));
  const rows = Math.ceil(count / columns);
  const w = Math.min(columns, count) * PITCH - BETWEEN;
  const h = rows * PITCH - BETWEEN;
  const [left, top] = freeSpot(spatial, { w, h }, { x: middle.x - w / 2, y: middle.y - h / 2 });
  return Array.from({ length: count }, (_, index) => [
    left + (index % columns) * PITCH,
    top + Math.floor(index / columns) * PITCH,
  ]);
}

/**
 * Where things must go that a group would cover, now that it is as large as this. They go the shortest way to open
 * wall, so that no note disappears under a group.
 * @param stays what is not to be moved: the group's own notes, and what somebody holds
 */
export function makeRoom(
  { view, spatial }: Pick<BoardModel, 'view' | 'spatial'>,
  group: Box,
  stays: (id: NoteId | ClusterId) => boolean,
): { id: NoteId | ClusterId; pos: Pos }[] {
  const inner = { x: group.x + TOUCH, y: group.y + TOUCH, w: group.w - 2 * TOUCH, h: group.h - 2 * TOUCH };
  const pushed: { id: NoteId | ClusterId; box: Box }[] = [];
  for (const id of spatial.notes.within(inner)) {
    const { x, y, cluster } = view.notes.get(id)!;
    if (!cluster && !stays(id)) pushed.push({ id, box: { x, y, w: NOTE_SIZE, h: NOTE_SIZE } });
  }
  for (const id of spatial.ground.within(inner)) {
    const { x, y, members } = view.clusters.get(id)!;
    if (!stays(id)) pushed.push({ id, box: clusterBox([x, y], members.length) });
  }
  if (pushed.length > ASIDE_MAX) return [];
  const going = new Set<string>(pushed.map(({ id }) => id));
  for (const { id } of pushed)
    for (const member of view.clusters.get(id as ClusterId)?.members ?? []) going.add(member);
  const taken: Box[] = [group];
  // The nearest to the edge go first, and leave the short ways to themselves.
  pushed.sort((a, b) => depth(a.box, group) - depth(b.box, group));
  return pushed.map(({ id, box }) => {
    const pos = freeFor(box, spatial, box, taken, (other) => going.has(other) || stays(other));
    taken.push({ x: pos[0], y: pos[1], w: box.w, h: box.h });
    return { id, pos };
  });
}

function freeFor(
  { w, h }: Size,
  spatial: Spatial,
  wanted: Point,
  taken: readonly Box[],
  ignores: (id: NoteId | ClusterId) => boolean,
): Pos {
  const isFree = ({ x, y }: Point) => {
    const box = { x: x - AIR, y: y - AIR, w: w + AIR * 2, h: h + AIR * 2 };
    return (
      !taken.some((other) => overlaps(box, other)) &&
      spatial.notes.within(box).every(ignores) &&
      spatial.ground.within(box).every(ignores)
    );
  };
  let best: Point | null = null;
  let least = Infinity;
  for (let ring = 0; ring < RINGS; ring++) {
    // A corner of this ring is further away than a side of the next one.
    if (best && ring * STEP > least) break;
    for (const place of ringAround(wanted, ring)) {
      const far = Math.hypot(place.x - wanted.x, place.y - wanted.y);
      if (far < least && isFree(place)) {
        best = place;
        least = far;
      }
    }
  }
  const { x, y } = best ?? wanted;
  return [Math.round(x), Math.round(y)];
}

function* ringAround({ x, y }: Point, ring: number): Iterable<Point> {
  for (let column = -ring; column <= ring; column++) {
    const edge = Math.abs(column) === ring;
    for (let row = -ring; row <= ring; row += edge || ring === 0 ? 1 : ring * 2) {
      yield { x: x + column * STEP, y: y + row * STEP };
    }
  }
}

/** How far a thing's middle is inside the group, counted from its nearest edge. */
function depth(box: Box, group: Box): number {
  const x = box.x + box.w / 2;
  const y = box.y + box.h / 2;
  return Math.min(x - group.x, group.x + group.w - x, y - group.y, group.y + group.h - y);
}

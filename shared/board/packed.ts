/**
 * A board packed as its wall shows it: groups first, in the order in which they began, then the loose notes in rows, in
 * the order in which they came. Pure, and the same for the same board: what stands so already is not moved.
 */

import type { ClusterId, NoteId } from '../domain/ids.ts';
import type { Pos } from './boardDoc.ts';
import { type BoardView, type Box, boundsOf, clusterBox, NOTE_SIZE, overlaps } from './boardView.ts';
import { TIDY_STEP, type TidyPlace } from './tidy.ts';

/** Between groups. */
const AIR = 40;
/** As wide for its height as a screen is. */
const ASPECT = 16 / 9;

/** Where things must go; only those that are not there yet. Notes with a place on a timeline stay. */
export function packed(view: BoardView): TidyPlace[] {
  const bounds = boundsOf(view);
  if (!bounds) return [];
  const began = (ids: readonly NoteId[]) => Math.min(...ids.map((id) => view.notes.get(id)!.note.at));
  const groups = [...view.clusters.values()]
    .map(({ id, x, y, members }) => ({ id, x, y, began: began(members), ...sizeOf(members.length) }))
    .sort((a, b) => a.began - b.began || (a.id < b.id ? -1 : 1));
  const loose = [...view.notes.values()]
    .filter(({ cluster, note }) => !cluster && !note.slot)
    .sort((a, b) => a.note.at - b.note.at || (a.note.id < b.note.id ? -1 : 1));
  const area =
    groups.reduce((sum, { w, h }) => sum + (w + AIR) * (h + AIR), 0) + loose.length * TIDY_STEP * TIDY_STEP;
  const widest = Math.max(0, ...groups.map(({ w }) => w));
  const columns = Math.max(1, Math.ceil(Math.max(widest, Math.sqrt(area * ASPECT)) / TIDY_STEP));
  const width = columns * TIDY_STEP;

  const laid: { id: NoteId | ClusterId; from: Pos; to: Pos }[] = [];
  const boxes: Box[] = [];
  for (const { id, x, y, w, h } of groups) {
    const box = highestFree(boxes, w, h, width);
    boxes.push(box);
    laid.push({ id, from: [x, y], to: [box.x, box.y] });
  }
  const top = Math.max(0, ...boxes.map(({ y, h }) => y + h + AIR));
  for (const [index, { note, x, y }] of loose.entries()) {
    const to: Pos = [(index % columns) * TIDY_STEP, top + Math.floor(index / columns) * TIDY_STEP];
    laid.push({ id: note.id, from: [x, y], to });
  }
  // About where it hung: who looks at the board still sees it. In whole steps, so that it comes to rest.
  const height = top + Math.ceil(loose.length / columns) * TIDY_STEP;
  const shift = (from: number, length: number, all: number) =>
    Math.round((from + length / 2 - all / 2) / TIDY_STEP) * TIDY_STEP;
  const dx = settled(laid, 0) ?? shift(bounds.x, bounds.w, width);
  const dy = settled(laid, 1) ?? shift(bounds.y, bounds.h, height);
  return laid.flatMap(({ id, from, to }) => {
    const pos: Pos = [to[0] + dx, to[1] + dy];
    return pos[0] === from[0] && pos[1] === from[1] ? [] : [{ id, pos }];
  });
}

/** How far all of it lies from where it is packed, where that is equally far for all. */
function settled(laid: readonly { from: Pos; to: Pos }[], axis: 0 | 1): number | null {
  const off = laid.map(({ from, to }) => from[axis] - to[axis]);
  return off.every((one) => one === off[0]) ? (off[0] ?? null) : null;
}

const sizeOf = (count: number) => {
  const { w, h } = clusterBox([0, 0], count);
  return { w, h };
};

/** The highest free place, then the leftmost. */
function highestFree(taken: readonly Box[], w: number, h: number, width: number): Box {
  const after = (end: number) => Math.ceil((end + AIR) / NOTE_SIZE) * NOTE_SIZE;
  const rows = [0, ...taken.map((box) => after(box.y + box.h))].sort((a, b) => a - b);
  const columns = [0, ...taken.map((box) => box.x + box.w + AIR)].sort((a, b) => a - b);
  for (const y of rows) {
    for (const x of columns) {
      const box = { x, y, w, h };
      const around = { x: x - AIR + 1, y: y - AIR + 1, w: w + 2 * AIR - 2, h: h + 2 * AIR - 2 };
      if (x + w <= width && !taken.some((other) => overlaps(around, other))) return box;
    }
  }
  return { x: 0, y: rows.at(-1)!, w, h };
}

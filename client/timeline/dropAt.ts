/** What a point on the timeline means to who lets go of something there. Pure: from measures of the grid to a slot. */

import type { Slot } from '../../shared/board/boardDoc.ts';
import { MONTHS } from '../../shared/domain/year.ts';

export interface Point {
  x: number;
  y: number;
}

/** Where the grid is on the screen. */
export interface GridPlaces {
  /** Of the months: where each begins, and where the last one ends. */
  edges: readonly number[];
  lanes: readonly { id: string; top: number; bottom: number }[];
  tray: { left: number; top: number; right: number; bottom: number } | null;
  /** Months are seen from here on: what lies further left is under the lanes' titles. */
  left: number;
}

/** Where something would lie if it were let go: in a slot, in the tray, or where it was. */
export type Aim = { to: 'slot'; slot: Slot } | { to: 'tray' } | null;

/**
 * @param length of the thing, in months beyond the first
 * @param held how many months into the thing it is held
 */
export function aimAt(places: GridPlaces, { x, y }: Point, length = 0, held = 0): Aim {
  const { tray, lanes, left } = places;
  // The tray lies over the lanes.
  if (tray && x >= tray.left && x < tray.right && y >= tray.top && y < tray.bottom) return { to: 'tray' };
  const lane = lanes.find(({ top, bottom }) => y >= top && y < bottom);
  const month = monthAt(places, x);
  if (!lane || month === null || x < left) return null;
  const from = Math.max(0, Math.min(MONTHS - 1 - length, month - held));
  return { to: 'slot', slot: [lane.id, from, from + length] };
}

/** The month at a place from side to side; null beside the year. */
export function monthAt({ edges }: GridPlaces, x: number): number | null {
  if (x < edges[0]! || x >= edges[MONTHS]!) return null;
  return edges.findIndex((edge, index) => x >= edge && x < (edges[index + 1] ?? Infinity));
}

/** The slot when one of its edges is drawn to a place; the other edge stays, and a month at least is left. */
export function stretched(
  { edges }: GridPlaces,
  [lane, from, to]: Slot,
  edge: 'from' | 'to',
  x: number,
): Slot {
  // Past the middle of a month it is taken in.
  const near = edges.reduce(
    (best, at, index) => (Math.abs(at - x) < Math.abs(edges[best]! - x) ? index : best),
    0,
  );
  if (edge === 'from') return [lane, Math.min(to, Math.min(near, MONTHS - 1)), to];
  return [lane, from, Math.max(from, Math.min(near - 1, MONTHS - 1))];
}

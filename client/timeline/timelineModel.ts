/** The timeline as plain data: what lies in which lane, from which month to which, and in which row. Pure. */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Lane } from '../../shared/domain/hall.ts';
import { MONTHS, slotIn } from '../../shared/domain/year.ts';

/** What can lie on a timeline: a note, or a measure. */
export interface Lying {
  id: string;
  at: number;
  slot?: Slot | undefined;
}

/** A thing in its lane: the months it spans, and the row in which nothing else lies in those months. */
export interface Laid<T extends Lying> {
  thing: T;
  from: number;
  to: number;
  row: number;
}

export interface LaidLane<T extends Lying> {
  lane: Lane;
  /** By first month, then by row. */
  items: Laid<T>[];
  rows: number;
  /** How many of them are notes, in all and in each month, those that span it too. */
  notes: number;
  counts: number[];
}

/** Measures have rows and months like notes, and are not counted among them. */
export const isMeasure = ({ id }: { id: string }) => id.startsWith('m_');

export interface LaidTimeline<T extends Lying> {
  lanes: LaidLane<T>[];
  /** Things without a place, or whose lane is gone; oldest first. */
  tray: T[];
}

/** Lays things out in the lanes: every thing has one place, and none lies on another. */
export function layTimeline<T extends Lying>(lanes: readonly Lane[], things: Iterable<T>): LaidTimeline<T> {
  const byLane = new Map<string, { thing: T; from: number; to: number }[]>(lanes.map(({ id }) => [id, []]));
  const tray: T[] = [];
  for (const thing of things) {
    const slot = slotIn(thing.slot, lanes);
    if (slot) byLane.get(slot[0])!.push({ thing, from: slot[1], to: slot[2] });
    else tray.push(thing);
  }
  return {
    lanes: lanes.map((lane) => layLane(lane, byLane.get(lane.id)!)),
    tray: tray.sort(byAge),
  };
}

function layLane<T extends Lying>(lane: Lane, spans: { thing: T; from: number; to: number }[]): LaidLane<T> {
  // Measures make the upper rows. Long spans come first where they begin alike: so they lie still when notes come.
  spans.sort(
    (a, b) =>
      Number(isMeasure(b.thing)) - Number(isMeasure(a.thing)) ||
      a.from - b.from ||
      b.to - a.to ||
      byAge(a.thing, b.thing),
  );
  /** Of each row, the last month that is taken. */
  const ends: number[] = [];
  const counts = new Array<number>(MONTHS).fill(0);
  const items = spans.map(({ thing, from, to }): Laid<T> => {
    let row = ends.findIndex((end) => end < from);
    if (row < 0) row = ends.length;
    ends[row] = to;
    for (let month = from; !isMeasure(thing) && month <= to; month++) counts[month]!++;
    return { thing, from, to, row };
  });
  items.sort((a, b) => a.from - b.from || a.row - b.row);
  const notes = items.filter((item) => !isMeasure(item.thing)).length;
  return { lane, items, rows: ends.length, notes, counts };
}

/** A lane that has more rows than it shows: what is shown, and by month how many begin there that are not. */
export function foldLane<T extends Lying>(
  { items, rows }: LaidLane<T>,
  most: number,
): { shown: Laid<T>[]; rows: number; more: number[] } {
  const more = new Array<number>(MONTHS).fill(0);
  if (rows <= most) return { shown: items, rows, more };
  const shown = items.filter(({ row, from }) => {
    if (row >= most) more[from]!++;
    return row < most;
  });
  return { shown, rows: most, more };
}

/** A slot made so much longer or shorter at its end, within the year and a month at least. */
export function lengthened([lane, from, to]: Slot, by: number): Slot {
  return [lane, from, clamp(to + by, from, MONTHS - 1)];
}

/** A slot moved so many months and lanes, as far as there is room; its length stays. */
export function moved([lane, from, to]: Slot, lanes: readonly Lane[], months: number, down: number): Slot {
  const by = clamp(months, -from, MONTHS - 1 - to);
  const at = lanes.findIndex(({ id }) => id === lane);
  const next = lanes[clamp(at + down, 0, lanes.length - 1)];
  return [next?.id ?? lane, from + by, to + by];
}

/** A slot that begins at a month, as long as it was before, as far as the year goes. */
export function slotAt(lane: string, month: number, before: Slot | null): Slot {
  const length = before ? before[2] - before[1] : 0;
  return [lane, month, Math.min(MONTHS - 1, month + length)];
}

export const sameSlot = (a: Slot | null | undefined, b: Slot | null | undefined) =>
  (a?.join() ?? '') === (b?.join() ?? '');

function byAge(a: Lying, b: Lying): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

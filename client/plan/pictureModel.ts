/** The picture of effect (up) and feasibility (right) as plain numbers: places from drags, taps, keys and thirds. Pure. */

import type { Pos } from '../../shared/board/boardDoc.ts';
import { type MeasureView, thirdOf } from '../../shared/plan/planDoc.ts';

export type Third = 'low' | 'middle' | 'high';
export type Axis = 'feasibility' | 'effect';

export const THIRDS: readonly Third[] = ['low', 'middle', 'high'];
/** One press of an arrow key. */
export const STEP = 5;
const INDEX: Record<Axis, 0 | 1> = { feasibility: 0, effect: 1 };
const MIDDLES: Record<Third, number> = { low: 17, middle: 50, high: 83 };

export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The place under a point of the screen; what lies beside the picture is taken to its edge. */
export function placeAt({ left, top, width, height }: Rect, x: number, y: number): Pos {
  return [whole(((x - left) / width) * 100), whole(100 - ((y - top) / height) * 100)];
}

/** The place so much further right and up. */
export function nudged([x, y]: Pos, right: number, up: number): Pos {
  return [whole(x + right), whole(y + up)];
}

/** The third that a measure lies in; null where it is not placed. */
export function thirdAlong(axis: Axis, place: Pos | undefined): Third | null {
  return place ? thirdOf(place[INDEX[axis]]) : null;
}

/** The place in this third: unmoved where it lies there already; the other way stays, or is middling until it is said. */
export function withThird(place: Pos | undefined, axis: Axis, third: Third): Pos {
  const [x, y]: Pos = place ?? [MIDDLES.middle, MIDDLES.middle];
  if (thirdAlong(axis, place) === third) return [x, y];
  return axis === 'effect' ? [x, MIDDLES[third]] : [MIDDLES[third], y];
}

/** The middle of one of the nine fields. */
export const fieldPlace = (feasibility: Third, effect: Third): Pos => [MIDDLES[feasibility], MIDDLES[effect]];

/** Something that takes room in the picture, in hundredths of its width and height. */
export interface Room {
  w: number;
  h: number;
}

/**
 * Where each is drawn so that none hides another: at its place, or as near it as there is room; the first come first.
 * Where there is no room left they lie on one another.
 */
export function spread<Id extends string>(
  items: readonly { id: Id; place: Pos }[],
  { w, h }: Room,
): Map<Id, Pos> {
  const laid: Pos[] = [];
  const all = new Map<Id, Pos>();
  const free = ([x, y]: Pos) => laid.every(([a, b]) => Math.abs(a - x) >= w || Math.abs(b - y) >= h);
  for (const { id, place } of items) {
    const found = ring(place, w, h).find(free) ?? place;
    laid.push(found);
    all.set(id, found);
  }
  return all;
}

const RINGS = 6;
/** Further than any place in the picture. */
const ELSEWHERE = 1_000;

/** Places around a place, the nearest first; those that would say another effect or feasibility last. */
function ring(place: Pos, w: number, h: number): Pos[] {
  const around: { pos: Pos; far: number }[] = [];
  for (let up = -RINGS; up <= RINGS; up++) {
    for (let right = -RINGS; right <= RINGS; right++) {
      const pos: Pos = [place[0] + (right * w) / 2, place[1] + (up * h) / 2];
      if (pos.some((n) => n < 0 || n > 100)) continue;
      const same = thirdOf(pos[0]) === thirdOf(place[0]) && thirdOf(pos[1]) === thirdOf(place[1]);
      around.push({ pos, far: Math.hypot((right * w) / 2, (up * h) / 2) + (same ? 0 : ELSEWHERE) });
    }
  }
  return around.sort((a, b) => a.far - b.far).map(({ pos }) => pos);
}

/** The measures of the picture, and those that wait beside it. */
export function byPlace(measures: readonly MeasureView[]): {
  placed: (MeasureView & { place: Pos })[];
  waiting: MeasureView[];
} {
  const isPlaced = (measure: MeasureView): measure is MeasureView & { place: Pos } =>
    measure.place !== undefined;
  return { placed: measures.filter(isPlaced), waiting: measures.filter((one) => !isPlaced(one)) };
}

/** Who comes after this one among those that still wait; null when nobody does. */
export function nextWaiting<T extends { id: string }>(waiting: readonly T[], id: string): T | null {
  const at = waiting.findIndex((one) => one.id === id);
  const rest = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))];
  return rest.find((one) => one.id !== id) ?? null;
}

const whole = (n: number) => Math.round(Math.min(100, Math.max(0, n)));

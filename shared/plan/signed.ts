/** What of a summary has changed since it was signed, point by point. Pure, on plain data. */

import type { PointId } from '../domain/ids.ts';
import { hashOf, type PointView, type Signature } from './planDoc.ts';

/** How a point stands to what was signed; what is both moved and changed is changed. */
export type PointChange = 'new' | 'changed' | 'moved';

export interface ChangesSince {
  /** Those that are not as they were signed. */
  points: ReadonlyMap<PointId, PointChange>;
  /** How many of those that were signed are no more. */
  removed: number;
}

/** The points as a signature keeps them: in their order, and of each what it says and rests on as a hash. */
export const signedPoints = (points: readonly PointView[]): NonNullable<Signature['points']> =>
  points.map((point) => [point.id, hashOf([point])]);

/** What differs from what was signed; nothing where the signature is of before points were kept with it. */
export function changesSince(points: readonly PointView[], signature: Signature | null): ChangesSince {
  const changes = new Map<PointId, PointChange>();
  if (!signature?.points) return { points: changes, removed: 0 };
  const signed = new Map(signature.points.map(([id, hash], place) => [id, { hash, place }]));
  const known = points.flatMap(({ id }) => signed.get(id) ?? []);
  const still = longestRise(known.map(({ place }) => place));
  for (const point of points) {
    const before = signed.get(point.id);
    if (!before) changes.set(point.id, 'new');
    else if (before.hash !== hashOf([point])) changes.set(point.id, 'changed');
    else if (!still.has(before.place)) changes.set(point.id, 'moved');
  }
  return { points: changes, removed: signed.size - known.length };
}

/** The most of these places that follow one another upwards: those outside are what has been moved. */
function longestRise(places: readonly number[]): Set<number> {
  /** By length of rise, the index at which the lowest such rise ends. */
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach((place, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const rise = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) rise.add(places[index]!);
  return rise;
}

/** How a hand moves a note: off slowly, in a shallow bow, slowly down. */

import type { Pos } from '../../shared/board/boardDoc.ts';
import type { Random } from './random.ts';

/** The places of a drag in `steps` steps, the last of them exactly `to`. */
export function handPath(from: Pos, to: Pos, steps: number, random: Random): Pos[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const bow = random.between(-0.18, 0.18);
  const places: Pos[] = [];
  for (let step = 1; step <= steps; step++) {
    const time = step / steps;
    const along = time * time * (3 - 2 * time);
    const aside = bow * Math.sin(Math.PI * along);
    places.push([from[0] + dx * along - dy * aside, from[1] + dy * along + dx * aside]);
  }
  if (steps > 0) places[steps - 1] = to;
  return places;
}

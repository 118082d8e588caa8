/** Moments of a day that are worth going to: when rounds began, pauses ended, and much happened at once. */

import type { Replay } from '../../shared/protocol/past.ts';
import type { PlayTime } from './playTime.ts';

export interface Moment {
  kind: 'first' | 'round' | 'afterPause' | 'many' | 'last';
  second: number;
  at: number;
  /** The round, or how many notes changed. */
  n: number;
}

/** So many notes changed in one frame are told of. */
const MANY = 8;
const MOST = 24;

/** In the order of the day; of what happened at once the biggest, where there is too much. */
export function momentsOf({ frames }: Pick<Replay, 'frames'>, time: PlayTime): Moment[] {
  const last = frames.length - 1;
  if (last < 0) return [];
  const byFrame = new Map<number, Moment>();
  const put = (kind: Moment['kind'], frame: number, n = 0) => {
    if (!byFrame.has(frame))
      byFrame.set(frame, { kind, n, at: frames[frame]!.at, second: time.seconds[frame]! });
  };
  put('first', 0);
  put('last', last);
  for (const { from, n } of time.rounds.slice(1)) {
    const frame = time.seconds.indexOf(from);
    if (frame >= 0) put('round', frame, n);
  }
  for (const { to } of time.pauses) put('afterPause', time.seconds.indexOf(to));
  const many = frames
    .map(({ notes }, frame) => ({ frame, count: notes.length }))
    .filter(({ count }) => count >= MANY)
    .sort((a, b) => b.count - a.count);
  for (const { frame, count } of many.slice(0, Math.max(0, MOST - byFrame.size))) put('many', frame, count);
  return [...byFrame.values()].sort((a, b) => a.second - b.second).slice(-MOST);
}

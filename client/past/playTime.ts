/** How a day is told in a minute: which second of playing a moment is. Stretches in which nothing happened are cut short. */

import type { Replay, ReplayFrame } from '../../shared/protocol/past.ts';

/** A whole day at speed one. */
const DAY_SECONDS = 60;
const SHORT_DAY_SECONDS = 4;
/** A stretch without a change that is a pause, and as what it counts. */
const PAUSE_MS = 5 * 60_000;
const PAUSE_COUNTS_MS = 30_000;

/** A stretch of the bar, in seconds of playing. */
export interface Stretch {
  from: number;
  to: number;
}

export interface PlayTime {
  /** Seconds of playing at speed one. */
  length: number;
  /** The second at which each frame comes. */
  seconds: number[];
  pauses: Stretch[];
  rounds: (Stretch & { n: number })[];
}

/** Lays a replay out in seconds of playing. */
export function playTime({ frames, rounds }: Pick<Replay, 'frames' | 'rounds'>): PlayTime {
  const counted: number[] = [];
  const gaps: number[] = [];
  let sum = 0;
  frames.forEach(({ at }, index) => {
    const gap = index === 0 ? 0 : at - frames[index - 1]!.at;
    if (gap > PAUSE_MS) gaps.push(index);
    sum += gap > PAUSE_MS ? PAUSE_COUNTS_MS : gap;
    counted.push(sum);
  });
  const length = Math.min(DAY_SECONDS, Math.max(SHORT_DAY_SECONDS, frames.length / 2));
  // The last of it stands for a moment before the end.
  const scale = sum > 0 ? (length - 1) / sum : 0;
  const seconds = counted.map((ms) => ms * scale);
  const pauses = gaps.map((index) => ({ from: seconds[index - 1]!, to: seconds[index]! }));
  return { length, seconds, pauses, rounds: roundStretches(frames, seconds, length, rounds) };
}

/** The frame that is shown at a second: the last that has come; -1 before the first. */
export function frameAt({ seconds }: PlayTime, second: number): number {
  let [low, high] = [0, seconds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seconds[middle]! <= second + 1e-6) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What the clock showed at a second of playing. */
export function clockAt(time: PlayTime, frames: readonly ReplayFrame[], second: number): number {
  const index = Math.max(0, frameAt(time, second));
  const [from, next] = [frames[index]!, frames[index + 1]];
  if (!next) return from.at;
  const [start, end] = [time.seconds[index]!, time.seconds[index + 1]!];
  const part = end > start ? Math.min(1, Math.max(0, (second - start) / (end - start))) : 0;
  return from.at + part * (next.at - from.at);
}

function roundStretches(
  frames: readonly ReplayFrame[],
  seconds: readonly number[],
  length: number,
  rounds: Replay['rounds'],
): PlayTime['rounds'] {
  const [first] = frames;
  if (!first) return [];
  const before = rounds.filter(({ at }) => at <= first.at).at(-1)?.n ?? 1;
  const stretches: PlayTime['rounds'] = [{ from: 0, to: length, n: before }];
  for (const { at, n } of rounds) {
    if (at <= first.at) continue;
    const index = frames.findIndex((frame) => frame.at >= at);
    const from = index < 0 ? length : seconds[index]!;
    stretches.at(-1)!.to = from;
    stretches.push({ from, to: length, n });
  }
  return stretches.filter(({ from, to }) => to > from);
}

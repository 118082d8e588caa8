/** Pace: many actors that each act so many times a second, spread evenly in time, from one timer. */

export interface Pace {
  /** Acts so far. */
  readonly acts: number;
  stop(): void;
}

/**
 * Calls `act(actor)` for each of `actors` every `periodMs`, evenly spread.
 * @param late what is done when this process could not keep up: `catch up` does all, `pass over` what is a period old not
 */
export function keepPace(
  actors: number,
  periodMs: number,
  late: 'catch up' | 'pass over',
  act: (actor: number) => void,
): Pace {
  const step = periodMs / actors;
  let due = performance.now();
  let turn = 0;
  let acts = 0;
  let timer: NodeJS.Timeout | undefined;
  const run = () => {
    const now = performance.now();
    if (late === 'pass over' && now - due > periodMs) {
      const missed = Math.floor((now - due) / step);
      due += missed * step;
      turn += missed;
    }
    for (; due <= now; due += step) {
      act(turn++ % actors);
      acts++;
    }
    timer = setTimeout(run, 1);
  };
  run();
  return {
    get acts() {
      return acts;
    },
    stop: () => clearTimeout(timer),
  };
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Does `work(0…count-1)`, at most `atOnce` of them at the same time. @returns their results, in order */
export async function many<T>(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
  return results;
}

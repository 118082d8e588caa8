/** How hard this process works, and for how many more people there is room. Looked at when somebody asks. */

import { freemem } from 'node:os';
import {
  type EventLoopUtilization,
  type IntervalHistogram,
  monitorEventLoopDelay,
  performance,
} from 'node:perf_hooks';
import type { Clock } from '../ports.ts';

/** A look is good for so long: a shorter stretch says little. */
const STRETCH_MS = 2_000;
/** What people can rely on is not guessed from a moment: the load of one to two such stretches counts there. */
const LONG_MS = 60_000;
const RESOLUTION_MS = 20;

/**
 * What one person costs at most, as measured with many (docs/PERFORMANCE.md): 35 kB for a phone, 20 kB for a board, of
 * which a laptop has both; all of it doubled, for what waits to be sent to slow ones. Of the machine's free memory a
 * half is left to others.
 */
const PERSON_BYTES = 120_000;
const MEMORY_SHARE = 0.5;
/**
 * Of a core, one in ten of them dragging at any time: 0.4 of a core for 800 is 0.0005 each. Doubled, for a machine half
 * as fast; what is measured here counts instead where it is more.
 */
const PERSON_LOAD = 0.001;
/** More than this of its core, and people begin to feel it. */
const LOAD_MAX = 0.7;
/** Measured to hold on one core, and no farther. */
const PEOPLE_MAX = 3_000;

export interface Load {
  /** 0–1: of the time, how much the process was busy. */
  load: number;
  /** The longest wait of 99 % of what wanted its turn, in ms. */
  loopDelayMs: number;
  /** The load of the last minute or two. */
  steady: number;
}

export class LoadWatch {
  readonly #clock: Clock;
  readonly #delays: IntervalHistogram;
  #since: EventLoopUtilization;
  #seenAt: number;
  /** Two at most: where the long stretch begins, and where the next one will. */
  #marks: { at: number; since: EventLoopUtilization }[];
  #last: Load = { load: 0, loopDelayMs: 0, steady: 0 };

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    this.#delays.enable();
    this.#since = performance.eventLoopUtilization();
    this.#seenAt = clock.monotonic();
    this.#marks = [{ at: this.#seenAt, since: this.#since }];
  }

  /** The load since somebody last looked. */
  look(): Load {
    const now = this.#clock.monotonic();
    if (now - this.#seenAt < STRETCH_MS) return this.#last;
    this.#seenAt = now;
    const until = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(until, this.#since);
    this.#since = until;
    if (now - this.#marks.at(-1)!.at >= LONG_MS)
      this.#marks = [this.#marks.at(-1)!, { at: now, since: until }];
    const long = performance.eventLoopUtilization(until, this.#marks[0]!.since);
    // Nothing was counted: the loop has not turned since.
    const p99 = this.#delays.count > 0 ? this.#delays.percentile(99) / 1e6 : 0;
    this.#delays.reset();
    const round = (value: number, to: number) => Math.round(value / to) * to;
    this.#last = {
      load: Math.min(1, round(utilization, 0.01)),
      loopDelayMs: round(Math.max(0, p99 - RESOLUTION_MS), 1),
      steady: long.utilization,
    };
    return this.#last;
  }
}

/**
 * How many people the machine has room for, those who are here among them: the least of what memory and the processor
 * allow. Careful on purpose, and rounded down to tens: an organiser must be able to rely on it.
 */
export function peopleHeld(load: number, people: number, freeBytes = freeMemory()): number {
  const byMemory = people + (freeBytes * MEMORY_SHARE) / PERSON_BYTES;
  const each = Math.max(PERSON_LOAD, people >= 20 ? load / people : 0);
  const byLoad = people + Math.max(0, LOAD_MAX - load) / each;
  const held = Math.min(byMemory, byLoad, PEOPLE_MAX);
  return Math.floor(held / 10) * 10;
}

/** What a container or the machine has left. */
function freeMemory(): number {
  // Not there in the earliest Node 20s.
  return process.availableMemory?.() ?? freemem();
}

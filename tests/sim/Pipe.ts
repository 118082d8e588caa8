/** One direction of a connection: in order and once, unless the network is told to do worse. */

import type { Random } from '../crowd/random.ts';
import type { SimClock } from './SimClock.ts';

/** How it is on one person's way to the server. */
export interface Weather {
  /** No connection comes about, and none lives. */
  away: boolean;
  /** Milliseconds one way: at least, and at most. */
  latency: readonly [number, number];
  /** What no TCP does: of a hundred messages so many are lost, come twice, or come late. */
  lose: number;
  duplicate: number;
  late: number;
}

export const FAIR: Weather = { away: false, latency: [1, 8], lose: 0, duplicate: 0, late: 0 };

/** What becomes of one message. */
export type Fate = 'arrives' | 'lost' | 'twice' | 'late';

interface Item {
  run: () => void;
  size: number;
}

export class Pipe {
  readonly #clock: SimClock;
  readonly #random: Random;
  readonly #weather: Weather;
  #last = 0;
  #brokenAt = Number.POSITIVE_INFINITY;
  #held: Item[] | null = null;

  constructor(clock: SimClock, random: Random, weather: Weather) {
    this.#clock = clock;
    this.#random = random;
    this.#weather = weather;
  }

  get broken(): boolean {
    return this.#clock.monotonic() >= this.#brokenAt;
  }

  /** Bytes that its reader does not take. */
  get backlog(): number {
    return this.#held?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  }

  push(item: Item, fate: Fate = 'arrives'): void {
    if (this.broken || fate === 'lost') return;
    const now = this.#clock.monotonic();
    const [low, high] = this.#weather.latency;
    const at = Math.max(this.#last, now + this.#random.between(low, high));
    if (fate !== 'late') this.#last = at;
    this.#arrive(item, at - now + (fate === 'late' ? this.#random.between(5, 120) : 0));
    if (fate === 'twice') this.#arrive(item, at - now + this.#random.between(0, 120));
  }

  /** The reader takes nothing more, for now. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (let item = held.shift(); item && !this.broken; item = held.shift()) {
      item.run();
      // What came of it may be that nothing more is read.
      if (this.#held !== null) {
        (this.#held as Item[]).push(...held);
        return;
      }
    }
  }

  /** Some of what is under way arrives still; nothing after it. */
  break(): void {
    const [, high] = this.#weather.latency;
    this.#brokenAt = Math.min(this.#brokenAt, this.#clock.monotonic() + this.#random.between(0, high));
  }

  /** Nothing arrives any more. */
  shut(): void {
    this.#brokenAt = 0;
  }

  #arrive(item: Item, ms: number): void {
    this.#clock.after(ms, () => {
      if (this.broken) return;
      if (this.#held) this.#held.push(item);
      else item.run();
    });
  }
}

/** Chance with a seed: the same seed gives the same crowd, so a run that went wrong can be run again. */

/** A stream of pseudo-random numbers (mulberry32). Not for ids or secrets. */
export class Random {
  readonly seed: number;
  #state: number;

  constructor(seed: number) {
    this.seed = seed >>> 0;
    this.#state = this.seed;
  }

  /** A number from 0 up to, but not, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A number from `low` up to, but not, `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** True once in `1 / chance` times. */
  chance(chance: number): boolean {
    return this.next() < chance;
  }

  /** One of a list; undefined of an empty one. */
  pick<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const cards = [...list];
    for (let last = cards.length - 1; last > 0; last--) {
      const other = Math.floor(this.next() * (last + 1));
      [cards[last], cards[other]] = [cards[other]!, cards[last]!];
    }
    return cards;
  }

  /** A stream of its own, so that what one person does shifts nobody else's chances. */
  fork(): Random {
    return new Random(Math.floor(this.next() * 2 ** 32));
  }
}

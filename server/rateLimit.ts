/** A token bucket: `burst` at once, `perSecond` in the long run. By connection or participant, never by a hall's one IP. */

import type { Clock } from './ports.ts';

export class RateLimit {
  readonly #perSecond: number;
  readonly #burst: number;
  readonly #clock: Clock;
  #left: number;
  #at: number;

  constructor({ perSecond, burst }: { perSecond: number; burst: number }, clock: Clock) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#clock = clock;
    this.#left = burst;
    this.#at = clock.monotonic();
  }

  /** Takes one, if there is one. */
  take(): boolean {
    const now = this.#clock.monotonic();
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  /** Whether one could be taken now. */
  get dry(): boolean {
    return this.#left + ((this.#clock.monotonic() - this.#at) / 1_000) * this.#perSecond < 1;
  }
}

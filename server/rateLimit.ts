/** A token bucket: `burst` at once, `perSecond` in the long run. By connection or participant, never by a hall's one IP. */

import type { Clock } from './ports.ts';

export interface Rate {
  perSecond: number;
  burst: number;
}

export class RateLimit {
  readonly #rate: Rate;
  readonly #clock: Clock;
  #left: number;
  #at: number;

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
    this.#left = rate.burst;
    this.#at = clock.monotonic();
  }

  /** Takes one, if there is one. */
  take(): boolean {
    this.#refill();
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }

  /** Takes so many, into debt if need be. @returns milliseconds until the debt is paid; 0 where there is none */
  debit(count: number): number {
    this.#refill();
    this.#left -= count;
    return this.owed;
  }

  /** Milliseconds until what has been taken is paid. */
  get owed(): number {
    this.#refill();
    return this.#left >= 0 ? 0 : (-this.#left / this.#rate.perSecond) * 1_000;
  }

  /** Whether none could be taken now. */
  get dry(): boolean {
    this.#refill();
    return this.#left < 1;
  }

  #refill(): void {
    const now = this.#clock.monotonic();
    this.#left = Math.min(this.#rate.burst, this.#left + ((now - this.#at) / 1_000) * this.#rate.perSecond);
    this.#at = now;
  }
}

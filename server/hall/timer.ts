/**
 * The hall's timer. Its record is a moment of the wall clock, which outlives the process; while the process lives
 * what is left is counted by the monotonic clock, so that a wall clock set right, or a summer hour, changes nothing.
 */

import { TIMER_MAX_MS, type Timer } from '../../shared/domain/hall.ts';
import type { ShownTimer } from '../../shared/protocol/hallEvents.ts';
import type { Clock } from '../ports.ts';

export class TimerCount {
  readonly #clock: Clock;
  /** When each timer that has run in this process is over, by the monotonic clock. */
  readonly #overAt = new WeakMap<Timer, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** What is left of it, in whole ms; 0 once it is over. */
  left(timer: Timer): number {
    if (timer.endsAt === null) return timer.left;
    let overAt = this.#overAt.get(timer);
    if (overAt === undefined) {
      // Read from disk: the moment is all that is known. A clock that went back meanwhile makes no timer longer.
      const left = Math.min(timer.endsAt - this.#clock.now(), timer.total);
      overAt = this.#clock.monotonic() + left;
      this.#overAt.set(timer, overAt);
    }
    return Math.max(0, Math.ceil(overAt - this.#clock.monotonic()));
  }

  /** As people are told of it. */
  shown(timer: Timer | null): ShownTimer | null {
    if (!timer) return null;
    const left = this.left(timer);
    const running = timer.endsAt !== null;
    return { kind: timer.kind, total: timer.total, left, running, until: timer.endsAt };
  }

  start(kind: Timer['kind'], ms: number): Timer {
    return this.#running(kind, ms, ms);
  }

  /** So much more of it, or less; one that is over runs again. */
  add(timer: Timer, ms: number): Timer {
    const had = this.left(timer);
    const left = Math.min(Math.max(had + ms, 0), TIMER_MAX_MS);
    const total = Math.max(timer.total + left - had, left);
    return timer.endsAt === null ? { ...timer, total, left } : this.#running(timer.kind, total, left);
  }

  /** Halts it or lets it go on; one that is so already, or is over, stays as it is. */
  pause(timer: Timer, paused: boolean): Timer {
    const left = this.left(timer);
    if (paused === (timer.endsAt === null) || (paused && left === 0)) return timer;
    return paused ? { ...timer, endsAt: null, left } : this.#running(timer.kind, timer.total, left);
  }

  #running(kind: Timer['kind'], total: number, left: number): Timer {
    const timer = { kind, total, endsAt: this.#clock.now() + left, left };
    this.#overAt.set(timer, this.#clock.monotonic() + left);
    return timer;
  }
}

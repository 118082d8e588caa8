/** A clock that moves when the test says so, and runs what falls due in order. */

import type { Clock } from '../../server/ports.ts';

export class HandClock implements Clock {
  #now = Date.UTC(2026, 10, 21, 9);
  #elapsed = 0;
  #timers = new Set<{ at: number; task: () => void }>();

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  after(ms: number, task: () => void): () => void {
    const timer = { at: this.#elapsed + Math.max(0, ms), task };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Timers that wait; none may be left when what set them is closed. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Lets time pass; what falls due runs at its time, and what is promised meanwhile is kept. */
  async pass(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    for (;;) {
      await settle();
      const due = [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#timers.delete(due);
      this.#advance(due.at);
      due.task();
    }
    this.#advance(end);
    await settle();
  }

  /** The wall clock is set right, or summer time begins; no time passes. */
  jump(ms: number): void {
    this.#now += ms;
  }

  #advance(to: number): void {
    if (to <= this.#elapsed) return;
    this.#now += to - this.#elapsed;
    this.#elapsed = to;
  }
}

/** Lets all promises that can be kept be kept. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Virtual time: what falls due runs one thing at a time, and what it promised is kept before the next. */

import type { Clock } from '../../server/ports.ts';
import { settle } from '../harness/handClock.ts';

interface Timer {
  at: number;
  order: number;
  task: (() => void) | null;
}

export class SimClock implements Clock {
  readonly #began = Date.UTC(2026, 10, 21, 9);
  #elapsed = 0;
  #order = 0;
  /** A heap by time, then by order of asking. */
  readonly #timers: Timer[] = [];

  now(): number {
    return this.#began + Math.floor(this.#elapsed);
  }

  monotonic(): number {
    return this.#elapsed;
  }

  after(ms: number, task: () => void): () => void {
    const timer: Timer = { at: this.#elapsed + Math.max(0, ms), order: this.#order++, task };
    this.#push(timer);
    return () => {
      timer.task = null;
    };
  }

  /** A clock whose timers can all be ended at once, as a process' are when it dies. */
  life(): Clock & { end(): void } {
    let ended = false;
    return {
      now: () => this.now(),
      monotonic: () => this.monotonic(),
      after: (ms, task) => (ended ? () => {} : this.after(ms, () => ended || task())),
      end: () => {
        ended = true;
      },
    };
  }

  /** Resolves after so much virtual time. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await this.#runUntil(end, () => false);
    this.#elapsed = Math.max(this.#elapsed, end);
  }

  /** Lets time pass until something is so, `ms` at most. @returns whether it is */
  async until(done: () => boolean, ms: number): Promise<boolean> {
    return this.#runUntil(this.#elapsed + ms, done);
  }

  /** Lets time pass until something promised is there. */
  async soon<T>(promise: Promise<T>): Promise<T> {
    let done = false;
    const end = () => {
      done = true;
    };
    promise.then(end, end);
    if (!(await this.until(() => done, 60_000)))
      throw new Error('what was promised did not come in a minute');
    return promise;
  }

  async #runUntil(end: number, done: () => boolean): Promise<boolean> {
    for (;;) {
      await settle();
      if (done()) return true;
      const timer = this.#next(end);
      if (!timer) return false;
      this.#elapsed = Math.max(this.#elapsed, timer.at);
      timer.task!();
    }
  }

  #next(end: number): Timer | null {
    for (;;) {
      const first = this.#timers[0];
      if (!first || (first.task && first.at > end)) return null;
      this.#pop();
      if (first.task) return first;
    }
  }

  #push(timer: Timer): void {
    const heap = this.#timers;
    let at = heap.push(timer) - 1;
    for (let up = (at - 1) >> 1; at > 0 && isBefore(timer, heap[up]!); up = (at - 1) >> 1) {
      heap[at] = heap[up]!;
      at = up;
    }
    heap[at] = timer;
  }

  #pop(): void {
    const heap = this.#timers;
    const last = heap.pop()!;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let down = at * 2 + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && isBefore(heap[down + 1]!, heap[down]!)) down++;
      if (!isBefore(heap[down]!, last)) break;
      heap[at] = heap[down]!;
      at = down;
    }
    heap[at] = last;
  }
}

const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order);

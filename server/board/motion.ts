/** Drags in flight on one board: the newest position of each held thing, and where it was taken up. */

import { MOTION, type Move } from '../../shared/protocol/boardFrames.ts';
import { type Hold, MOVES_MAX } from '../../shared/protocol/motionFrames.ts';

/** A number is used again so many flushes after it ended: all viewers have heard of it by then. */
export const FLUSHES_TO_HEAR = 8;

/** A held thing. `home`: where it was taken up; who sees that must see it go, and come back. */
export interface Held extends Hold {
  home: { x: number; y: number };
}

export class Motion {
  readonly #held = new Map<string, Held>();
  readonly #byHolder = new Map<number, Set<string>>();
  /** The newest of each hold since the last flush: a thing let go and taken up again is two. */
  readonly #due = new Map<number, Held>();
  readonly #free: number[] = [];
  #nextHold = 0;
  /** Numbers that have ended, by flush, the newest last. */
  readonly #ended: number[][] = [[]];

  /** Takes a connection's moves; the newest of each thing wins. @returns whether something is due */
  take(holder: number, moves: readonly Move[]): boolean {
    for (const move of moves) this.#takeOne(holder, move);
    return this.#due.size > 0;
  }

  /** The connection is gone: what it held is let go where it hung. @returns whether something is due */
  drop(holder: number): boolean {
    for (const key of [...(this.#byHolder.get(holder) ?? [])]) {
      this.#end(key, { ...this.#held.get(key)!, state: MOTION.cancelled });
    }
    return this.#due.size > 0;
  }

  /** What has changed since the last call, once each. */
  flush(): Held[] {
    const changes = [...this.#due.values()];
    this.#due.clear();
    this.#ended.push([]);
    if (this.#ended.length > FLUSHES_TO_HEAR) for (const hold of this.#ended.shift()!) this.#free.push(hold);
    return changes;
  }

  /** All that is held. */
  all(): Iterable<Held> {
    return this.#held.values();
  }

  #takeOne(holder: number, { id, state, x, y }: Move): void {
    const key = `${holder} ${id}`;
    const held = this.#held.get(key);
    if (state !== MOTION.held) {
      if (held) this.#end(key, { holder, id, state, x, y, hold: held.hold, home: held.home });
      return;
    }
    const mine = this.#byHolder.get(holder) ?? new Set<string>();
    if (!held && mine.size >= MOVES_MAX) return;
    this.#byHolder.set(holder, mine.add(key));
    const hold = held?.hold ?? this.#free.pop() ?? this.#nextHold++;
    const home = held?.home ?? { x, y };
    // Field by field, here and where it ends: with a spread V8 gives each a hidden class of its own (see BoardSession).
    const next: Held = { holder, id, state, x, y, hold, home };
    this.#held.set(key, next);
    this.#due.set(hold, next);
  }

  #end(key: string, last: Held): void {
    const { holder, hold } = last;
    this.#held.delete(key);
    this.#byHolder.get(holder)?.delete(key);
    if (this.#byHolder.get(holder)?.size === 0) this.#byHolder.delete(holder);
    this.#ended.at(-1)!.push(hold);
    this.#due.set(hold, last);
  }
}

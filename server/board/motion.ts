/** Drags in flight on one board: the newest position of each held thing, handed out once a tick for all. */

import { type HeldMove, MOTION, type Move } from '../../shared/protocol/boardFrames.ts';

/** Things one connection may hold at a time; a frame's worth. */
const HELD_MAX = 200;

export class Motion {
  /** What is held, by connection and thing. */
  #held = new Map<number, Map<string, Move>>();
  #due = new Map<string, HeldMove>();

  /** Takes a connection's moves; the newest of each thing wins. @returns whether something is due */
  take(holder: number, moves: readonly Move[]): boolean {
    const mine = this.#held.get(holder) ?? new Map<string, Move>();
    this.#held.set(holder, mine);
    for (const move of moves) {
      if (move.state === MOTION.held) {
        if (!mine.has(move.id) && mine.size >= HELD_MAX) continue;
        mine.set(move.id, move);
      } else if (!mine.delete(move.id)) {
        continue;
      }
      this.#due.set(`${holder} ${move.id}`, { holder, ...move });
    }
    if (mine.size === 0) this.#held.delete(holder);
    return this.#due.size > 0;
  }

  /** The connection is gone: what it held is let go where it hung. @returns whether something is due */
  drop(holder: number): boolean {
    for (const move of this.#held.get(holder)?.values() ?? []) {
      this.#due.set(`${holder} ${move.id}`, { ...move, holder, state: MOTION.cancelled });
    }
    this.#held.delete(holder);
    return this.#due.size > 0;
  }

  /** What has moved since the last call, once each. */
  flush(): HeldMove[] {
    const moves = [...this.#due.values()];
    this.#due.clear();
    return moves;
  }

  /** All that is held now, for one who comes in the middle of a drag. */
  all(): HeldMove[] {
    return [...this.#held].flatMap(([holder, moves]) =>
      [...moves.values()].map((move) => ({ holder, ...move })),
    );
  }
}

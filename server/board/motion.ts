/** Drags in flight on one board: the newest position of each held thing, and who shall hear of it. */

import { type HeldMove, MOTION, type Move } from '../../shared/protocol/boardFrames.ts';
import { type Hold, MOVES_MAX } from '../../shared/protocol/motionFrames.ts';

/** World units; a screen at rest shows a few cells. */
const CELL = 1_600;

/** A held thing: what viewers are told, and the cells in whose sight it is. */
interface Held extends Hold {
  /** Where it was taken up: who sees its place there must see it go, and come back. */
  home: string;
  cell: string;
}

/** What became of a held thing since the last flush: its newest state, and the cells that must hear. */
export interface Change {
  move: Hold;
  /** In sight of these: they hear what it does. */
  cells: readonly string[];
  /** Out of sight of these since the last flush: for them it has ended. */
  left: readonly string[];
}

export class Motion {
  readonly #held = new Map<string, Held>();
  readonly #byHolder = new Map<number, Set<string>>();
  readonly #due = new Map<string, { move: Hold; cells: Set<string>; left: Set<string> }>();
  readonly #free: number[] = [];
  #nextHold = 0;
  /** Numbers that may be used again once viewers have heard that they ended. */
  #ending: number[] = [];

  /** Things in hands now. */
  get size(): number {
    return this.#held.size;
  }

  /** Takes a connection's moves; the newest of each thing wins. @returns whether something is due */
  take(holder: number, moves: readonly Move[]): boolean {
    for (const move of moves) this.#takeOne({ holder, ...move });
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
  flush(): Change[] {
    const changes = [...this.#due.values()].map(({ move, cells, left }) => ({
      move,
      cells: [...cells],
      left: [...left].filter((cell) => !cells.has(cell)),
    }));
    this.#due.clear();
    this.#free.push(...this.#ending);
    this.#ending = [];
    return changes;
  }

  /** All that is held. */
  all(): Hold[] {
    return [...this.#held.values()];
  }

  /** All that is held in sight of a cell. */
  inSightOf(cell: string): Hold[] {
    return [...this.#held.values()].filter((held) => held.cell === cell || held.home === cell);
  }

  #takeOne(move: HeldMove): void {
    const key = `${move.holder} ${move.id}`;
    const held = this.#held.get(key);
    if (move.state !== MOTION.held) {
      if (held) this.#end(key, { ...held, ...move });
      return;
    }
    const mine = this.#byHolder.get(move.holder) ?? new Set<string>();
    if (!held && mine.size >= MOVES_MAX) return;
    this.#byHolder.set(move.holder, mine.add(key));
    const cell = cellAt(move);
    const next: Held = held
      ? { ...held, ...move, cell }
      : { ...move, hold: this.#free.pop() ?? this.#nextHold++, home: cell, cell };
    this.#held.set(key, next);
    const due = this.#dueOf(key, next);
    due.cells = new Set([next.home, next.cell]);
    if (held && held.cell !== cell && held.cell !== held.home) due.left.add(held.cell);
  }

  #end(key: string, last: Held): void {
    const { holder, hold, home, cell } = last;
    this.#held.delete(key);
    this.#byHolder.get(holder)?.delete(key);
    if (this.#byHolder.get(holder)?.size === 0) this.#byHolder.delete(holder);
    this.#ending.push(hold);
    this.#dueOf(key, last).cells = new Set([home, cell]);
  }

  #dueOf(key: string, move: Hold) {
    const due = this.#due.get(key) ?? { move, cells: new Set<string>(), left: new Set<string>() };
    due.move = move;
    this.#due.set(key, due);
    return due;
  }
}

const cellAt = ({ x, y }: { x: number; y: number }) => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;

/** Cells that an area touches; null where they are so many that one might as well see all. */
export function cellsIn(area: { x: number; y: number; w: number; h: number }, most: number): string[] | null {
  const [left, right] = [Math.floor(area.x / CELL), Math.floor((area.x + area.w) / CELL)];
  const [top, bottom] = [Math.floor(area.y / CELL), Math.floor((area.y + area.h) / CELL)];
  if ((right - left + 1) * (bottom - top + 1) > most) return null;
  const cells: string[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) cells.push(`${column},${row}`);
  }
  return cells;
}

/**
 * Texts in which a letter's right neighbour stands left of its left one. Y.UndoManager makes such when it brings a text
 * back together with its note, so they are no offence; but Yjs then puts the letters here or there by what else came in
 * the same update, and a screen that saw it happen shows another text than one that joins later. So the server writes
 * such a text anew, as it stands here, and all have the same again. (Our own client's undo on a board writes old values
 * back, and makes none; in the plan it is Y.UndoManager.)
 */

import type * as Y from 'yjs';
import { FaultError } from '../fault.ts';
import type { Clock } from '../ports.ts';
import { RateLimit } from '../rateLimit.ts';

/** A few bytes make the server write a whole text: who crosses texts on purpose gets no more than this out of it. */
const PACE = { perSecond: 10, burst: 40 };
const AGAIN_MS = 1_000;

export interface CrossedTextsParts {
  clock: Clock;
  /** A text by the name that the gate gave it; null where it is gone. */
  textNamed: (doc: Y.Doc, name: string) => Y.Text | null;
  /** Writes as the server, after this tick; done when it is on disk. */
  write: (run: (doc: Y.Doc) => void) => Promise<void>;
  onFault: (error: unknown) => void;
}

/** Texts of one board that may have come out crossed, until they have been looked at and, if need be, written anew. */
export class CrossedTexts {
  readonly #parts: CrossedTextsParts;
  readonly #pace: RateLimit;
  readonly #doubtful = new Set<string>();
  #writing = false;
  #closed = false;
  #cancel: (() => void) | null = null;

  constructor(parts: CrossedTextsParts) {
    this.#parts = parts;
    this.#pace = new RateLimit(PACE, parts.clock);
  }

  /** Looks at a text after this tick, or when it is its turn. */
  look(name: string): void {
    this.#doubtful.add(name);
    if (!this.#writing && !this.#cancel) void this.#mend();
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  async #mend(): Promise<void> {
    this.#writing = true;
    const looked: string[] = [];
    try {
      await this.#parts.write((doc) => {
        // It may be run twice, where a tick is done once more.
        looked.length = 0;
        for (const name of this.#doubtful) {
          if (!this.#pace.take()) break;
          looked.push(name);
          const text = this.#parts.textNamed(doc, name);
          if (text) mendCrossed(text);
        }
      });
      for (const name of looked) this.#doubtful.delete(name);
    } catch (error) {
      this.#parts.onFault(error);
      if (!(error instanceof FaultError && error.code === 'not_saved')) this.#doubtful.clear();
    }
    this.#writing = false;
    if (this.#doubtful.size === 0 || this.#closed) return;
    this.#cancel = this.#parts.clock.after(AGAIN_MS, () => {
      this.#cancel = null;
      void this.#mend();
    });
  }
}

/** One piece of a text: which letters of its writer, and where it stands. */
interface Piece {
  clock: number;
  end: number;
  place: number;
}

/** Whether some of its letters' neighbours stand in the wrong order; deleted ones count too. */
export function isCrossed(text: Y.Text): boolean {
  const pieces = new Map<number, Piece[]>();
  let place = 0;
  for (let item = text._start; item !== null; item = item.right, place++) {
    const { client, clock } = item.id;
    const piece = { clock, end: clock + item.length, place };
    const of = pieces.get(client);
    if (of) of.push(piece);
    else pieces.set(client, [piece]);
  }
  for (const of of pieces.values()) of.sort((one, other) => one.clock - other.clock);
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.origin || !item.rightOrigin) continue;
    const left = pieceWith(pieces, item.origin);
    const right = pieceWith(pieces, item.rightOrigin);
    if (!left || !right || left.place < right.place) continue;
    if (left !== right || item.origin.clock >= item.rightOrigin.clock) return true;
  }
  return false;
}

/** The piece that a letter is in; there may be tens of thousands. */
function pieceWith(pieces: ReadonlyMap<number, Piece[]>, { client, clock }: Y.ID): Piece | null {
  const of = pieces.get(client) ?? [];
  let low = 0;
  for (let high = of.length - 1; low < high; ) {
    const middle = Math.ceil((low + high) / 2);
    if (of[middle]!.clock <= clock) low = middle;
    else high = middle - 1;
  }
  const piece = of[low];
  return piece && piece.clock <= clock && clock < piece.end ? piece : null;
}

/** Writes the text anew, in one piece, if it is crossed. Done within a transaction of the server's own. */
export function mendCrossed(text: Y.Text): void {
  if (!isCrossed(text)) return;
  const words = text.toString();
  text.delete(0, text.length);
  if (words !== '') text.insert(0, words);
}

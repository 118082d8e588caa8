/**
 * Values without which a thing is not shown (a note's place, a group's name), and which an update writes over or takes
 * away. Who may move a note could else take its place away and the note with it; and Y.UndoManager does so by itself
 * where two moved one note at once. That is no offence: what is gone after the update the server puts back (B24,
 * `server/board/lastWrites.ts`).
 */

import * as Y from 'yjs';
import type { Place } from './place.ts';
import type { DocShape } from './shape.ts';

/** A value that stood in a thing's field before the update. */
export interface NeededValue {
  fields: Y.Map<unknown>;
  key: string;
  value: unknown;
}

const NONE: NeededValue[] = [];

/** Gathers them while an update is judged. */
export class NeededValues {
  readonly #shape: DocShape;
  #found: NeededValue[] = NONE;

  constructor(shape: DocShape) {
    this.#shape = shape;
  }

  /** The update does something to this field. */
  look({ container, key, within }: Place): void {
    if (container.in !== 'fields' || key === null || !(within instanceof Y.Map)) return;
    const { values, mayLack } = this.#shape.parts[container.of]!;
    if (!values.has(key) || mayLack.has(key)) return;
    const value = within.get(key) ?? null;
    if (value === null) return;
    if (this.#found === NONE) this.#found = [];
    this.#found.push({ fields: within, key, value });
  }

  /** As they were. */
  all(): NeededValue[] {
    return this.#found;
  }
}

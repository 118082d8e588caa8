/** Finds what hangs where without looking at everything. */

import RBush from 'rbush';
import { type Box, NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';

interface Item<Id> {
  id: Id;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** Boxes by id, found by place. */
class BoxIndex<Id> {
  #tree = new RBush<Item<Id>>();
  #items = new Map<Id, Item<Id>>();

  /** Puts or moves a box. */
  put(id: Id, { x, y, w, h }: Box): void {
    const old = this.#items.get(id);
    if (old && old.minX === x && old.minY === y && old.maxX === x + w && old.maxY === y + h) return;
    if (old) this.#tree.remove(old);
    const item = { id, minX: x, minY: y, maxX: x + w, maxY: y + h };
    this.#items.set(id, item);
    this.#tree.insert(item);
  }

  /** Fills an empty index at once: much faster than one by one. */
  load(boxes: Iterable<readonly [Id, Box]>): void {
    const items: Item<Id>[] = [];
    for (const [id, { x, y, w, h }] of boxes) {
      const item = { id, minX: x, minY: y, maxX: x + w, maxY: y + h };
      items.push(item);
      this.#items.set(id, item);
    }
    this.#tree.load(items);
  }

  remove(id: Id): void {
    const item = this.#items.get(id);
    if (!item) return;
    this.#tree.remove(item);
    this.#items.delete(id);
  }

  /** Ids of all boxes that touch the given one. */
  within({ x, y, w, h }: Box): Id[] {
    return this.#tree.search({ minX: x, minY: y, maxX: x + w, maxY: y + h }).map((item) => item.id);
  }

  has(id: Id): boolean {
    return this.#items.has(id);
  }

  get size(): number {
    return this.#items.size;
  }
}

/** Where all notes and clusters hang. */
export class Spatial {
  /** Notes that can be seen: those of folded clusters are not here. */
  readonly notes = new BoxIndex<NoteId>();
  readonly clusters = new BoxIndex<ClusterId>();
  /** The wall that each cluster needs when it is open, as it is on other screens. */
  readonly ground = new BoxIndex<ClusterId>();
}

export const noteBox = ({ x, y }: { x: number; y: number }): Box => ({ x, y, w: NOTE_SIZE, h: NOTE_SIZE });

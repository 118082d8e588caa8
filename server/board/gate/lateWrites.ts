/**
 * Which fields an update writes without its writer having seen what they hold here: another wrote them first, and it
 * is chance which of the two Yjs lets stand (B22; `server/board/lastWrites.ts` sees to it). Found from the bytes and the
 * document before the update is applied; costs no look-up where a field says what it follows on.
 */

import * as Y from 'yjs';
import type { DocStructs } from './docStructs.ts';
import type { FieldsContainer, PartName, Place } from './place.ts';
import { type Places, stands } from './places.ts';
import type { DeleteRange, Id, Struct, Update } from './readUpdate.ts';

/** A field that was written so. `item` null: it was emptied. */
export interface LateWrite {
  of: PartName;
  id: string;
  key: string;
  item: Id | null;
  value: unknown;
}

const NONE: LateWrite[] = [];

/** Gathers them while an update is judged. */
export class LateWrites {
  readonly #here: DocStructs;
  readonly #update: Update;
  readonly #places: Places;
  /** By field; null where it is not known yet what its writer leaves there. */
  #found: Map<string, LateWrite | null> | null = null;
  #ranges: Map<number, DeleteRange[]> | null = null;

  constructor(here: DocStructs, update: Update, places: Places) {
    this.#here = here;
    this.#update = update;
    this.#places = places;
  }

  /** A struct of the update at a field. Of several in a row only the last counts. */
  look(place: Place, { of, id }: FieldsContainer, struct: Struct): void {
    const key = place.key!;
    if (!this.#found?.has(`${id} ${key}`) && !this.#isBeside(place, struct)) return;
    this.#found ??= new Map();
    const name = `${id} ${key}`;
    const { content, client, clock } = struct;
    if (content.kind === 'json' && !this.deletes(struct)) {
      this.#found.set(name, { of, id, key, item: { client, clock }, value: content.values[0] });
    } else if (!this.#found.has(name)) {
      this.#found.set(name, null);
    }
  }

  /** Whether another value has come to the field since the one that this struct was put on. */
  #isBeside(place: Place, { origin }: Struct): boolean {
    if (!stands(place)) return false;
    if (!origin) return place.within!._map.has(place.key!);
    const left = this.#here.at(origin);
    // What it follows on comes with it, or is the latest value: that has nothing after it.
    return left instanceof Y.Item && (left.right !== null || left.lastId.clock !== origin.clock);
  }

  /**
   * Fields that it empties (pulls a note out of its group), and that another has filled meanwhile. A deletion has no
   * id by which a repeated one would be known: so only of an update in which all is new, and that writes the same note.
   * @param dead what it deletes and is deleted already
   */
  lookAtDeletions(
    dead: readonly Y.Item[],
    order: readonly Struct[],
    may: (of: LateWrite['of'], id: string, key: string) => boolean,
  ): void {
    const { shape } = this.#places;
    let written: Set<string> | null = null;
    for (const item of dead) {
      const place = this.#places.placeOf(item);
      const { container, key } = place;
      if (container.in !== 'fields' || key === null) continue;
      if (!shape.parts[container.of]!.mayLack.has(key)) continue;
      const { of, id } = container;
      if (!stands(place) || place.within!._map.get(key)!.deleted) continue;
      written ??= writtenBy(order);
      const name = `${id} ${key}`;
      if (!written.has(id) || written.has(name) || !may(of, id, key)) continue;
      this.#found ??= new Map();
      this.#found.set(name, { of, id, key, item: null, value: undefined });
    }
  }

  /** What was written so. */
  all(): LateWrite[] {
    return this.#found ? [...this.#found.values()].filter((write) => write !== null) : NONE;
  }

  /** Whether the update itself deletes all of a struct that it brings. */
  deletes({ client, clock, length }: Struct): boolean {
    if (!this.#ranges) {
      this.#ranges = new Map();
      for (const range of this.#update.deletes) {
        const ranges = this.#ranges.get(range.client);
        if (ranges) ranges.push(range);
        else this.#ranges.set(range.client, [range]);
      }
    }
    // They are in order, and apart.
    const ranges = this.#ranges.get(client) ?? [];
    let low = 0;
    for (let high = ranges.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (ranges[middle]!.clock <= clock) low = middle + 1;
      else high = middle;
    }
    const range = ranges[low - 1];
    return range !== undefined && range.clock + range.length >= clock + length;
  }
}

/** Notes and groups in which fields are written, and these fields. */
function writtenBy(order: readonly Struct[]): Set<string> {
  const written = new Set<string>();
  for (const { place } of order) {
    if (place?.container.in === 'fields')
      written.add(place.container.id).add(`${place.container.id} ${place.key}`);
  }
  return written;
}

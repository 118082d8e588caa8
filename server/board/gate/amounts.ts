/**
 * How much an update adds (G8): letters and pieces of texts, and values that are put on a key without saying what they
 * follow on.
 */

import type * as Y from 'yjs';
import type { Holder, Place, TextContainer } from './place.ts';
import { idOf, stands } from './places.ts';
import type { Struct } from './readUpdate.ts';
import { Refusal } from './refusal.ts';
import type { DocShape } from './shape.ts';

/** Pieces of one text in one update; more is no person's, and Yjs compares pieces at one spot each with all. */
const PIECES_MAX = 600;
/** Pieces, deleted ones too, that a text may be in when an update brings many more. */
const TEXT_PIECES_MAX = 4_000;
const MANY_PIECES = 40;
/** Writes to one key of one update that name no neighbour: each makes Yjs walk the key's whole history. */
const BLIND_WRITES_MAX = 8;
const HISTORY_MAX = 4_096;

/** What an update adds to a text. */
interface AddedText {
  container: TextContainer;
  /** As the document has it; null where that is not known yet, or it has none. */
  text: Y.Text | null;
  length: number;
  pieces: number;
}

/** Counts while an update is judged. */
export class Amounts {
  readonly #shape: DocShape;
  readonly #doc: Y.Doc;
  /** By the text's name. */
  #added: Map<string, AddedText> | null = null;
  /** Blind writes by key; counted only where an update has more structs than may be blind. */
  readonly #blind: Map<string, number> | null;

  constructor(shape: DocShape, doc: Y.Doc, structs: number) {
    this.#shape = shape;
    this.#doc = doc;
    this.#blind = structs > BLIND_WRITES_MAX ? new Map() : null;
  }

  /** One more piece of a text. */
  countPiece(place: Place, container: TextContainer, { content, length }: Struct): void {
    const { id, field } = container;
    const name = this.#shape.nameText(id, field);
    this.#added ??= new Map();
    let added = this.#added.get(name);
    if (!added) {
      added = { container, text: null, length: 0, pieces: 0 };
      this.#added.set(name, added);
    }
    if (stands(place)) added.text = place.within as Y.Text;
    added.pieces++;
    if (content.kind === 'string') added.length += length;
    if (added.pieces > PIECES_MAX) throw new Refusal('malformed', 'a text in too many pieces', id, field);
  }

  /** One more value at a key that does not say what it follows on. */
  countBlind(place: Place, key: string): void {
    if (place.container.in === 'nowhere') return;
    if (this.#blind) {
      const name = `${idOf(place)} ${key}`;
      const count = (this.#blind.get(name) ?? 0) + 1;
      this.#blind.set(name, count);
      if (count > BLIND_WRITES_MAX) throw tooBlind(place);
    }
    if (place.within && historyOf(place.within, key) > HISTORY_MAX) throw tooBlind(place);
  }

  /** All is counted: texts that would grow beyond their bounds. */
  settle(): void {
    if (!this.#added) return;
    for (const [name, added] of this.#added) {
      const { container, length, pieces } = added;
      const { of, id, field } = container;
      const text = added.text ?? this.#shape.textNamed(this.#doc, name);
      if ((text?.length ?? 0) + length > this.#shape.parts[of]!.texts.get(field)!) {
        throw new Refusal('too_long', 'a text too long', id, field);
      }
      if (text && pieces > MANY_PIECES && piecesOf(text) > TEXT_PIECES_MAX) {
        throw new Refusal('too_long', 'a text in too many pieces', id, field);
      }
    }
  }
}

/** Values that a key has had, as far as they are still told apart. */
function historyOf(map: Holder, key: string): number {
  let count = 0;
  for (let item = map._map.get(key) ?? null; item !== null && count <= HISTORY_MAX; item = item.left) count++;
  return count;
}

function piecesOf(text: Y.Text): number {
  let count = 0;
  for (let item = text._start; item !== null && count <= TEXT_PIECES_MAX; item = item.right) count++;
  return count;
}

function tooBlind(place: Place): Refusal {
  return new Refusal('malformed', 'a key written blindly too often', idOf(place), place.key ?? '');
}

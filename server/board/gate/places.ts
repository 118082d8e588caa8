/**
 * Where things are in a document: resolves each struct of an update, and each struct that the document already has, to
 * the note, cluster, point, measure or field it touches (G5). Yjs lets a struct inherit parent and key from its neighbours, so the
 * neighbours are looked up: in the update itself first, else in the document.
 */

import * as Y from 'yjs';
import { type RootName, rootNamed } from '../../../shared/plan/roots.ts';
import { structHolding } from './causality.ts';
import type { DocStructs } from './docStructs.ts';
import type { Container, PartName, Place } from './place.ts';
import { BadUpdate, type Id, type Struct, type Update } from './readUpdate.ts';
import type { DocShape } from './shape.ts';

/**
 * Pieces of texts that are gone over for one update, between letters that were neighbours once: others wrote them
 * meanwhile. What is not found within them is looked at after the tick.
 */
const WALK_MAX = 8_192;
const NOWHERE: Container = { in: 'nowhere' };
const GONE: Place = { container: NOWHERE, key: null, within: null };

/** Resolves places in one document, and in one update on top of it. */
export class Places {
  readonly shape: DocShape;
  readonly #doc: Y.Doc;
  readonly #here: DocStructs;
  readonly #update: Update;
  #blocks: Map<number, Struct[]> | null = null;
  #item: Y.Item | null = null;
  #place = GONE;
  /** Names of texts in which something comes between neighbours of which it is not clear that they stand in that order. */
  doubtful: Set<string> | null = null;
  #walked = 0;

  constructor(shape: DocShape, doc: Y.Doc, here: DocStructs, update: Update) {
    this.shape = shape;
    this.#doc = doc;
    this.#here = here;
    this.#update = update;
  }

  /** Where a struct of the update will be. Its neighbours and parent must have been resolved before. @throws {BadUpdate} */
  resolve(struct: Struct): Place {
    struct.place = this.#find(struct);
    return struct.place;
  }

  #find(struct: Struct): Place {
    if (struct.content.kind === 'gc') return GONE;
    const { origin, rightOrigin, parent, key } = struct;
    if (typeof parent === 'string') {
      const root = rootOf(this.shape, parent);
      return { container: { in: 'root', root }, key, within: rootNamed(this.#doc, root) };
    }
    if (parent !== null) return this.#placeIn(parent, key);
    // At least one of them is there: a struct without parent has a neighbour.
    const left = origin && this.#neighbour(origin, 'after');
    const right = rightOrigin && this.#neighbour(rightOrigin, 'before');
    // Next to what is collected Yjs collects: a late edit of something deleted does nothing, and is no offence.
    if (left === GONE || right === GONE) return GONE;
    if (left && right && !samePlace(left, right)) throw new BadUpdate('neighbours in two places');
    const place = left ?? right ?? GONE;
    // A map's entry is put after the one before it and before nothing: no client of Yjs says otherwise.
    if (place.key !== null && rightOrigin !== null) throw new BadUpdate('a map entry with a right neighbour');
    if (origin && rightOrigin && place.container.in === 'text' && !this.#isInOrder(origin, rightOrigin)) {
      this.doubtful ??= new Set();
      this.doubtful.add(this.shape.nameText(place.container.id, place.container.field));
    }
    return place;
  }

  /**
   * Whether it is plain that the one stands left of the other: as the document has it, or as they are of one piece, or
   * the one was put next to the other. If not, it is no offence (Y.UndoManager makes such), but must be looked at.
   */
  #isInOrder(origin: Id, rightOrigin: Id): boolean {
    const left = this.ownAt(origin.client, origin.clock);
    const right = this.ownAt(rightOrigin.client, rightOrigin.clock);
    if (!left && !right) return this.#standInOrder(origin, rightOrigin);
    if (left && left === right) return origin.clock < rightOrigin.clock;
    if (left?.rightOrigin && sameId(left.rightOrigin, rightOrigin)) return true;
    return right?.origin != null && right.clock === rightOrigin.clock && sameId(right.origin, origin);
  }

  #standInOrder(origin: Id, rightOrigin: Id): boolean {
    const left = this.#here.at(origin);
    const right = this.#here.at(rightOrigin);
    if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return true;
    if (left === right) return origin.clock < rightOrigin.clock;
    for (let at = left.right; at !== null && this.#walked < WALK_MAX; at = at.right, this.#walked++) {
      if (at === right) return true;
    }
    return false;
  }

  /** The place of the item that has this id. `side`: where Yjs will split it, which must not halve a character. */
  #neighbour(id: Id, side: 'after' | 'before'): Place {
    const own = this.ownAt(id.client, id.clock);
    if (own) {
      if (own.content.kind === 'string') mustNotHalve(own.content.text, splitAt(own.clock, id.clock, side));
      return own.content.kind === 'gc' ? GONE : (own.place ?? GONE);
    }
    const item = this.#here.at(id);
    if (!(item instanceof Y.Item)) return GONE;
    if (item.content instanceof Y.ContentString) {
      mustNotHalve(item.content.str, splitAt(item.id.clock, id.clock, side));
    }
    return this.placeOf(item);
  }

  /** Where an item of the document is. What is overwritten is deleted too: the one asked for last is kept. */
  placeOf(item: Y.Item): Place {
    if (item !== this.#item) {
      this.#place = placeOfItem(this.shape, this.#doc, item);
      this.#item = item;
    }
    return this.#place;
  }

  /** A place in what the item with this id holds; nowhere if it is deleted, or holds nothing. */
  #placeIn(id: Id, key: string | null): Place {
    const own = this.ownAt(id.client, id.clock);
    if (own) {
      return { container: containerOf(this.shape, own.place ?? GONE, own.content.kind), key, within: null };
    }
    const item = this.#here.at(id);
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return { ...GONE, key };
    const { type } = item.content;
    return { container: containerOfType(this.shape, this.#doc, type), key, within: type };
  }

  #structsOf(client: number): Struct[] | undefined {
    const { blocks } = this.#update;
    const [only] = blocks;
    if (blocks.length <= 1) return only?.client === client ? only.structs : undefined;
    this.#blocks ??= new Map(blocks.map((block) => [block.client, block.structs]));
    return this.#blocks.get(client);
  }

  /** The struct of the update that has this id. */
  ownAt(client: number, clock: number): Struct | null {
    const structs = this.#structsOf(client);
    const first = structs?.[0];
    const last = structs?.at(-1);
    if (!structs || !first || !last || clock < first.clock || clock >= last.clock + last.length) return null;
    return structHolding(structs, clock);
  }

  /** @throws {BadUpdate} where a cut before this clock would halve a character that the update brings */
  mustNotHalveOwn(client: number, clock: number): void {
    const own = this.ownAt(client, clock);
    if (own?.content.kind === 'string') mustNotHalve(own.content.text, clock - own.clock);
  }
}

/** The entry that a place is in or is; empty where it is neither. */
export function idOf({ container, key }: Place): string {
  if (container.in === 'fields' || container.in === 'text') return container.id;
  return container.in === 'root' ? (key ?? '') : '';
}

/** Whether what a place is in is of the document, and lives. */
export function stands({ within }: Place): boolean {
  return within !== null && !within._item?.deleted;
}

/** Where an item of the document is. */
export function placeOfItem(shape: DocShape, doc: Y.Doc, item: Y.Item): Place {
  // Until it is integrated an item's parent may be a name or an id; in the store it is a type, or nothing.
  const { parent } = item;
  if (!(parent instanceof Y.AbstractType)) return GONE;
  return { container: containerOfType(shape, doc, parent), key: item.parentSub, within: parent };
}

/**
 * What a type's items are part of. Climbs at most three steps, and remembers roots alone: a climb goes over what Yjs
 * needs next anyhow, a table of all that ever was touched would be one more thing to fetch.
 */
function containerOfType(shape: DocShape, doc: Y.Doc, type: Y.AbstractType<unknown>): Container {
  const item = type._item;
  if (item === null) return rootOfType(shape, doc, type);
  return containerOf(shape, placeOfItem(shape, doc, item), type instanceof Y.Text ? 'text' : 'map');
}

const roots = new WeakMap<Y.AbstractType<unknown>, Container>();

function rootOfType(shape: DocShape, doc: Y.Doc, type: Y.AbstractType<unknown>): Container {
  const known = roots.get(type);
  if (known) return known;
  const root = shape.roots.find((name) => type === rootNamed(doc, name));
  const container: Container = root ? { in: 'root', root } : NOWHERE;
  roots.set(type, container);
  return container;
}

/** What an item at this place, with this content, holds itself. */
function containerOf(
  shape: DocShape,
  { container, key }: Place,
  content: Struct['content']['kind'],
): Container {
  if (key === null) return NOWHERE;
  if (container.in === 'root' && content === 'map' && shape.parts[container.root]) {
    return { in: 'fields', of: container.root as PartName, id: key };
  }
  if (container.in === 'fields' && content === 'text' && shape.parts[container.of]!.texts.has(key)) {
    return { in: 'text', of: container.of, id: container.id, field: key };
  }
  return NOWHERE;
}

function rootOf(shape: DocShape, name: string): RootName {
  const root = shape.roots.find((one) => one === name);
  if (root) return root;
  throw new BadUpdate(`a root that no ${shape.name} has`);
}

/** @throws {BadUpdate} where a split at `offset` would leave half a surrogate pair on each side */
export function mustNotHalve(text: string, offset: number): void {
  if (offset <= 0 || offset >= text.length) return;
  const unit = text.charCodeAt(offset - 1);
  if (unit >= 0xd800 && unit <= 0xdbff) throw new BadUpdate('half a character');
}

function sameId(a: Id, b: Id): boolean {
  return a.client === b.client && a.clock === b.clock;
}

function splitAt(start: number, clock: number, side: 'after' | 'before'): number {
  return clock - start + (side === 'after' ? 1 : 0);
}

function samePlace(a: Place, b: Place): boolean {
  if (a.key !== b.key || a.container.in !== b.container.in) return false;
  const [one, two] = [a.container, b.container];
  if (one.in === 'root' && two.in === 'root') return one.root === two.root;
  if (one.in === 'fields' && two.in === 'fields') return one.of === two.of && one.id === two.id;
  if (one.in === 'text' && two.in === 'text') {
    return one.id === two.id && one.of === two.of && one.field === two.field;
  }
  return true;
}

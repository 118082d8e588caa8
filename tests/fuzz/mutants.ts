/**
 * What an honest update becomes when something in it is wrong: in its bytes, or in what they say. Most of the first
 * kind are turned down as they are read; the second kind are well-made updates, and get far into the gate.
 */

import type { Random } from '../crowd/random.ts';
import {
  type At,
  type Content,
  deleted,
  map,
  sharedText,
  string,
  values,
  type Where,
} from '../harness/updateBytes.ts';
import {
  type LooseBlock,
  type LooseStruct,
  type LooseUpdate,
  putTogether,
  takeApart,
} from './looseUpdate.ts';

/** What a mutant can be about: everything that the board has, by name. */
export interface Names {
  /** Things on the board: their ids, those of others' notes and of the server's too. */
  ids: readonly At[];
  clients: readonly number[];
  /** Keys of notes and clusters, ever used. */
  keys: readonly string[];
  /** Names of fields and roots, where they are not a board's. */
  fields?: readonly string[];
  roots?: readonly string[];
}

const EXTREMES = [0, 1, 2, 127, 128, 255];
const FIELDS = ['text', 'pos', 'round', 'at', 'cluster', 'order', 'level', 'slot', 'title', 'into', 'v', 'x'];
const ROOTS = ['notes', 'clusters', 'meta', 'votes'];
const STRINGS = ['x', '😀', '\ufffd', 'æ'.repeat(300), 'a'.repeat(2_100), '\u0000', '👩‍👩‍👧'];

/** One to three things wrong in the bytes. */
export function spoiltBytes(random: Random, whole: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const bytes = Uint8Array.from(whole);
  for (let times = random.whole(1, 3); times > 0; times--) {
    if (bytes.length === 0) break;
    const at = random.whole(0, bytes.length - 1);
    switch (random.whole(0, 6)) {
      case 0:
        bytes[at] = bytes[at]! ^ (1 << random.whole(0, 7));
        break;
      case 1:
        bytes[at] = random.pick(EXTREMES)!;
        break;
      case 2:
        bytes[at] = (bytes[at]! + random.pick([1, 255])!) & 255;
        break;
      case 3:
        return bytes.slice(0, at);
      case 4: {
        // A piece of another update in its midst.
        const other = random.pick(others)!;
        const from = random.whole(0, Math.max(0, other.length - 1));
        const piece = other.subarray(from, from + random.whole(1, 12));
        return Uint8Array.of(...bytes.subarray(0, at), ...piece, ...bytes.subarray(at));
      }
      case 5:
        bytes.copyWithin(at, random.whole(0, bytes.length - 1));
        break;
      default:
        bytes[at] = random.whole(0, 255);
    }
  }
  return bytes;
}

/** One to three things wrong in what the update says. */
export function spoiltMeaning(
  random: Random,
  whole: Uint8Array,
  others: readonly Uint8Array[],
  names: Names,
): Uint8Array {
  const update = takeApart(whole);
  for (let times = random.whole(1, 3); times > 0; times--)
    new Spoiler(random, update, others, names).spoilOne();
  return putTogether(update);
}

class Spoiler {
  readonly #random: Random;
  readonly #update: LooseUpdate;
  readonly #others: readonly Uint8Array[];
  readonly #names: Names;

  constructor(random: Random, update: LooseUpdate, others: readonly Uint8Array[], names: Names) {
    this.#random = random;
    this.#update = update;
    this.#others = others;
    this.#names = names;
  }

  spoilOne(): void {
    const random = this.#random;
    const block = random.pick(this.#update.blocks);
    const place = block ? random.whole(0, Math.max(0, block.structs.length - 1)) : 0;
    const struct = block?.structs[place];
    const where = struct?.is === 'item' ? struct.where : undefined;
    const acts: (() => void)[] = [
      () => block && this.#spoilBlock(block),
      () => block?.structs.splice(place, 1),
      () => block && this.#putIn(block, place),
      () => block && struct && block.structs.splice(this.#random.whole(0, place), 0, struct),
      () => where && this.#spoilNeighbour(where, 'origin'),
      () => where && this.#spoilNeighbour(where, 'rightOrigin'),
      () => where && this.#spoilParent(where),
      () => where && this.#spoilParent(where),
      () => where && this.#spoilKey(where),
      () => where && this.#spoilKey(where),
      () => struct?.is === 'item' && this.#spoilContent(struct),
      () => struct?.is === 'item' && this.#spoilContent(struct),
      () => struct && struct.is !== 'item' && this.#spoilLength(struct),
      () => this.#addDelete(),
      () => this.#addDelete(),
      () => this.#spoilDelete(),
      () => this.#addBlock(),
    ];
    random.pick(acts)?.();
  }

  #spoilBlock(block: LooseBlock): void {
    if (this.#random.chance(0.5)) block.client = this.#client();
    else block.clock = Math.max(0, block.clock + this.#random.whole(-4, 4));
  }

  /** Struct of another update, in the midst of this one. */
  #putIn(block: LooseBlock, place: number): void {
    const struct = this.#random.pick(this.#random.pick(this.#other().blocks)?.structs ?? []);
    if (struct) block.structs.splice(place, 0, struct);
  }

  #spoilNeighbour(where: Where, side: 'origin' | 'rightOrigin'): void {
    const now = where[side];
    if (now && this.#random.chance(0.3)) delete where[side];
    else if (now && this.#random.chance(0.4))
      where[side] = [now[0], Math.max(0, now[1] + this.#random.whole(-3, 3))];
    else where[side] = this.#id();
  }

  #spoilParent(where: Where): void {
    delete where.origin;
    delete where.rightOrigin;
    where.parent = this.#random.chance(0.4) ? this.#random.pick(this.#names.roots ?? ROOTS)! : this.#id();
    if (this.#random.chance(0.5)) this.#spoilKey(where);
  }

  #spoilKey(where: Where): void {
    const random = this.#random;
    if (random.chance(0.1)) delete where.key;
    else
      where.key = random.chance(0.5)
        ? random.pick(this.#names.fields ?? FIELDS)!
        : (random.pick(this.#names.keys) ?? 'n_');
    // What has a neighbour has its key from there.
    if (random.chance(0.5)) {
      delete where.origin;
      delete where.rightOrigin;
      where.parent ??= random.chance(0.5) ? 'notes' : this.#id();
    }
  }

  #spoilContent(struct: Extract<LooseStruct, { is: 'item' }>): void {
    const random = this.#random;
    const contents: (() => Content)[] = [
      () => map,
      () => sharedText,
      () => string(random.pick(STRINGS)!),
      () => deleted(random.pick([1, 2, 5, 300])!),
      () => values(...random.pick<unknown[]>([[1], [99], [100], [-1], [1.5], [1, 2], [undefined], [null]])!),
      () => values([random.pick([0, 1e7, -1e300, Number.MIN_VALUE])!, 0]),
      () => values(random.pick(this.#names.keys) ?? '', ...(random.chance(0.2) ? ['local'] : [])),
      () => values(random.pick(['local', 'national', 'x'.repeat(300), '', 'a0'])!),
      () => values(['l', random.whole(-1, 26), random.whole(0, 3)]),
      () => values({ a: [{ b: 1 }] }),
    ];
    struct.content = random.pick(contents)!();
  }

  #spoilLength(struct: Extract<LooseStruct, { is: 'gc' | 'skip' }>): void {
    struct.length = this.#random.pick([0, 1, 2, struct.length + 1, 2 ** 31, 2 ** 53 - 1])!;
  }

  /** Something that is there, or comes with the update, or neither, is deleted. */
  #addDelete(): void {
    const [client, clock] = this.#id();
    const range: [number, number] = [clock, this.#random.pick([1, 1, 1, 2, 3, 7, 1_000])!];
    const { deletes } = this.#update;
    const there = deletes.find((one) => one.client === client);
    if (!there) deletes.push({ client, ranges: [range] });
    else {
      there.ranges.push(range);
      if (this.#random.chance(0.9)) there.ranges = joined(there.ranges);
    }
  }

  #spoilDelete(): void {
    const { deletes } = this.#update;
    const one = this.#random.pick(deletes);
    const range = this.#random.pick(one?.ranges ?? []);
    if (!one || !range) return;
    switch (this.#random.whole(0, 3)) {
      case 0:
        range[0] = Math.max(0, range[0] + this.#random.whole(-2, 2));
        break;
      case 1:
        range[1] = Math.max(0, range[1] + this.#random.whole(-2, 2));
        break;
      case 2:
        one.client = this.#client();
        break;
      default:
        deletes.splice(deletes.indexOf(one), 1);
    }
  }

  #addBlock(): void {
    const other = this.#other();
    this.#update.blocks.push(...other.blocks.slice(0, 1));
    if (this.#random.chance(0.5)) this.#update.deletes.push(...other.deletes.slice(0, 1));
  }

  #other(): LooseUpdate {
    return takeApart(this.#random.pick(this.#others)!);
  }

  #client(): number {
    const random = this.#random;
    if (random.chance(0.2)) return random.whole(1, 2 ** 32 - 1);
    return random.pick(this.#names.clients) ?? 1;
  }

  /** Of the board, or of the update itself. */
  #id(): At {
    const random = this.#random;
    const block = random.pick(this.#update.blocks);
    if (block && random.chance(0.3))
      return [block.client, block.clock + random.whole(0, block.structs.length)];
    const [client, clock] = random.pick(this.#names.ids) ?? [1, 0];
    return [client, clock + (random.chance(0.2) ? random.whole(0, 6) : 0)];
  }
}

/** In order, and none over another, or all of them would fall at the first look. */
function joined(ranges: readonly [number, number][]): [number, number][] {
  const all: [number, number][] = [];
  for (const [clock, length] of [...ranges].sort(([a], [b]) => a - b)) {
    const last = all.at(-1);
    if (last && clock < last[0] + last[1]) last[1] = Math.max(last[1], clock + length - last[0]);
    else all.push([clock, length]);
  }
  return all;
}

/**
 * A strict, bounded reader of Yjs V1 updates. It decides from the bytes alone whether they are an update that a
 * board could ever have made, before Yjs sees them: Yjs' own decoder allocates what counts claim, accepts lengths of
 * zero (which kill a document for good), keeps the last of two blocks of one client, and makes root types as it reads.
 *
 * One file, though long: each part reads on from where the one before it stopped in the same bytes.
 *
 * Source of the format: yjs 13.6 `encoding.js` (readClientsStructRefs), `DeleteSet.js`, lib0 `decoding.js`.
 */

import type { Place } from './place.ts';

/** The place of a struct: the `clock`-th thing that `client` made. */
export interface Id {
  client: number;
  clock: number;
}

/** What a struct carries. `json` values are scalars, or arrays and objects of them, at most three deep. */
export type Content =
  | { kind: 'gc' }
  | { kind: 'deleted' }
  | { kind: 'string'; text: string }
  | { kind: 'json'; values: unknown[] }
  | { kind: 'map' }
  | { kind: 'text' };

/** One struct of an update. An item has `parent` only where it has neither origin; else its neighbours tell. */
export interface Struct extends Id {
  /** Clocks it takes, ≥ 1. */
  length: number;
  content: Content;
  origin: Id | null;
  rightOrigin: Id | null;
  /** A root's name, or the item that holds the type it is in. */
  parent: string | Id | null;
  /** The key in a map. */
  key: string | null;
  /** Where it will be, once that is resolved (`places`). */
  place: Place | null;
}

/** `length` clocks of `client` from `clock` on are deleted. */
export interface DeleteRange extends Id {
  length: number;
}

/** What one client made: contiguous structs. `from`, `to`: where it stands in the bytes. */
export interface Block {
  client: number;
  clock: number;
  end: number;
  structs: Struct[];
  from: number;
  to: number;
}

/** An update as read from its bytes: one block a client, and deleted ranges. */
export interface Update {
  bytes: Uint8Array;
  blocks: Block[];
  deletes: DeleteRange[];
}

/** The bytes are no update that a board could have made. `gap`: they say themselves that something is missing. */
export class BadUpdate extends Error {
  override name = 'BadUpdate';
  readonly code: 'malformed' | 'gap';
  constructor(message: string, code: 'malformed' | 'gap' = 'malformed') {
    super(message);
    this.code = code;
  }
}

const CONTENT = { gc: 0, deleted: 1, string: 4, type: 7, json: 8, skip: 10 } as const;
const GC: Content = { kind: 'gc' };
const TYPE = { map: 1, text: 2 } as const;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;
const DEPTH_MAX = 3;
const CLIENT_MAX = 2 ** 32 - 1;
/** No client lives to make so many things; from 2^53 on, what follows could be written but never be read again. */
const CLOCK_MAX = 2 ** 40;
const KEY_MAX = 64;
const SHORT = 40;
/** Some twenty thousand clients. */
const STATE_VECTOR_MAX = 200_000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a whole update. @throws {BadUpdate} */
export function readUpdate(bytes: Uint8Array): Update {
  const reader = new Reader(bytes);
  const update: Update = { bytes, blocks: reader.blocks(), deletes: reader.deleteSet() };
  reader.end();
  return update;
}

/** Reads a state vector (of a SyncStep1). @returns entries in the order given @throws {BadUpdate} */
export function readStateVector(bytes: Uint8Array): Id[] {
  const reader = new Reader(bytes);
  if (bytes.length > STATE_VECTOR_MAX)
    throw new BadUpdate('a state vector of more clients than any board has');
  const entries = reader.list(2, () => ({ client: reader.client(), clock: reader.uint() }));
  reader.end();
  return entries;
}

class Reader {
  readonly #bytes: Uint8Array;
  /** The same bytes, for what only a Buffer can. */
  #buffer: Buffer | null = null;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  blocks(): Update['blocks'] {
    const blocks: Block[] = [];
    for (let left = this.count(3); left > 0; left--) blocks.push(this.#block());
    // Most updates have one block: a set is made for the second.
    if (blocks.length > 1 && new Set(blocks.map(({ client }) => client)).size < blocks.length) {
      throw new BadUpdate('a client has two blocks');
    }
    return blocks;
  }

  #block(): Block {
    const from = this.#at;
    const count = this.count(2);
    const client = this.client();
    const clock = this.uint();
    if (count === 0) throw new BadUpdate('a block without structs');
    const structs: Struct[] = [];
    let end = clock;
    for (let index = 0; index < count; index++) {
      const struct = this.#struct(client, end);
      structs.push(struct);
      end = sum(end, struct.length);
    }
    return { client, clock, end, structs, from, to: this.#at };
  }

  deleteSet(): DeleteRange[] {
    const ranges: DeleteRange[] = [];
    let seen: Set<number> | null = null;
    let first = -1;
    for (let left = this.count(2); left > 0; left--) {
      const client = this.client();
      if (first < 0) first = client;
      else {
        seen ??= new Set([first]);
        if (seen.has(client)) throw new BadUpdate('a client has two lists of deletes');
        seen.add(client);
      }
      this.#ranges(client, ranges);
    }
    return ranges;
  }

  #ranges(client: number, ranges: DeleteRange[]): void {
    let free = 0;
    for (let left = this.count(2); left > 0; left--) {
      const clock = this.uint();
      const length = this.length();
      if (clock < free) throw new BadUpdate('deleted ranges overlap or are out of order');
      free = sum(clock, length);
      ranges.push({ client, clock, length });
    }
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new BadUpdate('bytes after the end');
  }

  /** A count, and as many readings; a count that the bytes left could not hold is refused before anything is made. */
  list<T>(leastBytes: number, readOne: () => T): T[] {
    const count = this.count(leastBytes);
    const all: T[] = [];
    for (let index = 0; index < count; index++) all.push(readOne());
    return all;
  }

  count(leastBytes: number): number {
    const count = this.uint();
    if (count * leastBytes > this.#bytes.length - this.#at) throw new BadUpdate('a count beyond the bytes');
    return count;
  }

  client(): number {
    const client = this.uint();
    if (client > CLIENT_MAX) throw new BadUpdate('a clientID beyond 32 bits');
    return client;
  }

  uint(): number {
    const first = this.#byte();
    if (first < 128) return first;
    let value = first & 127;
    let factor = 128;
    for (;;) {
      const byte = this.#byte();
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new BadUpdate('a number beyond 2^53');
      if (byte < 128) return value;
      factor *= 128;
      if (factor > 2 ** 56) throw new BadUpdate('a number of too many bytes');
    }
  }

  #struct(client: number, clock: number): Struct {
    const info = this.#byte();
    const ref = info & 31;
    const struct: Struct = {
      client,
      clock,
      length: 1,
      content: GC,
      origin: null,
      rightOrigin: null,
      parent: null,
      key: null,
      place: null,
    };
    if (ref === CONTENT.skip) throw new BadUpdate('the update has a hole', 'gap');
    if (ref === CONTENT.gc) {
      if (info !== CONTENT.gc) throw new BadUpdate('a GC with flags');
      struct.length = this.length();
      return struct;
    }
    if (info & HAS_ORIGIN) struct.origin = this.#id();
    if (info & HAS_RIGHT_ORIGIN) struct.rightOrigin = this.#id();
    if (!(info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN))) {
      const root = this.uint();
      if (root > 1) throw new BadUpdate('an unknown kind of parent');
      struct.parent = root === 1 ? this.#string(KEY_MAX) : this.#id();
      if (info & HAS_KEY) struct.key = this.#string(KEY_MAX);
    }
    this.#content(ref, struct);
    return struct;
  }

  #content(ref: number, struct: Struct): void {
    switch (ref) {
      case CONTENT.deleted:
        struct.length = this.length();
        struct.content = { kind: 'deleted' };
        return;
      case CONTENT.string: {
        const text = this.#string(this.#bytes.length);
        if (text.length === 0) throw new BadUpdate('an empty string');
        struct.length = text.length;
        struct.content = { kind: 'string', text };
        return;
      }
      case CONTENT.json: {
        const values: unknown[] = [];
        for (let left = this.count(1); left > 0; left--) values.push(this.#any(DEPTH_MAX));
        if (values.length === 0) throw new BadUpdate('a value of length zero');
        struct.length = values.length;
        struct.content = { kind: 'json', values };
        return;
      }
      case CONTENT.type: {
        const type = this.uint();
        if (type === TYPE.map) struct.content = { kind: 'map' };
        else if (type === TYPE.text) struct.content = { kind: 'text' };
        else throw new BadUpdate('a type that no board has');
        return;
      }
      default:
        throw new BadUpdate('content that no board has');
    }
  }

  #any(depth: number): unknown {
    switch (this.#byte()) {
      case 127:
        return undefined;
      case 126:
        return null;
      case 125:
        return this.#int();
      case 124:
        return this.#float(4);
      case 123:
        return this.#float(8);
      case 121:
        return false;
      case 120:
        return true;
      case 119:
        return this.#string(this.#bytes.length);
      case 118: {
        if (depth === 0) throw new BadUpdate('a value nested too deep');
        const entries = this.list(2, () => {
          const key = this.#string(KEY_MAX);
          if (key === '__proto__') throw new BadUpdate('a key that is no key');
          return [key, this.#any(depth - 1)] as const;
        });
        return Object.fromEntries(entries);
      }
      case 117:
        if (depth === 0) throw new BadUpdate('a value nested too deep');
        return this.list(1, () => this.#any(depth - 1));
      default:
        throw new BadUpdate('a kind of value that no board has');
    }
  }

  length(): number {
    const length = this.uint();
    if (length === 0) throw new BadUpdate('a length of zero');
    return length;
  }

  #id(): Id {
    return { client: this.client(), clock: this.uint() };
  }

  /** lib0's varInt: the first byte has a sign and six bits. */
  #int(): number {
    const first = this.#byte();
    let value = first & 63;
    if (first & 128) {
      let factor = 64;
      for (;;) {
        const byte = this.#byte();
        value += (byte & 127) * factor;
        if (value > Number.MAX_SAFE_INTEGER) throw new BadUpdate('a number beyond 2^53');
        if (byte < 128) break;
        factor *= 128;
        if (factor > 2 ** 56) throw new BadUpdate('a number of too many bytes');
      }
    }
    return first & 64 ? -value : value;
  }

  #float(width: 4 | 8): number {
    const at = this.#skip(width);
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + at, width);
    const value = width === 4 ? view.getFloat32(0) : view.getFloat64(0);
    if (!Number.isFinite(value)) throw new BadUpdate('a number that is none');
    return value;
  }

  #string(max: number): string {
    const length = this.count(1);
    const at = this.#skip(length);
    if (length <= SHORT) {
      const text = this.#ascii(at, length);
      if (text !== null) {
        if (length > max) throw new BadUpdate('a key of too many characters');
        return text;
      }
    }
    try {
      const text = utf8.decode(this.#bytes.subarray(at, at + length));
      if (text.length > max) throw new BadUpdate('a key of too many characters');
      return text;
    } catch (error) {
      if (error instanceof BadUpdate) throw error;
      throw new BadUpdate('bytes that are no UTF-8');
    }
  }

  /** Keys, ids and short texts, mostly: quicker than a call of the decoder. Null where it is not plain ASCII. */
  #ascii(at: number, length: number): string | null {
    const bytes = this.#bytes;
    const end = at + length;
    for (let index = at; index < end; index++) if (bytes[index]! > 127) return null;
    const { buffer, byteOffset, byteLength } = bytes;
    this.#buffer ??= Buffer.from(buffer, byteOffset, byteLength);
    return this.#buffer.toString('latin1', at, end);
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new BadUpdate('the bytes end too soon');
    return byte;
  }

  #skip(count: number): number {
    const at = this.#at;
    if (count > this.#bytes.length - at) throw new BadUpdate('the bytes end too soon');
    this.#at += count;
    return at;
  }
}

function sum(clock: number, length: number): number {
  const end = clock + length;
  if (end > CLOCK_MAX) throw new BadUpdate('a clock beyond 2^40');
  return end;
}

/** Yjs V1 updates built by hand, byte by byte, so that tests can say what no Yjs would ever say. */

import * as encoding from 'lib0/encoding';

/** A struct's place: `[client, clock]`. */
export type At = readonly [client: number, clock: number];
export type Part = (to: encoding.Encoder) => void;

export interface Block {
  client: number;
  clock: number;
  structs: readonly Part[];
  /** What the block claims to hold, where that is not what it holds. */
  claimed?: number;
}

export interface Updating {
  blocks?: readonly Block[];
  deletes?: readonly (readonly [
    client: number,
    ranges: readonly (readonly [clock: number, length: number])[],
  ])[];
}

/** The whole update. */
export function updateBytes({ blocks = [], deletes = [] }: Updating): Uint8Array {
  return bytesOf((to) => {
    uint(to, blocks.length);
    for (const { client, clock, structs, claimed } of blocks) {
      uint(to, claimed ?? structs.length);
      uint(to, client);
      uint(to, clock);
      for (const struct of structs) struct(to);
    }
    uint(to, deletes.length);
    for (const [client, ranges] of deletes) {
      uint(to, client);
      uint(to, ranges.length);
      for (const [clock, length] of ranges) {
        uint(to, clock);
        uint(to, length);
      }
    }
  });
}

/** Where an item says that it belongs. */
export interface Where {
  origin?: At;
  rightOrigin?: At;
  /** A root's name, or the item that holds the type; on the wire only where there is neither origin. */
  parent?: string | At;
  key?: string;
}

export interface Content {
  ref: number;
  write: Part;
}

export function item({ origin, rightOrigin, parent, key }: Where, content: Content): Part {
  return (to) => {
    const info =
      content.ref | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
    encoding.writeUint8(to, info);
    if (origin) at(to, origin);
    if (rightOrigin) at(to, rightOrigin);
    if (!origin && !rightOrigin) {
      if (typeof parent === 'string') {
        uint(to, 1);
        text(to, parent);
      } else {
        uint(to, 0);
        at(to, parent ?? [0, 0]);
      }
      if (key !== undefined) text(to, key);
    }
    content.write(to);
  };
}

export const gc =
  (length: number): Part =>
  (to) => {
    encoding.writeUint8(to, 0);
    uint(to, length);
  };
export const skip =
  (length: number): Part =>
  (to) => {
    encoding.writeUint8(to, 10);
    uint(to, length);
  };

export const deleted = (length: number): Content => ({ ref: 1, write: (to) => uint(to, length) });
/** The old JSON content: a list of texts, each read by `JSON.parse`. */
export const oldJson = (...texts: string[]): Content => ({
  ref: 2,
  write: (to) => {
    uint(to, texts.length);
    for (const one of texts) text(to, one);
  },
});
export const binary = (bytes: Uint8Array): Content => ({
  ref: 3,
  write: (to) => encoding.writeVarUint8Array(to, bytes),
});
export const string = (value: string): Content => ({ ref: 4, write: (to) => text(to, value) });
/** A string of any bytes, valid UTF-8 or not. */
export const rawString = (bytes: Uint8Array): Content => ({
  ref: 4,
  write: (to) => encoding.writeVarUint8Array(to, bytes),
});
export const embed = (json: string): Content => ({ ref: 5, write: (to) => text(to, json) });
export const format = (key: string, json: string): Content => ({
  ref: 6,
  write: (to) => {
    text(to, key);
    text(to, json);
  },
});
/** Types by number: 0 array, 1 map, 2 text, 3 element (named), 4 fragment, 5 hook (named), 6 xml text. */
export const type = (number: number, name?: string): Content => ({
  ref: 7,
  write: (to) => {
    uint(to, number);
    if (name !== undefined) text(to, name);
  },
});
export const map = type(1);
export const sharedText = type(2);
/** Values as lib0 writes them, one clock each. */
export const values = (...list: unknown[]): Content => ({
  ref: 8,
  write: (to) => {
    uint(to, list.length);
    for (const value of list) encoding.writeAny(to, value as never);
  },
});
/** `count` values are claimed; the bytes are what is given. */
export const rawValues = (count: number, bytes: Uint8Array = new Uint8Array()): Content => ({
  ref: 8,
  write: (to) => {
    uint(to, count);
    encoding.writeUint8Array(to, bytes);
  },
});
export const subDocument = (guid: string, options: unknown): Content => ({
  ref: 9,
  write: (to) => {
    text(to, guid);
    encoding.writeAny(to, options as never);
  },
});
/** Content of a number that Yjs has never given out, or any body under any number. */
export const odd = (ref: number, body: Uint8Array = new Uint8Array()): Content => ({
  ref,
  write: (to) => encoding.writeUint8Array(to, body),
});

/** A whole note as Yjs writes it, at clock 0 of a client that has not written before. */
export function noteStructs(client: number, key: string, words = 'Hei'): Part[] {
  const note: At = [client, 0];
  return [
    item({ parent: 'notes', key }, map),
    item({ parent: note, key: 'text' }, sharedText),
    item({ parent: [client, 1] }, string(words)),
    item({ parent: note, key: 'pos' }, values([10, 20])),
    item({ parent: note, key: 'round' }, values(1)),
    item({ parent: note, key: 'at' }, values(1_800_000_000_000)),
  ];
}

export function bytesOf(part: Part): Uint8Array {
  const encoder = encoding.createEncoder();
  part(encoder);
  return encoding.toUint8Array(encoder);
}

export function uint(to: encoding.Encoder, value: number): void {
  encoding.writeVarUint(to, value);
}

function text(to: encoding.Encoder, value: string): void {
  encoding.writeVarString(to, value);
}

function at(to: encoding.Encoder, [client, clock]: At): void {
  uint(to, client);
  uint(to, clock);
}

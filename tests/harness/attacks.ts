/**
 * Updates that no honest client makes, each aimed at a living board: at its structure, at memory and processor, at
 * what is stored, and at what is the server's alone. One list, for the gate by itself and for a real server.
 */

import type * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { type Fields, metaOf, notesOf, textOf } from '../../shared/board/boardDoc.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import {
  type At,
  binary,
  bytesOf,
  deleted,
  embed,
  format,
  gc,
  item,
  map,
  noteStructs,
  odd,
  oldJson,
  type Part,
  rawString,
  rawValues,
  sharedText,
  skip,
  string,
  subDocument,
  type,
  type Updating,
  uint,
  updateBytes,
  values,
} from './updateBytes.ts';

/** What an attack is aimed at: the board as an attacker knows it, with two notes of other people on it. */
export interface Ground {
  doc: Y.Doc;
  /** Its text is `VICTIM_TEXT`. */
  victim: NoteId;
  other: NoteId;
  /** The clientID under which the server itself writes. */
  server: number;
}

export const VICTIM_TEXT = 'Før 😀 etter';

export interface Attack {
  name: string;
  /** The answer: told off, or asked to come again with what is missing. */
  answer: 'refuse' | 'gap';
  bytes: (ground: Ground) => Uint8Array;
  /** Why the gate lets it through today: the test is then expected to fail, and says so when it no longer does. */
  open?: string;
}

/** A clientID that nobody has; the same in each run. */
const ME = 4_000_000_001;
const HER = 4_000_000_002;
const KEY = 'n_aaaaaaaaaaaaaaaaaaaa';
const HUGE = 2 ** 53 - 1;

const mine = (...structs: Part[]): Updating => ({ blocks: [{ client: ME, clock: 0, structs }] });
const refuse = (name: string, build: (ground: Ground) => Updating, open?: string): Attack => ({
  name,
  answer: 'refuse',
  bytes: (ground) => updateBytes(build(ground)),
  ...(open ? { open } : {}),
});
const gap = (name: string, build: (ground: Ground) => Updating): Attack => ({
  ...refuse(name, build),
  answer: 'gap',
});
const raw = (name: string, bytes: (ground: Ground) => Uint8Array): Attack => ({
  name,
  answer: 'refuse',
  bytes,
});

/** The item that now holds this key. */
const entry = (fields: Y.Map<unknown>, key: string): At => {
  const { client, clock } = fields._map.get(key)!.id;
  return [client, clock];
};
const noteAt = ({ doc }: Ground, id: NoteId): At => entry(notesOf(doc) as Fields, id);
const fieldAt = ({ doc }: Ground, id: NoteId, key: string): At => entry(notesOf(doc).get(id)!, key);
/** The `unit`-th UTF-16 unit of a note's text. */
const unitAt = ({ doc }: Ground, id: NoteId, unit: number): At => {
  const { client, clock } = textOf(doc, id)!._start!.id;
  return [client, clock + unit];
};

/** `depth` arrays, each in the next. */
function nested(depth: number): Part {
  return (to) => {
    for (let level = 0; level < depth; level++) {
      to.cbuf[to.cpos] === undefined ? grow(to) : undefined;
      write(to, 117);
      uint(to, 1);
    }
    write(to, 120);
  };
}
const grow = (_to: encoding.Encoder) => {};
const write = (to: encoding.Encoder, byte: number) => uint(to, byte);

export const ATTACKS: readonly Attack[] = [
  // ── structure ──────────────────────────────────────────────────────────────────────────────────────────────────
  gap('12 clocks are missing before it', () => ({
    blocks: [{ client: ME, clock: 5, structs: noteStructs(ME, KEY) }],
  })),
];

/**
 * The board channel's frames, as bytes. 0–3 are y-websocket's; 100 and on are ours and go only to clients that
 * connected with `&v=1`. The grammar is in docs/PROTOCOL.md.
 */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const FRAME = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  motion: 101,
  refused: 102,
  welcome: 103,
  view: 104,
} as const;

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Close codes. y-websocket stops for good on 4400–4499 and tries again on all others. */
export const CLOSE = {
  /** A text frame, or bytes that are no frame of ours. */
  badFrame: 1003,
  /** The server restarts. */
  restart: 1012,
  /** The station could not be loaded just now. */
  tryLater: 1013,
  /** The token is missing, wrong or expired. */
  noSession: 4401,
  /** The token was withdrawn, is of another hall, or the write is not allowed. */
  forbidden: 4403,
  /** No such station. */
  noStation: 4404,
  /** The client could not keep up with what it must receive. */
  slow: 4503,
} as const;

/** How far a held thing has come: in flight, dropped (its commit follows), or let go where it was. */
export const MOTION = { held: 0, dropped: 1, cancelled: 2 } as const;
export type MotionState = (typeof MOTION)[keyof typeof MOTION];

/** A note or cluster in somebody's hand. Coordinates are world units, whole. */
export interface Move {
  id: string;
  state: MotionState;
  x: number;
  y: number;
}

/** A move as viewers get it: `holder` is a number that stands for one connection, not for a person. */
export interface HeldMove extends Move {
  holder: number;
}

/** Why a write was refused. `code` is for programs and for our own words; `text` is English, for others. */
export interface Refusal {
  code: string;
  note: string;
  field: string;
  text: string;
}

/** What a `v=1` client is told first. `mode` says whether it may write, and why not. */
export interface Welcome {
  holder: number;
  epoch: number;
  mode: 'write' | 'read' | 'damaged';
}

const MODES = ['write', 'read', 'damaged'] as const;

/** `payload` as a sync frame of the given kind. */
export function syncFrame(kind: (typeof SYNC)[keyof typeof SYNC], payload: Uint8Array): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, FRAME.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

export function awarenessFrame(update: Uint8Array): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, FRAME.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** A data frame that says nothing: y-websocket's watchdog counts data, not pings. */
export const KEEP_ALIVE: Uint8Array = awarenessFrame(Uint8Array.of(0));

/** "Of the document frames (SyncStep2 and update) that you sent on this connection, the first `count` are on disk." */
export function savedFrame(count: number): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, FRAME.saved);
    encoding.writeVarUint(encoder, count);
  });
}

export function welcomeFrame(welcome: Welcome): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, FRAME.welcome);
    encoding.writeVarUint(encoder, welcome.holder);
    encoding.writeVarUint(encoder, welcome.epoch);
    encoding.writeVarUint(encoder, MODES.indexOf(welcome.mode));
  });
}

export function refusedFrame(refusal: Refusal): Uint8Array {
  return write((encoder) => {
    encoding.writeVarUint(encoder, FRAME.refused);
    for (const part of [refusal.code, refusal.note, refusal.field, refusal.text]) {
      encoding.writeVarString(encoder, part);
    }
  });
}

export function readSaved(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}

export function readWelcome(decoder: decoding.Decoder): Welcome {
  const holder = decoding.readVarUint(decoder);
  const epoch = decoding.readVarUint(decoder);
  return { holder, epoch, mode: MODES[decoding.readVarUint(decoder)] ?? 'read' };
}

export function readRefused(decoder: decoding.Decoder): Refusal {
  const [code, note, field, text] = [0, 1, 2, 3].map(() => decoding.readVarString(decoder));
  return { code: code!, note: note!, field: field!, text: text! };
}

function write(body: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  body(encoder);
  return encoding.toUint8Array(encoder);
}

/** How Yjs travels to each kind of server: the frames that open a conversation, and what comes back. */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { FRAME, readRefused, readSaved, SYNC, syncFrame } from '../../../shared/protocol/boardFrames.ts';
import type { Peer } from '../servers.ts';

/** What a frame from the server was. */
export type Incoming =
  /** "Tell me what I lack." */
  | { kind: 'step1'; vector: Uint8Array }
  /** All that we lacked. */
  | { kind: 'step2'; bytes: Uint8Array }
  | { kind: 'update'; bytes: Uint8Array }
  /** So many of this connection's document frames are dealt with: on disk with us, in memory with Hocuspocus. */
  | { kind: 'saved'; count: number }
  | { kind: 'refused'; why: string }
  | { kind: 'other' };

/** One connection's side of a protocol. */
export interface Wire {
  readonly url: string;
  /** Whether the server tells what it has dealt with. */
  readonly acknowledges: boolean;
  /** The frames with which a client begins. */
  hello(vector: Uint8Array): Uint8Array[];
  step2(bytes: Uint8Array): Uint8Array;
  update(bytes: Uint8Array): Uint8Array;
  read(frame: Uint8Array): Incoming;
}

/** The peers that speak Yjs. */
export type YjsPeer = Extract<Peer, 'hocuspocus' | 'yWebsocket'>;

/** Where a document of ours is. */
export interface OurPlace {
  base: string;
  station: string;
  token: string;
}

const DOCUMENT = 'board';
const OTHER: Incoming = { kind: 'other' };
const wsBase = (base: string) => base.replace(/^http/, 'ws');

/** A client of ours, as `v=1` speaks. */
export function ourWire({ base, station, token }: OurPlace): Wire {
  return {
    url: `${wsBase(base)}/board/${station}?v=1&token=${token}`,
    acknowledges: true,
    hello: (vector) => [syncFrame(SYNC.step1, vector)],
    step2: (bytes) => syncFrame(SYNC.step2, bytes),
    update: (bytes) => syncFrame(SYNC.update, bytes),
    read: (frame) => {
      const decoder = decoding.createDecoder(frame);
      const kind = decoding.readVarUint(decoder);
      if (kind === FRAME.sync) return readSync(decoder);
      if (kind === FRAME.saved) return { kind: 'saved', count: readSaved(decoder) };
      if (kind === FRAME.refused) {
        const { code, text } = readRefused(decoder);
        return { kind: 'refused', why: `${code}: ${text}` };
      }
      return OTHER;
    },
  };
}

/** A connection to a peer, as its own provider speaks, without awareness (which would cost the peer more). */
export function peerWire(peer: YjsPeer, base: string): Wire {
  return peer === 'hocuspocus' ? hocuspocusWire(base) : yWebsocketWire(base);
}

function yWebsocketWire(base: string): Wire {
  return {
    url: `${wsBase(base)}/${DOCUMENT}`,
    acknowledges: false,
    hello: (vector) => [syncFrame(SYNC.step1, vector)],
    step2: (bytes) => syncFrame(SYNC.step2, bytes),
    update: (bytes) => syncFrame(SYNC.update, bytes),
    read: (frame) => {
      const decoder = decoding.createDecoder(frame);
      return decoding.readVarUint(decoder) === FRAME.sync ? readSync(decoder) : OTHER;
    },
  };
}

/** Each frame is y-websocket's with the document's name before it, and it begins with a token. */
function hocuspocusWire(base: string): Wire {
  const AUTH = 2;
  const SYNC_STATUS = 8;
  let saved = 0;
  const framed = (body: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, DOCUMENT);
    body(encoder);
    return encoding.toUint8Array(encoder);
  };
  const sync = (kind: (typeof SYNC)[keyof typeof SYNC], bytes: Uint8Array) =>
    framed((encoder) => encoding.writeUint8Array(encoder, syncFrame(kind, bytes)));
  const auth = framed((encoder) => {
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, 'token');
  });
  return {
    url: wsBase(base),
    acknowledges: true,
    hello: (vector) => [auth, sync(SYNC.step1, vector)],
    step2: (bytes) => sync(SYNC.step2, bytes),
    update: (bytes) => sync(SYNC.update, bytes),
    read: (frame) => {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarString(decoder);
      const kind = decoding.readVarUint(decoder);
      if (kind === FRAME.sync) return readSync(decoder);
      // One for each document frame, in order.
      if (kind === SYNC_STATUS) return { kind: 'saved', count: ++saved };
      return OTHER;
    },
  };
}

function readSync(decoder: decoding.Decoder): Incoming {
  const kind = decoding.readVarUint(decoder);
  const payload = decoding.readVarUint8Array(decoder);
  if (kind === SYNC.step1) return { kind: 'step1', vector: payload };
  return kind === SYNC.step2 ? { kind: 'step2', bytes: payload } : { kind: 'update', bytes: payload };
}

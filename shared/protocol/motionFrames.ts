/**
 * Drags in flight, as bytes: a few for each move. A thing in a hand is named once, when it is taken up, and has a short
 * number from then on; its moves are differences. Both ends keep the last position, so writers and readers are objects
 * that live as long as a connection does. The grammar is in docs/PROTOCOL.md.
 */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { FRAME, type HeldMove, MOTION, type MotionState, type Move } from './boardFrames.ts';

/** What a hand does to a thing, in a client's frame. */
const HAND = { takes: 0, moves: 1, drops: 2, cancels: 3 } as const;
/** Things in one frame of a client; a person has ten fingers, a selection may be larger. */
export const MOVES_MAX = 200;
/** Things in one frame of the server; beyond, bytes are not from a server of ours. */
const LIST_MAX = 100_000;
/** Of a note, a cluster, a pen or a pointer (`presence.ts`). */
const ID = /^[ncwp]_[A-Za-z0-9_-]{16,32}$/;
/** Farther out than this nobody drags; and what is within stays exact through all differences. */
const FAR = 2 ** 30;

interface Point {
  x: number;
  y: number;
}

// ── a client's hand → the server ───────────────────────────────────────────────────────────────────────────────

/** Writes what one connection's hand holds. A new one for each connection. */
export class HandWriter {
  readonly #held = new Map<string, Point & { slot: number }>();

  /** The frame that says these moves. */
  frame(moves: readonly Move[]): Uint8Array {
    return write(FRAME.motion, (encoder) => {
      encoding.writeVarUint(encoder, Math.min(moves.length, MOVES_MAX));
      for (const move of moves.slice(0, MOVES_MAX)) this.#write(encoder, move);
    });
  }

  #write(encoder: encoding.Encoder, { id, state, ...point }: Move): void {
    const [x, y] = [Math.round(point.x), Math.round(point.y)];
    const held = this.#held.get(id);
    const slot = held?.slot ?? this.#freeSlot();
    const op = held && state === MOTION.held ? HAND.moves : HAND_OF[state];
    // What ends without having begun is begun and ended in one: the reader must know what it was.
    encoding.writeVarUint(encoder, slot * 8 + op * 2 + (held ? 0 : 1));
    if (!held) encoding.writeVarString(encoder, id);
    encoding.writeVarInt(encoder, x - (held?.x ?? 0));
    encoding.writeVarInt(encoder, y - (held?.y ?? 0));
    if (state === MOTION.held) this.#held.set(id, { x, y, slot });
    else this.#held.delete(id);
  }

  #freeSlot(): number {
    const taken = new Set([...this.#held.values()].map(({ slot }) => slot));
    let slot = 0;
    while (taken.has(slot)) slot++;
    return slot;
  }
}

const HAND_OF: Record<MotionState, number> = {
  [MOTION.held]: HAND.takes,
  [MOTION.dropped]: HAND.drops,
  [MOTION.cancelled]: HAND.cancels,
};
const STATE_OF: Record<number, MotionState> = {
  [HAND.takes]: MOTION.held,
  [HAND.moves]: MOTION.held,
  [HAND.drops]: MOTION.dropped,
  [HAND.cancels]: MOTION.cancelled,
};

/** Reads what one connection's hand holds. */
export class HandReader {
  readonly #held = new Map<number, Point & { id: string }>();

  /** Reads a frame's body (the frame number already read). @throws on malformed bytes */
  read(decoder: decoding.Decoder): Move[] {
    const count = decoding.readVarUint(decoder);
    if (count > MOVES_MAX) throw new RangeError(`${count} moves in one frame`);
    const moves: Move[] = [];
    for (let index = 0; index < count; index++) moves.push(this.#read(decoder));
    mustEnd(decoder);
    return moves;
  }

  #read(decoder: decoding.Decoder): Move {
    const head = decoding.readVarUint(decoder);
    const [slot, op, fresh] = [Math.floor(head / 8), (head >> 1) & 3, (head & 1) === 1];
    if (slot >= MOVES_MAX) throw new RangeError('more things than a hand holds');
    const held = fresh ? { id: readId(decoder), x: 0, y: 0 } : this.#held.get(slot);
    if (!held) throw new RangeError('a move of nothing that is held');
    const x = far(held.x + decoding.readVarInt(decoder));
    const y = far(held.y + decoding.readVarInt(decoder));
    const state = STATE_OF[op]!;
    if (state === MOTION.held) this.#held.set(slot, { id: held.id, x, y });
    else this.#held.delete(slot);
    return { id: held.id, state, x, y };
  }
}

// ── the server → viewers ───────────────────────────────────────────────────────────────────────────────────────

/** What the server knows of a thing in a hand. `hold`: a number of its own while it is held, small and used again. */
export interface Hold extends HeldMove {
  hold: number;
}

/** Writes what some viewers have been told: all of them get the same frames. */
export class MotionWriter {
  readonly #sent = new Map<number, Hold>();

  get empty(): boolean {
    return this.#sent.size === 0;
  }

  /** Whether they have been told that this is held. */
  tells({ hold, holder, id }: Hold): boolean {
    const last = this.#sent.get(hold);
    return last?.holder === holder && last.id === id;
  }

  /** The frame that brings viewers up to date with these; null where there is nothing to say. In order of number it is quickest. */
  frame(changes: readonly Hold[]): Uint8Array | null {
    const ended: Hold[] = [];
    const begun: Hold[] = [];
    const moved: Hold[] = [];
    for (const change of changes) {
      const told = this.tells(change);
      if (change.state === MOTION.held) (told ? moved : begun).push(change);
      else if (told) ended.push(change);
    }
    if (ended.length + begun.length + moved.length === 0) return null;
    return this.#write(false, ended, begun, moved);
  }

  /** All that is held, for one who comes in the middle or has missed a frame; it forgets all else. */
  keyframe(): Uint8Array {
    return this.#write(true, [], [...this.#sent.values()], []);
  }

  #write(whole: boolean, ended: readonly Hold[], begun: readonly Hold[], moved: Hold[]): Uint8Array {
    return write(FRAME.motion, (encoder) => {
      encoding.writeVarUint(encoder, whole ? 1 : 0);
      encoding.writeVarUint(encoder, ended.length);
      for (const { hold, state, x, y } of ended) {
        encoding.writeVarUint(encoder, hold * 2 + (state === MOTION.dropped ? 0 : 1));
        encoding.writeVarInt(encoder, x);
        encoding.writeVarInt(encoder, y);
        this.#sent.delete(hold);
      }
      encoding.writeVarUint(encoder, begun.length);
      for (const one of begun) {
        encoding.writeVarUint(encoder, one.hold);
        encoding.writeVarUint(encoder, one.holder);
        encoding.writeVarString(encoder, one.id);
        encoding.writeVarInt(encoder, one.x);
        encoding.writeVarInt(encoder, one.y);
        this.#sent.set(one.hold, one);
      }
      // In order of number, each as the step from the one before: a byte, where many move.
      moved.sort((a, b) => a.hold - b.hold);
      encoding.writeVarUint(encoder, moved.length);
      let at = 0;
      for (const one of moved) {
        const last = this.#sent.get(one.hold)!;
        encoding.writeVarUint(encoder, one.hold - at);
        encoding.writeVarInt(encoder, one.x - last.x);
        encoding.writeVarInt(encoder, one.y - last.y);
        at = one.hold;
        this.#sent.set(one.hold, one);
      }
    });
  }
}

/** Reads the motion of one connection. A new one for each connection. */
export class MotionReader {
  #held = new Map<number, HeldMove>();

  /** Reads a frame's body (the frame number already read). @throws on malformed bytes */
  read(decoder: decoding.Decoder): HeldMove[] {
    const whole = decoding.readVarUint(decoder);
    if (whole > 1) throw new RangeError('an unknown kind of motion');
    const before = this.#held;
    const held = whole === 1 ? new Map<number, HeldMove>() : before;
    this.#held = held;
    const moves: HeldMove[] = [];
    this.#readEnded(decoder, held, moves);
    readList(decoder, () => {
      const hold = decoding.readVarUint(decoder);
      const holder = decoding.readVarUint(decoder);
      const move = { holder, id: readId(decoder), state: MOTION.held, ...readPoint(decoder) };
      held.set(hold, move);
      moves.push(move);
    });
    let at = 0;
    readList(decoder, () => {
      at += decoding.readVarUint(decoder);
      const last = held.get(at);
      const step = readPoint(decoder);
      if (!last) throw new RangeError('a move of nothing that is held');
      const move = { ...last, x: last.x + step.x, y: last.y + step.y };
      held.set(at, move);
      moves.push(move);
    });
    mustEnd(decoder);
    if (held !== before) this.#letGo(before, held, moves);
    return moves;
  }

  /** What a keyframe no longer names is held no more. */
  #letGo(before: Map<number, HeldMove>, held: Map<number, HeldMove>, moves: HeldMove[]): void {
    const named = new Set([...held.values()].map(({ holder, id }) => `${holder} ${id}`));
    for (const lost of before.values()) {
      if (!named.has(`${lost.holder} ${lost.id}`)) moves.push({ ...lost, state: MOTION.cancelled });
    }
  }

  #readEnded(decoder: decoding.Decoder, held: Map<number, HeldMove>, moves: HeldMove[]): void {
    readList(decoder, () => {
      const head = decoding.readVarUint(decoder);
      const point = readPoint(decoder);
      const hold = Math.floor(head / 2);
      const last = held.get(hold);
      held.delete(hold);
      const state = head % 2 === 0 ? MOTION.dropped : MOTION.cancelled;
      if (last) moves.push({ ...last, ...point, state });
    });
  }
}

// ── what a viewer sees ─────────────────────────────────────────────────────────────────────────────────────────

/** What of the board is on a viewer's screen, in world units; `all` where it does not say, `none` where it wants none. */
export type ViewedArea = 'all' | 'none' | { x: number; y: number; w: number; h: number };

export function viewFrame(area: ViewedArea): Uint8Array {
  return write(FRAME.view, (encoder) => {
    encoding.writeVarUint(encoder, area === 'none' ? 0 : area === 'all' ? 1 : 2);
    if (typeof area === 'string') return;
    for (const value of [area.x, area.y]) encoding.writeVarInt(encoder, Math.floor(value));
    for (const value of [area.w, area.h]) encoding.writeVarUint(encoder, Math.ceil(value));
  });
}

/** Reads a view frame's body. @throws on malformed bytes */
export function readView(decoder: decoding.Decoder): ViewedArea {
  const kind = decoding.readVarUint(decoder);
  if (kind > 2) throw new RangeError('an unknown kind of view');
  const [x, y] = kind === 2 ? [decoding.readVarInt(decoder), decoding.readVarInt(decoder)] : [0, 0];
  const [w, h] = kind === 2 ? [decoding.readVarUint(decoder), decoding.readVarUint(decoder)] : [0, 0];
  mustEnd(decoder);
  if (kind === 2) return { x: far(x), y: far(y), w, h };
  return kind === 1 ? 'all' : 'none';
}

function readList(decoder: decoding.Decoder, readOne: () => void): void {
  const count = decoding.readVarUint(decoder);
  if (count > LIST_MAX) throw new RangeError(`${count} things in one frame`);
  for (let index = 0; index < count; index++) readOne();
}

function readPoint(decoder: decoding.Decoder): Point {
  return { x: decoding.readVarInt(decoder), y: decoding.readVarInt(decoder) };
}

function readId(decoder: decoding.Decoder): string {
  const id = decoding.readVarString(decoder);
  if (!ID.test(id)) throw new RangeError('a move of nothing that can be held');
  return id;
}

function far(value: number): number {
  if (Math.abs(value) > FAR) throw new RangeError('a place beyond the board');
  return value;
}

function mustEnd(decoder: decoding.Decoder): void {
  if (decoder.pos !== decoder.arr.length) throw new RangeError('bytes after the end');
}

function write(frame: number, body: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, frame);
  body(encoder);
  return encoding.toUint8Array(encoder);
}

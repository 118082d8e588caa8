/**
 * Things in flight. What others hold comes as positions a few times a second and is drawn a little in the past, so
 * that there is always a next position to go towards; nothing is guessed ahead. What is held here is sent no oftener
 * than the eye needs. What comes to rest somewhere else glides there.
 */

import { type HeldMove, MOTION, type MotionState, type Move } from '../../../shared/protocol/boardFrames.ts';
import { MOVES_MAX } from '../../../shared/protocol/motionFrames.ts';
import type { Point } from './camera.ts';

/** How far behind the newest position others' drags are drawn. */
export const DELAY_MS = 100;
/** A dropped thing waits at its last place this long for the commit that follows. */
export const COMMIT_MS = 2_000;
/** The last resort: the server itself tells when a holder is gone, and a thing held still is not told of again. */
export const SILENCE_MS = 60_000;
/** After a gap this long a thing jumps: it would otherwise creep through the gap. */
const GAP_MS = 300;
const SAMPLES_MAX = 12;

interface Sample extends Point {
  t: number;
}

interface Track {
  holder: number;
  samples: Sample[];
  state: MotionState;
  /** When the newest word came. */
  heard: number;
  committed: boolean;
}

/** What others hold. Ids are of notes and clusters alike. */
export class RemoteMotion {
  #tracks = new Map<string, Track>();
  /** Reduced motion: things are shown where they are, without the way there. */
  snaps = false;

  /** Takes a frame's moves. `restOf` tells where a thing hangs, to begin its way there. */
  take(moves: readonly HeldMove[], now: number, restOf: (id: string) => Point | null): void {
    for (const { id, holder, state, x, y } of moves) {
      let track = this.#tracks.get(id);
      if (track && track.holder !== holder && state === MOTION.held) track = undefined;
      if (!track) {
        if (state !== MOTION.held) continue;
        const rest = restOf(id);
        const from = rest ? [{ t: now - 33, x: rest.x, y: rest.y }] : [];
        track = { holder, samples: from, state, heard: now, committed: false };
        this.#tracks.set(id, track);
      }
      if (track.holder !== holder) continue;
      const last = track.samples.at(-1);
      if (last && now - last.t > GAP_MS) track.samples.push({ ...last, t: now - 33 });
      track.samples.push({ t: now, x, y });
      if (track.samples.length > SAMPLES_MAX) track.samples.splice(0, track.samples.length - SAMPLES_MAX);
      if (state === MOTION.held && track.state !== MOTION.held) track.committed = false;
      track.state = state;
      track.heard = now;
    }
  }

  /** The document says where this thing hangs now: what waited for that may let go. */
  committed(id: string): void {
    const track = this.#tracks.get(id);
    if (track) track.committed = true;
  }

  /** Forgets everything held. @returns what it was */
  clear(): string[] {
    const ids = [...this.#tracks.keys()];
    this.#tracks.clear();
    return ids;
  }

  forget(id: string): void {
    this.#tracks.delete(id);
  }

  isHeld(id: string): boolean {
    return this.#tracks.get(id)?.state === MOTION.held;
  }

  holderOf(id: string): number | null {
    return this.#tracks.get(id)?.holder ?? null;
  }

  get size(): number {
    return this.#tracks.size;
  }

  /** Calls `draw` with where each thing is at this moment, and `release` for those that have come to rest. */
  frame(
    now: number,
    draw: (id: string, at: Point, held: boolean) => void,
    release: (id: string) => void,
  ): void {
    for (const [id, track] of this.#tracks) {
      const at = this.snaps ? track.samples.at(-1)! : positionAt(track.samples, now - DELAY_MS);
      if (this.#isOver(track, now)) {
        this.#tracks.delete(id);
        release(id);
      } else {
        draw(id, at, track.state === MOTION.held);
      }
    }
  }

  /** Whether something is still on its way, so that the next frame will differ from this one. */
  isMoving(now: number): boolean {
    for (const track of this.#tracks.values()) {
      if (track.state !== MOTION.held || now - DELAY_MS <= track.samples.at(-1)!.t) return true;
    }
    return false;
  }

  #isOver({ samples, state, heard, committed }: Track, now: number): boolean {
    if (state === MOTION.held) return now - heard > SILENCE_MS;
    const arrived = this.snaps || now - DELAY_MS >= samples.at(-1)!.t;
    if (!arrived) return false;
    return state === MOTION.cancelled || committed || now - heard > COMMIT_MS;
  }
}

/** The place at time `t` on the straight lines between samples; before the first and after the last it stands still. */
export function positionAt(samples: readonly Sample[], t: number): Point {
  for (let index = samples.length - 1; index >= 0; index--) {
    const from = samples[index]!;
    if (from.t > t) continue;
    const to = samples[index + 1];
    if (!to) return from;
    const part = (t - from.t) / (to.t - from.t);
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  }
  return samples[0]!;
}

/** 25 a second: what others see is drawn 100 ms late anyway. */
const SEND_MS = 40;

type Places = readonly { id: string; x: number; y: number }[];

/** What is held here, on its way to the others. */
export class OwnMotion {
  #send: (moves: Move[]) => void;
  #sent = -Infinity;
  #places: Places = [];
  #unsent = false;

  constructor(send: (moves: Move[]) => void) {
    this.#send = send;
  }

  /** Says where held things are. @returns whether something waits to be sent in a later frame */
  hold(places: Places, now: number): boolean {
    if (!samePlaces(places, this.#places)) {
      this.#places = places;
      this.#unsent = true;
    }
    if (this.#unsent && now - this.#sent >= SEND_MS) {
      this.#tell(MOTION.held);
      this.#sent = now;
      this.#unsent = false;
    }
    return this.#unsent;
  }

  /** Says that they were dropped here; the commit follows. */
  drop(places: Places): void {
    this.#places = places;
    this.#end(MOTION.dropped);
  }

  /** Says that they were let go, and are back at these places. */
  cancel(places: Places): void {
    this.#places = places;
    this.#end(MOTION.cancelled);
  }

  #end(state: MotionState): void {
    // What was never told as held need not be told as dropped.
    if (this.#sent > -Infinity) this.#tell(state);
    this.#sent = -Infinity;
    this.#places = [];
    this.#unsent = false;
  }

  #tell(state: MotionState): void {
    for (let from = 0; from < this.#places.length; from += MOVES_MAX) {
      const some = this.#places.slice(from, from + MOVES_MAX);
      this.#send(some.map(({ id, x, y }) => ({ id, state, x: Math.round(x), y: Math.round(y) })));
    }
  }
}

function samePlaces(a: Places, b: Places): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, x, y }, index) => {
      const other = b[index]!;
      return (
        id === other.id && Math.round(x) === Math.round(other.x) && Math.round(y) === Math.round(other.y)
      );
    })
  );
}

const GLIDE_MS = 240;

/** Things on their short way to a new resting place. */
export class Glides {
  #glides = new Map<string, { from: Point; start: number }>();

  start(id: string, from: Point, now: number): void {
    this.#glides.set(id, { from, start: now });
  }

  stop(id: string): void {
    this.#glides.delete(id);
  }

  get size(): number {
    return this.#glides.size;
  }

  /** Calls `draw` with each thing's place on the way to `restOf` it; `done` when it is there. */
  frame(
    now: number,
    restOf: (id: string) => Point | null,
    draw: (id: string, at: Point) => void,
    done: (id: string) => void,
  ): void {
    for (const [id, { from, start }] of this.#glides) {
      const rest = restOf(id);
      const part = Math.max(0, (now - start) / GLIDE_MS);
      if (!rest || part >= 1) {
        this.#glides.delete(id);
        done(id);
      } else {
        const left = (1 - part) ** 3;
        draw(id, { x: rest.x + (from.x - rest.x) * left, y: rest.y + (from.y - rest.y) * left });
      }
    }
  }
}

/**
 * Durable updates on their way to everybody: one frame for all, and the seldomer, the larger the crowd. To write to a
 * thousand sockets costs more than all else that a tick does. So a large crowd is in lanes, which are told one after
 * the other: nobody's acknowledgement waits until a thousand have been written to.
 */

import * as Y from 'yjs';
import { SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import type { Clock, Frame } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';
import type { CatchUp } from './catchUp.ts';

/** So many deliveries are worth a millisecond until the next. */
const DELIVERIES_A_MS = 13.5;
/** Everybody has been told by then. */
const SLOWEST_MS = 120;
/** A session's is that of its number, for as long as it is there. */
const LANES = 4;
/** At least so many are told at a stretch. */
const STRETCH = 400;
/**
 * Of the interval: so much early is told what has just come to disk, and so much late what no commit comes for. Ticks
 * come as often as stretches, so that each tick's work goes out as soon as it is on disk.
 */
const TOLERANCE = 1 / 3;

export interface UpdateBroadcastParts {
  clock: Clock;
  sessions: ReadonlySet<BoardSession>;
  catchUp: CatchUp;
  /** The document; null in the middle of a commit, when it is ahead of the disk. */
  durable: () => Y.Doc | null;
  deliver: (session: BoardSession, frame: Frame, backlog: number) => void;
}

/** What a lane is told in one go. */
interface Telling {
  update: Uint8Array;
  frame: Frame;
}

export class UpdateBroadcast {
  readonly #parts: UpdateBroadcastParts;
  /** Updates that some lane has not been told, and the number of the first. */
  #log: Uint8Array[] = [];
  #first = 0;
  /** The number of the first update that each lane has not been told. */
  readonly #next = Array.from({ length: LANES }, () => 0);
  /** The lane whose turn it is. */
  #turn = 0;
  #paidAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(parts: UpdateBroadcastParts) {
    this.#parts = parts;
  }

  /** How long it takes until what a stretch of telling costs is paid back. In milliseconds. */
  get interval(): number {
    const { size } = this.#parts.sessions;
    return (this.#lanesAtOnce / LANES) * Math.min(SLOWEST_MS, size / DELIVERIES_A_MS);
  }

  add(update: Uint8Array): void {
    this.#log.push(update);
  }

  /**
   * Tells now what is due, or soon. Only between commits: then the document is what is on disk, and what a slow reader
   * lacks can be reckoned from it. So this is called after each.
   */
  tellSoon(): void {
    if (this.#log.length === 0 || !this.#parts.durable()) return;
    const { clock } = this.#parts;
    const tolerance = TOLERANCE * this.interval;
    if (this.#paidAt - clock.monotonic() <= tolerance) this.#tell(this.#lanesAtOnce);
    if (this.#log.length === 0) return;
    this.#cancel?.();
    this.#cancel = clock.after(Math.max(0, this.#paidAt - clock.monotonic()) + tolerance, () => {
      this.#cancel = null;
      this.tellSoon();
    });
  }

  /** Tells everybody what they have not been told. */
  close(): void {
    this.#tell(LANES);
    this.#cancel?.();
  }

  get #lanesAtOnce(): number {
    const { size } = this.#parts.sessions;
    return Math.min(LANES, Math.ceil((STRETCH * LANES) / Math.max(1, size)));
  }

  /** Tells so many lanes, those first that have waited longest, and in them all who have kept up. */
  #tell(lanes: number): void {
    const { clock, sessions, catchUp, durable, deliver } = this.#parts;
    const doc = durable();
    if (this.#log.length === 0 || !doc) return;
    this.#paidAt = clock.monotonic() + this.interval;
    const tellings = this.#takeTellings(lanes);
    for (const session of sessions) {
      const telling = tellings[session.holder % LANES];
      if (!telling || !session.live) continue;
      const { backlog } = session.socket;
      if (!catchUp.skips(session, backlog, doc, telling.update)) deliver(session, telling.frame, backlog);
    }
  }

  /** What these lanes have not been told, by lane; lanes that have been told the same share a frame. */
  #takeTellings(lanes: number): (Telling | undefined)[] {
    const tellings: (Telling | undefined)[] = [];
    const from = new Map<number, Telling>();
    const end = this.#first + this.#log.length;
    for (let told = 0; told < lanes; told++, this.#turn = (this.#turn + 1) % LANES) {
      const next = this.#next[this.#turn]!;
      if (next === end) continue;
      const telling = from.get(next) ?? this.#tellingFrom(next);
      from.set(next, telling);
      tellings[this.#turn] = telling;
      this.#next[this.#turn] = end;
    }
    const first = Math.min(...this.#next);
    this.#log.splice(0, first - this.#first);
    this.#first = first;
    return tellings;
  }

  #tellingFrom(next: number): Telling {
    const untold = this.#log.slice(next - this.#first);
    const update = untold.length === 1 ? untold[0]! : Y.mergeUpdates(untold);
    return { update, frame: { bytes: syncFrame(SYNC.update, update) } };
  }
}

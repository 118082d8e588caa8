/**
 * Durable updates on their way to everybody: one frame for all, and the seldomer, the larger the crowd. To write to a
 * thousand sockets costs more than all else that a tick does.
 */

import * as Y from 'yjs';
import { SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import type { Clock, Frame } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';
import type { CatchUp } from './catchUp.ts';

/** So many deliveries are worth a millisecond until the next. */
const DELIVERIES_A_MS = 21;
const SLOWEST_MS = 120;

export interface UpdateBroadcastParts {
  clock: Clock;
  sessions: ReadonlySet<BoardSession>;
  catchUp: CatchUp;
  /** The document; null in the middle of a commit, when it is ahead of the disk. */
  durable: () => Y.Doc | null;
  deliver: (session: BoardSession, frame: Frame, backlog: number) => void;
}

export class UpdateBroadcast {
  readonly #parts: UpdateBroadcastParts;
  #untold: Uint8Array[] = [];
  #toldAt = Number.NEGATIVE_INFINITY;
  #cancel: (() => void) | null = null;

  constructor(parts: UpdateBroadcastParts) {
    this.#parts = parts;
  }

  /** How long it takes until what a telling costs is paid back. In milliseconds. */
  get interval(): number {
    return Math.min(SLOWEST_MS, this.#parts.sessions.size / DELIVERIES_A_MS);
  }

  add(update: Uint8Array): void {
    this.#untold.push(update);
  }

  /**
   * Tells now what is due, or soon. Only between commits: then the document is what is on disk, and what a slow reader
   * lacks can be reckoned from it. So this is called after each.
   */
  tellSoon(): void {
    if (this.#untold.length === 0 || !this.#parts.durable()) return;
    const wait = this.#toldAt + this.interval - this.#parts.clock.monotonic();
    if (wait <= 0) this.tellNow();
    else {
      this.#cancel ??= this.#parts.clock.after(wait, () => {
        this.#cancel = null;
        this.tellSoon();
      });
    }
  }

  /** Tells everybody who has kept up. */
  tellNow(): void {
    const { clock, sessions, catchUp, durable, deliver } = this.#parts;
    const doc = durable();
    if (this.#untold.length === 0 || !doc) return;
    const update = this.#untold.length === 1 ? this.#untold[0]! : Y.mergeUpdates(this.#untold);
    this.#untold = [];
    this.#toldAt = clock.monotonic();
    const frame: Frame = { bytes: syncFrame(SYNC.update, update) };
    for (const session of sessions) {
      if (!session.live) continue;
      const { backlog } = session.socket;
      if (!catchUp.skips(session, backlog, doc, update)) deliver(session, frame, backlog);
    }
  }

  close(): void {
    this.tellNow();
    this.#cancel?.();
  }
}

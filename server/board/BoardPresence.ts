/** What is in the air over a board and never on disk: drags in flight, and stock clients' awareness. */

import { awarenessFrame, type HeldMove, type Move, motionFrame } from '../../shared/protocol/boardFrames.ts';
import type { Clock } from '../ports.ts';
import { AwarenessTable, RENEWAL_MS } from './awareness.ts';
import type { BoardSession } from './BoardSession.ts';
import { Motion } from './motion.ts';

const MOTION_MS = 33;

export interface BoardPresenceParts {
  clock: Clock;
  /** Sends to all live sessions that `to` says. */
  broadcast: (bytes: Uint8Array, to: (session: BoardSession) => boolean) => void;
  /** Sends to one. */
  send: (session: BoardSession, bytes: Uint8Array) => void;
}

const ours = (session: BoardSession) => session.ours;
const stock = (session: BoardSession) => !session.ours;

export class BoardPresence {
  readonly #parts: BoardPresenceParts;
  readonly #motion = new Motion();
  readonly #awareness = new AwarenessTable();
  #cancelMotion: (() => void) | null = null;
  #lastMotion = Number.NEGATIVE_INFINITY;
  #cancelAwareness: (() => void) | null = null;
  #cancelRenewals: (() => void) | null = null;
  #closed = false;

  constructor(parts: BoardPresenceParts) {
    this.#parts = parts;
  }

  /** A session has the board now: it is shown who is there and what is held. */
  welcome(session: BoardSession): void {
    if (session.ours) {
      const held = this.#motion.all();
      if (held.length > 0) this.#parts.send(session, motionFrame(held));
    } else {
      this.tellWho(session);
      this.#startRenewals();
    }
  }

  tellWho(session: BoardSession): void {
    const present = this.#awareness.all();
    if (present) this.#parts.send(session, awarenessFrame(present));
  }

  moves(session: BoardSession, moves: readonly Move[]): void {
    if (this.#motion.take(session.holder, moves)) this.#flushMotionSoon();
  }

  /** @throws on malformed bytes */
  awareness(session: BoardSession, update: Uint8Array): void {
    if (this.#awareness.take(session.holder, update)) this.#flushAwarenessSoon();
  }

  /** The connection is gone: what it held hangs where it hung, and it is there no more. */
  leave(session: BoardSession): void {
    if (this.#motion.drop(session.holder)) this.#flushMotionSoon();
    if (this.#awareness.drop(session.holder)) this.#flushAwarenessSoon();
  }

  close(): void {
    this.#closed = true;
    this.#cancelMotion?.();
    this.#cancelAwareness?.();
    this.#cancelRenewals?.();
  }

  #flushMotionSoon(): void {
    if (this.#cancelMotion || this.#closed) return;
    const { clock, broadcast } = this.#parts;
    const wait = Math.max(0, this.#lastMotion + MOTION_MS - clock.monotonic());
    this.#cancelMotion = clock.after(wait, () => {
      this.#cancelMotion = null;
      this.#lastMotion = clock.monotonic();
      const moves: HeldMove[] = this.#motion.flush();
      if (moves.length > 0) broadcast(motionFrame(moves), ours);
    });
  }

  #flushAwarenessSoon(): void {
    if (this.#cancelAwareness || this.#closed) return;
    this.#cancelAwareness = this.#parts.clock.after(MOTION_MS, () => {
      this.#cancelAwareness = null;
      this.#flushAwareness(false);
    });
  }

  /** Runs only while stock clients are there. */
  #startRenewals(): void {
    if (this.#cancelRenewals || this.#closed) return;
    this.#cancelRenewals = this.#parts.clock.after(RENEWAL_MS, () => {
      this.#cancelRenewals = null;
      this.#flushAwareness(true);
      if (this.#awareness.all()) this.#startRenewals();
    });
  }

  #flushAwareness(withRenewals: boolean): void {
    const update = this.#awareness.flush(withRenewals);
    if (update) this.#parts.broadcast(awarenessFrame(update), stock);
    if (this.#awareness.all()) this.#startRenewals();
  }
}

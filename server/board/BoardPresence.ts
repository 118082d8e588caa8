/** What is in the air over a board and never on disk: drags in flight, and stock clients' awareness. */

import type * as decoding from 'lib0/decoding';
import { awarenessFrame } from '../../shared/protocol/boardFrames.ts';
import type { ViewedArea } from '../../shared/protocol/motionFrames.ts';
import type { Clock, Frame } from '../ports.ts';
import { AwarenessTable, RENEWAL_MS } from './awareness.ts';
import type { BoardSession } from './BoardSession.ts';
import { MotionBroadcast } from './MotionBroadcast.ts';

const AWARENESS_MS = 33;

export interface BoardPresenceParts {
  clock: Clock;
  /** Sends to all live sessions that `to` says. */
  broadcast: (bytes: Uint8Array, to: (session: BoardSession) => boolean) => void;
  /** Sends to one. */
  deliver: (session: BoardSession, frame: Frame, backlog?: number) => void;
}

const stock = (session: BoardSession) => !session.ours;

export class BoardPresence {
  readonly #parts: BoardPresenceParts;
  readonly #motion: MotionBroadcast;
  readonly #awareness = new AwarenessTable();
  #cancelAwareness: (() => void) | null = null;
  #cancelRenewals: (() => void) | null = null;
  #closed = false;

  constructor(parts: BoardPresenceParts) {
    this.#parts = parts;
    this.#motion = new MotionBroadcast(parts);
  }

  /** A session has the board now: it is shown who is there and what is held. */
  welcome(session: BoardSession): void {
    if (session.ours) {
      this.#motion.view(session, session.view);
    } else {
      this.tellWho(session);
      this.#startRenewals();
    }
  }

  tellWho(session: BoardSession): void {
    const present = this.#awareness.all();
    if (present) this.#parts.deliver(session, { bytes: awarenessFrame(present) });
  }

  /** What a connection's hand does; read even where it is not allowed. @throws on malformed bytes */
  motion(session: BoardSession, decoder: decoding.Decoder, allowed: boolean): void {
    this.#motion.read(session, decoder, allowed);
  }

  /** A board shows something else now. */
  view(session: BoardSession, area: ViewedArea): void {
    session.view = area;
    if (session.live && session.ours) this.#motion.view(session, area);
  }

  /** @throws on malformed bytes */
  awareness(session: BoardSession, update: Uint8Array, nameless: boolean): void {
    if (this.#awareness.take(session, update, nameless)) this.#flushAwarenessSoon();
  }

  /** The connection is gone: what it held hangs where it hung, and it is there no more. */
  leave(session: BoardSession): void {
    this.#motion.leave(session);
    if (this.#awareness.drop(session)) this.#flushAwarenessSoon();
  }

  close(): void {
    this.#closed = true;
    this.#motion.close();
    this.#cancelAwareness?.();
    this.#cancelRenewals?.();
  }

  #flushAwarenessSoon(): void {
    if (this.#cancelAwareness || this.#closed) return;
    this.#cancelAwareness = this.#parts.clock.after(AWARENESS_MS, () => {
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

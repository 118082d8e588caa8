/**
 * What a board sends to its connections: each frame made once, no reader buffered without bound, no dead socket in the
 * way of others.
 */

import { CLOSE, type Refusal, refusedFrame } from '../../shared/protocol/boardFrames.ts';
import type { Frame, Log } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';

/** A reader with more than this waiting is closed, whatever it is that waits. */
const BACKLOG_MAX = 4_000_000;

export interface DeliveriesParts {
  station: string;
  sessions: ReadonlySet<BoardSession>;
  log: Log;
  /** Forgets a session whose connection is of no more use. */
  leave: (session: BoardSession) => void;
}

export class Deliveries {
  readonly #parts: DeliveriesParts;

  constructor(parts: DeliveriesParts) {
    this.#parts = parts;
  }

  send(session: BoardSession, bytes: Uint8Array): void {
    this.deliver(session, { bytes });
  }

  /** @param backlog bytes that wait for it, where that was just looked at */
  deliver(session: BoardSession, frame: Frame, backlog = session.socket.backlog): void {
    if (session.gone) return;
    try {
      if (backlog > BACKLOG_MAX) this.closeSlow(session);
      else session.socket.send(frame);
    } catch (error) {
      // One dead socket must not end the tick for all.
      this.#parts.log.warn('board.send_failed', { station: this.#parts.station, error: String(error) });
      this.#parts.leave(session);
    }
  }

  /** To all who have the board, or those of them that `to` says. */
  broadcast(bytes: Uint8Array, to: (session: BoardSession) => boolean): void {
    const frame: Frame = { bytes };
    for (const session of this.#parts.sessions) if (session.live && to(session)) this.deliver(session, frame);
  }

  /** A client of ours is told and starts afresh; a stock one would go on as if synced, so it is closed for good. */
  refuse(session: BoardSession, refusal: Refusal): void {
    if (session.gone) {
      // Nobody is there to be told; what else it had sent builds on this.
      session.sentAway = true;
      return;
    }
    const { station, log } = this.#parts;
    log.warn('board.refused', { station, code: refusal.code, why: refusal.text });
    if (session.ours) {
      session.refusedEra = session.era;
      this.send(session, refusedFrame(refusal));
    } else {
      this.close(session, CLOSE.forbidden, refusal.code);
    }
  }

  closeSlow(session: BoardSession): void {
    this.close(session, CLOSE.slow, 'too slow');
  }

  close(session: BoardSession, code: number, reason: string): void {
    session.sentAway = true;
    this.#parts.leave(session);
    session.socket.close(code, reason);
  }
}

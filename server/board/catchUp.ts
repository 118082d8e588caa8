/**
 * Slow readers: who has too much waiting is skipped, never buffered without bound, and brought up to date from the
 * document once it has read. (Single updates are never dropped: from the one it missed on it gets none until then.)
 */

import * as Y from 'yjs';
import type { Clock } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';

/** Bytes waiting, from which on a reader is skipped; and down to which it must come to be brought up to date. */
const SKIP_BYTES = 1_000_000;
const CAUGHT_UP_BYTES = 64_000;
/** A reader that has taken nothing for so long is closed; and one that has not caught up by then, however it reads. */
const PATIENCE_MS = 30_000;
const LONGEST_MS = 240_000;
const LOOK_MS = 200;

export interface CatchUpParts {
  clock: Clock;
  /** Sends what the document has and this state vector has not. */
  bring: (session: BoardSession, stateVector: Uint8Array) => void;
  giveUp: (session: BoardSession) => void;
}

interface Behind {
  /** What it had before the first update that it missed. */
  had: Uint8Array;
  since: number;
  /** Bytes that it had taken at the last look at which that had grown, and when. */
  taken: number;
  tookAt: number;
}

export class CatchUp {
  readonly #parts: CatchUpParts;
  readonly #behind = new Map<BoardSession, Behind>();
  #cancel: (() => void) | null = null;

  constructor(parts: CatchUpParts) {
    this.#parts = parts;
  }

  /**
   * Whether the session misses this update: it is behind already, or has too much waiting.
   * @param backlog bytes that wait for it
   * @param doc the document with the update in it
   */
  skips(session: BoardSession, backlog: number, doc: Y.Doc, update: Uint8Array): boolean {
    if (this.#behind.size > 0 && this.#behind.has(session)) return true;
    if (backlog <= SKIP_BYTES) return false;
    const now = this.#parts.clock.monotonic();
    const { taken = 0 } = session.socket;
    this.#behind.set(session, { had: stateBefore(doc, update), since: now, taken, tookAt: now });
    this.#lookSoon();
    return true;
  }

  leave(session: BoardSession): void {
    this.#behind.delete(session);
  }

  close(): void {
    this.#cancel?.();
    this.#behind.clear();
  }

  #lookSoon(): void {
    this.#cancel ??= this.#parts.clock.after(LOOK_MS, () => {
      this.#cancel = null;
      const now = this.#parts.clock.monotonic();
      for (const [session, behind] of this.#behind) {
        const { backlog, taken = 0 } = session.socket;
        // On a thin line a large board takes minutes.
        if (taken > behind.taken) Object.assign(behind, { taken, tookAt: now });
        if (backlog <= CAUGHT_UP_BYTES) {
          this.#behind.delete(session);
          this.#parts.bring(session, behind.had);
        } else if (now - behind.tookAt > PATIENCE_MS || now - behind.since > LONGEST_MS) {
          this.#behind.delete(session);
          this.#parts.giveUp(session);
        }
      }
      if (this.#behind.size > 0) this.#lookSoon();
    });
  }
}

/** The state vector that the document had before this update. */
function stateBefore(doc: Y.Doc, update: Uint8Array): Uint8Array {
  const states = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const [client, clock] of Y.parseUpdateMeta(update).from) {
    if (clock === 0) states.delete(client);
    else states.set(client, clock);
  }
  return Y.encodeStateVector(states);
}

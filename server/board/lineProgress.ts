/**
 * Whether a line takes in what waits for it. On a thin one a large board takes minutes, and a ping lies behind it: its
 * reader can't be heard to answer, and yet is there.
 */

import type { Duplex } from 'node:stream';

/** What Node knows of a socket's bytes; these count in the middle of a write as well, which `writableLength` does not. */
interface Handle {
  /** Bytes given to the system to send. */
  readonly bytesWritten: number;
  /** And of those not yet taken. */
  readonly writeQueueSize: number;
}

/** Bytes of a socket that the system has taken so far, and that still wait; null where that can't be told. */
export function bytesOf(socket: Duplex | null): { taken: number; waiting: number } | null {
  const handle = (socket as unknown as { _handle?: Handle | null } | null)?._handle;
  if (!handle) return null;
  return { taken: handle.bytesWritten - handle.writeQueueSize, waiting: handle.writeQueueSize };
}

export class LineProgress {
  #before = { taken: 0, waiting: 0 };

  /** @returns whether, of what waited at the last look, something has been taken since */
  look(socket: Duplex | null): boolean {
    const now = bytesOf(socket);
    if (!now) return false;
    const moves = this.#before.waiting > 0 && now.taken > this.#before.taken;
    this.#before = now;
    return moves;
  }
}

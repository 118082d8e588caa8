/**
 * A WebSocket for y-websocket's provider that counts the document frames it sends, since the server says how many of
 * those are on disk.
 */

import { FRAME, SYNC } from '../../shared/protocol/boardFrames.ts';

/** The count of one connection at a time: the newest. */
export class FrameTally {
  /** Document frames sent on this connection. */
  sent = 0;
  /** Whether this connection has sent all that the server lacked (SyncStep2). */
  answered = false;
  #onAnswered: (frame: number) => void;

  constructor(onAnswered: (frame: number) => void) {
    this.#onAnswered = onAnswered;
  }

  begin(): void {
    this.sent = 0;
    this.answered = false;
  }

  /**
   * Counts a frame that is about to be sent. @returns whether it is to be sent: updates made before SyncStep2 are
   * held back, since that bears them too, and without what was written offline they would leave a gap before them.
   */
  pass(bytes: Uint8Array): boolean {
    if (bytes[0] !== FRAME.sync) return true;
    if (bytes[1] === SYNC.update) {
      if (!this.answered) return false;
      this.sent++;
    } else if (bytes[1] === SYNC.step2) {
      this.sent++;
      this.answered = true;
      this.#onAnswered(this.sent);
    }
    return true;
  }
}

/** The class to give to the provider as its WebSocket. */
export function countingSocket(Base: typeof WebSocket, tally: FrameTally): typeof WebSocket {
  return class extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      tally.begin();
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (!(data instanceof Uint8Array) || tally.pass(data)) super.send(data);
    }
  };
}

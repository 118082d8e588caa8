/** Names for presses of a thumb, so that one that is sent twice on bad Wi-Fi counts once. */

import { randomText } from '../../shared/domain/ids.ts';

/** After so long the same button pressed again is meant anew. */
const SAME_MS = 20_000;

export class Presses {
  #unanswered = new Map<string, { press: string; at: number }>();

  /** The name of a press of this button: the last one's, where nobody knows whether that arrived. */
  of(button: string, now = performance.now()): string {
    const last = this.#unanswered.get(button);
    this.#unanswered.delete(button);
    return last && now - last.at < SAME_MS ? last.press : randomText(16);
  }

  /** No answer came to it: it may have been done. */
  doubted(button: string, press: string, now = performance.now()): void {
    this.#unanswered.set(button, { press, at: now });
  }
}

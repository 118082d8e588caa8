/** Answers to SyncStep1, each made once for all who ask with the same state vector; and what is known to need none. */

import * as Y from 'yjs';
import { SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import type { Frame } from '../ports.ts';
import { readStateVector } from './gate/readUpdate.ts';

const ANSWERS_MAX = 64;
/** Of all answers kept; a state vector of nonsense is answered with the whole board, and there is no end of such. */
const ANSWERS_BYTES_MAX = 32_000_000;
/** SyncStep2s that brought nothing, remembered by their bytes. */
const NOTHINGS_MAX = 16;
const NOTHING_LEAST_BYTES = 512;

export class StateAnswers {
  readonly #answers = new Map<string, Frame>();
  #bytes = 0;
  /**
   * A synced client's SyncStep2 holds no structs but always the whole delete set: 17,000 ranges with 3,000 clientIDs,
   * the same bytes from all. What brought nothing once brings nothing for ever.
   */
  #nothings: Uint8Array[] = [];

  /** What the document has and this state vector has not. @throws BadUpdate where it is none */
  answer(doc: Y.Doc, stateVector: Uint8Array): Frame {
    const key = Buffer.from(stateVector).toString('latin1');
    let frame = this.#answers.get(key);
    if (frame) return frame;
    readStateVector(stateVector);
    frame = { bytes: syncFrame(SYNC.step2, Y.encodeStateAsUpdate(doc, stateVector)) };
    const { length } = frame.bytes;
    // Who has nothing is answered oftenest, and with the same.
    const hasNothing = stateVector.length === 1;
    if (this.#answers.size < ANSWERS_MAX && (hasNothing || this.#bytes + length <= ANSWERS_BYTES_MAX)) {
      this.#answers.set(key, frame);
      this.#bytes += length;
    }
    return frame;
  }

  /** The document has changed. */
  changed(): void {
    this.#answers.clear();
    this.#bytes = 0;
  }

  /** Whether a SyncStep2 of these bytes brought nothing before. */
  bringsNothing(bytes: Uint8Array): boolean {
    return this.#nothings.some((known) => Buffer.compare(known, bytes) === 0);
  }

  broughtNothing(bytes: Uint8Array): void {
    if (bytes.length < NOTHING_LEAST_BYTES) return;
    this.#nothings.unshift(bytes);
    this.#nothings.length = Math.min(this.#nothings.length, NOTHINGS_MAX);
  }

  /** The document is another: what it held may be gone. */
  forget(): void {
    this.changed();
    this.#nothings = [];
  }
}

/**
 * Awareness of stock clients on one board: who controls which clientID, and what has changed since the last flush.
 *
 * y-protocols lets every client renew itself each 15 s and tells everybody: N² messages from idle people. Here what
 * changed goes out in one frame a tick, and renewals alone in one frame each `RENEWAL_MS`. Our own clients (`v=1`)
 * send and get none: presence belongs to the hall channel.
 *
 * Format: y-protocols `awareness.js`, encodeAwarenessUpdate.
 */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { ParticipantId } from '../../shared/domain/ids.ts';

/** Stock clients forget a state that is not renewed within 30 s. */
export const RENEWAL_MS = 10_000;
const STATE_MAX = 2_000;
const CLIENTS_A_SESSION = 4;
const NAMELESS = '{}';

/** A connection, and the person whose it is. */
export interface Speaker {
  readonly holder: number;
  readonly participant: ParticipantId;
}

interface Entry {
  clock: number;
  state: string;
  speaker: Speaker;
}

export class AwarenessTable {
  #entries = new Map<number, Entry>();
  #changed = new Set<number>();
  #renewed = new Set<number>();
  /** Connections that have said something. */
  #heard = new Set<number>();

  /**
   * Takes a session's awareness update; entries that are not its own are passed over.
   * @param nameless what it says of itself is kept to itself: that somebody is there is all that others hear
   * @returns whether something changed that others shall see at once
   * @throws on malformed bytes
   */
  take(speaker: Speaker, update: Uint8Array, nameless = false): boolean {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    if (count > 1_000) throw new RangeError('too many awareness entries');
    // A provider begins by speaking of itself alone; what it hears of others it repeats, but only after that.
    if (count === 1 && !this.#heard.has(speaker.holder)) this.#handOver(decoding.clone(decoder), speaker);
    this.#heard.add(speaker.holder);
    for (let index = 0; index < count; index++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      if (state.length > STATE_MAX) throw new RangeError('an awareness state too large');
      JSON.parse(state);
      this.#takeOne(speaker, client, clock, nameless && state !== 'null' ? NAMELESS : state);
    }
    return this.#changed.size > 0;
  }

  /** Forgets what a session controlled. @returns whether others shall be told */
  drop({ holder }: Speaker): boolean {
    this.#heard.delete(holder);
    for (const [client, entry] of this.#entries) {
      if (entry.speaker.holder !== holder) continue;
      entry.clock++;
      entry.state = 'null';
      this.#changed.add(client);
    }
    return this.#changed.size > 0;
  }

  /** What changed since the last flush, as one awareness update; null when nothing did. */
  flush(withRenewals: boolean): Uint8Array | null {
    const due = withRenewals ? new Set([...this.#changed, ...this.#renewed]) : new Set(this.#changed);
    if (due.size === 0) return null;
    const update = this.#encode(due);
    for (const client of due) {
      if (this.#entries.get(client)?.state === 'null') this.#entries.delete(client);
      this.#renewed.delete(client);
    }
    this.#changed.clear();
    return update;
  }

  /** Everybody, as one awareness update; null when nobody is there. */
  all(): Uint8Array | null {
    return this.#entries.size === 0 ? null : this.#encode(this.#entries.keys());
  }

  /**
   * Somebody is back by a new connection with the clientID that they had: from now on it is this one's, for the old
   * one may end long after, and must not take them along.
   */
  #handOver(decoder: decoding.Decoder, speaker: Speaker): void {
    const entry = this.#entries.get(decoding.readVarUint(decoder));
    if (entry?.speaker.participant === speaker.participant) entry.speaker = speaker;
  }

  #takeOne(speaker: Speaker, client: number, clock: number, state: string): void {
    const entry = this.#entries.get(client);
    if (!entry) {
      if (state === 'null' || this.#countOf(speaker) >= CLIENTS_A_SESSION) return;
      this.#entries.set(client, { clock, state, speaker });
      this.#changed.add(client);
      return;
    }
    // First come, first served: nobody may speak for another, or remove them.
    if (entry.speaker.holder !== speaker.holder || clock <= entry.clock) return;
    entry.clock = clock;
    if (entry.state === state) {
      this.#renewed.add(client);
    } else {
      entry.state = state;
      this.#changed.add(client);
    }
  }

  #countOf({ holder }: Speaker): number {
    let count = 0;
    for (const { speaker } of this.#entries.values()) if (speaker.holder === holder) count++;
    return count;
  }

  #encode(clients: Iterable<number>): Uint8Array {
    const known = [...clients].filter((client) => this.#entries.has(client));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, known.length);
    for (const client of known) {
      const { clock, state } = this.#entries.get(client)!;
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
    return encoding.toUint8Array(encoder);
  }
}

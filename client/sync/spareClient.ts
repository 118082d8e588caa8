/**
 * Yjs clientIDs that this browser has written under at a station, and may write under again. Each costs everybody a
 * little for ever, and the server grants a person 64; a phone that reloads its pages all day would use them up.
 *
 * An id is spare only when all that was written under it is on the server's disk: then nothing under way can meet what
 * is written under it next. And only one tab may take it: it claims, waits, and looks whether the claim still stands.
 */

import * as Y from 'yjs';
import { type ParticipantId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type { DeviceStorage } from '../state/deviceStorage.ts';

/** Longer than what one tab writes to storage takes to be seen by the others. */
const CLAIM_MS = 400;
const FREE = 'free';

export class SpareClients {
  #storage: DeviceStorage;
  #prefix: string;

  constructor(storage: DeviceStorage, place: { station: StationId; participant: ParticipantId }) {
    this.#storage = storage;
    this.#prefix = `vh.client.${place.station}.${place.participant}.`;
  }

  /** Puts the document's own id aside for later, if anything was written under it. */
  keep(doc: Y.Doc): void {
    if (Y.getState(doc.store, doc.clientID) > 0) this.#storage.set(this.#prefix + doc.clientID, FREE);
  }

  /** Takes the id that was put aside back again. @returns whether it still was there */
  takeBack(doc: Y.Doc): boolean {
    const key = this.#prefix + doc.clientID;
    if (this.#storage.get(key) !== FREE) return false;
    this.#storage.remove(key);
    return true;
  }

  /**
   * Lets the document go on under a spare id, if there is one that it knows and nothing was written in it yet. The
   * document must be whole: Yjs gives up an id that it meets in what comes in.
   * @returns what stops it
   */
  adopt(doc: Y.Doc): () => void {
    const key = this.#storage
      .keys(this.#prefix)
      .find((one) => this.#storage.get(one) === FREE && Y.getState(doc.store, this.#idIn(one)) > 0);
    if (!key) return () => {};
    const claim = randomText(8);
    this.#storage.set(key, claim);
    const timer = setTimeout(() => {
      if (this.#storage.get(key) !== claim) return;
      // Who wrote meanwhile has an id already, and another tab may want this one.
      if (Y.getState(doc.store, doc.clientID) > 0) {
        this.#storage.set(key, FREE);
        return;
      }
      this.#storage.remove(key);
      doc.clientID = this.#idIn(key);
    }, CLAIM_MS);
    return () => {
      clearTimeout(timer);
      if (this.#storage.get(key) === claim) this.#storage.set(key, FREE);
    };
  }

  #idIn(key: string): number {
    return Number(key.slice(this.#prefix.length));
  }
}

/** An id that nobody has used, as far as chance can tell. */
export function freshClient(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]!;
}

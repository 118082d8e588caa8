/**
 * The structs that a document has, as one judgement looks them up. An update asks for the same few again and again (whose
 * clock, what it follows on, what it deletes), so the client and the struct that were asked for last are kept at hand:
 * good for as long as the document stays as it is, which is one judgement.
 */

import * as Y from 'yjs';
import type { DeleteRange, Id } from './readUpdate.ts';

type DocStruct = Y.Item | Y.GC;

export class DocStructs {
  readonly #clients: ReadonlyMap<number, DocStruct[]>;
  #client = -1;
  #structs: readonly DocStruct[] | undefined;
  #state = 0;
  /** Of this client's structs the one that was asked for last, and where it stands among them. */
  #found: DocStruct | null = null;
  #index = 0;

  constructor(doc: Y.Doc) {
    this.#clients = doc.store.clients as Map<number, DocStruct[]>;
  }

  /** The first clock of this client that is not here. */
  stateOf(client: number): number {
    if (client !== this.#client) this.#turnTo(client);
    return this.#state;
  }

  /** The struct that has this id; undefined where there is none. */
  at({ client, clock }: Id): DocStruct | undefined {
    return clock < this.stateOf(client) ? this.#structs![this.#find(clock)] : undefined;
  }

  /**
   * What the deleted ranges name here: what lives, and, where it is wanted, what is deleted already (null where nothing
   * is). Whatever else they name comes with the update.
   */
  named(ranges: readonly DeleteRange[], wantsDead: boolean): { living: Living[]; dead: Y.Item[] | null } {
    const living: Living[] = [];
    let dead: Y.Item[] | null = null;
    for (const { client, clock, length } of ranges) {
      const end = Math.min(clock + length, this.stateOf(client));
      if (clock >= end) continue;
      const structs = this.#structs!;
      for (let index = this.#find(clock); index < structs.length; index++) {
        const item = structs[index]!;
        const start = item.id.clock;
        if (start >= end) break;
        if (!(item instanceof Y.Item)) continue;
        if (item.deleted) {
          if (wantsDead) {
            dead ??= [];
            dead.push(item);
          }
          continue;
        }
        living.push({ item, from: Math.max(0, clock - start), to: Math.min(item.length, end - start) });
      }
    }
    return { living, dead };
  }

  #turnTo(client: number): void {
    const structs = this.#clients.get(client);
    const last = structs?.at(-1);
    this.#client = client;
    this.#structs = structs;
    this.#state = last ? last.id.clock + last.length : 0;
    this.#found = null;
  }

  #find(clock: number): number {
    const found = this.#found;
    if (found === null || clock < found.id.clock || clock >= found.id.clock + found.length) {
      this.#index = Y.findIndexSS(this.#structs as DocStruct[], clock);
      this.#found = this.#structs![this.#index]!;
    }
    return this.#index;
  }
}

/** An item of the document that the update deletes, and lives: offsets within it. */
export interface Living {
  item: Y.Item;
  from: number;
  to: number;
}

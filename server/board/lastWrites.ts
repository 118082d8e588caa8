/**
 * Of two who write one field without having seen each other's, Yjs lets the higher clientID stand, whoever came first.
 * People expect the last drop to count. So where a value that came later loses so to one that came before, the server
 * writes it anew, over the other and in the same commit. (ADR 18, B22.) So it does with a value without which its note or
 * group would not be shown, where that is gone. (B24.)
 */

import * as Y from 'yjs';
import { type Fields, fieldsIn } from '../../shared/board/boardDoc.ts';
import { rootNamed } from '../../shared/plan/roots.ts';
import { DocStructs } from './gate/docStructs.ts';
import type { LateWrite } from './gate/lateWrites.ts';
import type { NeededValue } from './gate/neededValues.ts';

/** For whom the server wrote is remembered so long. */
const REMEMBERED_MS = 5 * 60_000;

/** A value that lost, and to what. */
interface Lost {
  write: LateWrite;
  winner: Y.ID;
  winnerLives: boolean;
}

/** The fields of one board whose last value lost, within one tick; and for whom they were written anew. */
export class LastWrites {
  #lost = new Map<string, Lost>();
  /** What must stand and is gone, by the same names: as it stood last. */
  #missing = new Map<string, NeededValue>();
  /** By the server's clock: whose clientID had written the value; oldest first. */
  readonly #writtenFor = new Map<number, { client: number; at: number }>();

  /** A new tick: what an earlier one left undone was undone with it. */
  begin(): void {
    if (this.any) this.#clear();
  }

  /** Some field is to be written anew. */
  get any(): boolean {
    return this.#lost.size > 0 || this.#missing.size > 0;
  }

  /**
   * An update is in.
   * @param writes what was written in it without knowledge of what the field held
   * @param needed what stood before it and must not be missing now
   */
  arrived(doc: Y.Doc, writes: readonly LateWrite[], needed: readonly NeededValue[]): void {
    for (const value of needed)
      if (isMissing(value)) this.#missing.set(nameOf(value.fields._item!.parentSub!, value.key), value);
    for (const write of writes) {
      const latest = fieldsOf(doc, write)?._map.get(write.key);
      // A note that was taken down stays down, and one hung anew meanwhile is another.
      if (!latest || !hasLost(doc, write, latest)) continue;
      this.#lost.set(nameOf(write.id, write.key), {
        write,
        winner: latest.lastId,
        winnerLives: !latest.deleted,
      });
    }
  }

  /** Writes anew, within a transaction of the server's own, what nothing has come after. */
  mend(doc: Y.Doc, now: number): void {
    for (const [name, { write, winner, winnerLives }] of this.#lost) {
      const fields = fieldsOf(doc, write);
      const latest = fields?._map.get(write.key);
      if (!fields || !latest || !sameId(latest.lastId, winner)) continue;
      if (latest.deleted === winnerLives) {
        // What it had lost to was taken away since: where something must stand, this stood last.
        const missing = this.#missing.get(name);
        if (missing && write.item) this.#missing.set(name, { ...missing, value: write.value });
        continue;
      }
      if (write.item === null) {
        fields.delete(write.key);
      } else if (latest.deleted || JSON.stringify(fields.get(write.key)) !== JSON.stringify(write.value)) {
        this.#remember(Y.getState(doc.store, doc.clientID), write.item.client, now);
        fields.set(write.key, write.value);
      }
    }
    for (const needed of this.#missing.values())
      if (isMissing(needed)) needed.fields.set(needed.key, needed.value);
    this.#clear();
  }

  /** The clientID that had written what the server wrote anew at this clock of its own; known for some minutes. */
  writtenFor(clock: number): number | undefined {
    return this.#writtenFor.get(clock)?.client;
  }

  /** A rebuilt document has other clocks. */
  forget(): void {
    this.#clear();
    this.#writtenFor.clear();
  }

  #clear(): void {
    this.#lost = new Map();
    this.#missing = new Map();
  }

  #remember(clock: number, client: number, at: number): void {
    for (const [old, written] of this.#writtenFor) {
      if (written.at > at - REMEMBERED_MS) break;
      this.#writtenFor.delete(old);
    }
    this.#writtenFor.set(clock, { client, at });
  }
}

/** Whether the field holds something else than what was written last. */
function hasLost(doc: Y.Doc, { item }: LateWrite, latest: Y.Item): boolean {
  if (item === null) return !latest.deleted;
  const written = new DocStructs(doc).at(item);
  return written instanceof Y.Item && written.deleted && written.parent === latest.parent;
}

/** Whether it is gone from a thing that still is there. */
function isMissing({ fields, key }: NeededValue): boolean {
  return fields._item?.deleted === false && (fields.get(key) ?? null) === null;
}

function fieldsOf(doc: Y.Doc, { of, id }: LateWrite): Fields | null {
  return fieldsIn(rootNamed(doc, of) as Y.Map<Fields>, id);
}

const nameOf = (id: string, key: string) => `${id} ${key}`;
const sameId = (one: Y.ID, other: Y.ID) => one.client === other.client && one.clock === other.clock;

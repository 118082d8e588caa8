/**
 * What a board (or a hall's plan) holds in memory: the document, who first used each note id, who each clientID is
 * leased to, and how far the disk has come. Changes gather here during a tick and leave as one commit.
 */

import * as Y from 'yjs';
import { notesOf } from '../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { rootNamed } from '../../shared/plan/roots.ts';
import type { BoardCommit, BoardRecord } from '../ports.ts';
import type { DocRules, GateBoard } from './gate/rules.ts';
import { shapeOf } from './gate/shapeOf.ts';
import { type Damage, hasPending, loadBoard } from './loadBoard.ts';

/** A Yjs update that changes nothing: no blocks, no deletes. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

export class BoardContent implements GateBoard {
  readonly doc: Y.Doc;
  readonly shape: DocRules;
  readonly epoch: number;
  /** What of the record could not be used. */
  readonly damage: readonly Damage[];
  /** Something is missing: a bad snapshot alone is made good by the rows, a bad row by nothing. */
  readonly damaged: boolean;
  /** The last seq on disk. */
  head: number;
  readonly #stationId: StationId;
  readonly #owners: Map<NoteId, ParticipantId | null>;
  readonly #leases: Map<number, ParticipantId>;
  readonly #leaseCounts = new Map<ParticipantId, number>();
  /** The ids that each person has used. */
  readonly #idsOf = new Map<ParticipantId, NoteId[]>();
  #newOwners: [NoteId, ParticipantId | null][] = [];
  #newLeases: [number, ParticipantId][] = [];
  #collected: Uint8Array[] = [];
  /** Notes that hang, counted when somebody asks after a change: each commit tells it twice. */
  #hanging: number | null = null;

  constructor(stationId: StationId, record: BoardRecord) {
    const { doc, damage } = loadBoard(record);
    this.#stationId = stationId;
    this.shape = shapeOf(stationId);
    this.doc = doc;
    this.damage = damage;
    this.damaged = damage.some(({ what }) => what === 'row');
    this.epoch = record.epoch;
    this.head = record.head;
    this.#owners = new Map(record.owners);
    this.#leases = new Map(record.leases);
    for (const participant of this.#leases.values()) {
      this.#leaseCounts.set(participant, this.leasesOf(participant) + 1);
    }
    for (const [id, owner] of this.#owners) this.#lists(id, owner);
    // All roots are there from the start, so that reading makes none.
    for (const root of this.shape.roots) rootNamed(doc, root);
    // Collect bytes and nothing else: a listener that throws once is never called again, nor is any other.
    doc.on('update', (bytes: Uint8Array) => {
      this.#collected.push(bytes);
      this.#hanging = null;
    });
  }

  /** Notes that hang now; a plan has none. */
  get notes(): number {
    if (this.shape.name !== 'board') return 0;
    // In the middle of a tick it is another after each change.
    if (this.doc._transaction !== null) return countHanging(this.doc);
    this.#hanging ??= countHanging(this.doc);
    return this.#hanging;
  }

  /** Note ids ever used here. */
  get written(): number {
    return this.#owners.size;
  }

  /** Who first used this note id; undefined where nobody did, null where the server itself did. */
  ownerOf(id: NoteId): ParticipantId | null | undefined {
    return this.#owners.get(id);
  }

  /** Records who uses a note id; the first stays. */
  claim(id: NoteId, owner: ParticipantId | null): void {
    if (this.#owners.has(id)) return;
    this.#owners.set(id, owner);
    this.#newOwners.push([id, owner]);
    this.#lists(id, owner);
  }

  hangs(id: NoteId): boolean {
    return notesOf(this.doc).has(id);
  }

  /** How many of this person's notes hang. */
  notesBy(participant: ParticipantId): number {
    const notes = notesOf(this.doc);
    return (this.#idsOf.get(participant) ?? []).filter((id) => notes.has(id)).length;
  }

  /** Who has notes hanging, and how many. */
  writers(): Map<ParticipantId, number> {
    const writers = new Map<ParticipantId, number>();
    for (const participant of this.#idsOf.keys()) {
      const count = this.notesBy(participant);
      if (count > 0) writers.set(participant, count);
    }
    return writers;
  }

  /** Whose this clientID is; undefined where it is nobody's yet. */
  leaseOf(client: number): ParticipantId | undefined {
    return this.#leases.get(client);
  }

  /** How many clientIDs are this person's. */
  leasesOf(participant: ParticipantId): number {
    return this.#leaseCounts.get(participant) ?? 0;
  }

  /** Records who uses a clientID; the first stays. */
  lease(client: number, participant: ParticipantId): void {
    if (this.#leases.has(client)) return;
    this.#leases.set(client, participant);
    this.#leaseCounts.set(participant, this.leasesOf(participant) + 1);
    this.#newLeases.push([client, participant]);
  }

  #lists(id: NoteId, owner: ParticipantId | null): void {
    if (owner === null) return;
    const ids = this.#idsOf.get(owner);
    if (ids) ids.push(id);
    else this.#idsOf.set(owner, [id]);
  }

  /** Nothing is pending, and Yjs has finished its transaction (a listener that throws leaves it open for good). */
  get sound(): boolean {
    return (
      !hasPending(this.doc) && this.doc._transaction === null && this.doc._transactionCleanups.length === 0
    );
  }

  /** All that changed since the last one, as the next commit; null when nothing did. */
  takeCommit(at: number): BoardCommit | null {
    const collected = this.#collected;
    const [owners, leases] = [this.#newOwners, this.#newLeases];
    if (collected.length === 0 && owners.length === 0 && leases.length === 0) return null;
    [this.#collected, this.#newOwners, this.#newLeases] = [[], [], []];
    return {
      stationId: this.#stationId,
      epoch: this.epoch,
      seq: this.head + 1,
      at,
      bytes: merged(collected),
      owners,
      leases,
      notes: this.notes,
      written: this.written,
    };
  }
}

/** As Y.Map’s own `size`, which makes a list of all first. */
function countHanging(doc: Y.Doc): number {
  let count = 0;
  for (const item of notesOf(doc)._map.values()) if (!item.deleted) count++;
  return count;
}

function merged(updates: Uint8Array[]): Uint8Array {
  if (updates.length === 0) return EMPTY_UPDATE;
  return updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates);
}

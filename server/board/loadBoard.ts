/**
 * From a station's record to its document. A bad row or snapshot is set aside and told of; what can be read is read.
 * Never an empty board because loading failed: the caller gets `damage`, and where rows are among it opens the station
 * read-only. (A bad snapshot alone loses nothing: the one before it, or the rows, hold the same.)
 */

import * as Y from 'yjs';
import type { BoardRecord, StoredBytes } from '../ports.ts';

/** Something of the record that could not be used. */
export interface Damage {
  what: 'row' | 'snapshot';
  seq: number;
  reason: string;
}

export interface LoadedBoard {
  doc: Y.Doc;
  damage: Damage[];
}

/** Builds the document. The record's bytes are not changed. */
export function loadBoard(record: BoardRecord): LoadedBoard {
  const damage: Damage[] = [];
  const base = newestGood(record.snapshots, damage);
  const rows = followingRows(record, base?.seq ?? 0, damage);
  const bad = new Set<number>();
  let doc = base?.doc ?? new Y.Doc();
  for (;;) {
    const thrown = replay(
      doc,
      rows.filter(({ seq }) => !bad.has(seq)),
    );
    if (thrown) {
      if (bad.has(thrown.seq)) throw new Error('the board can’t be replayed');
      // A row that throws leaves the document half changed: begin again without it.
      bad.add(thrown.seq);
      damage.push({ what: 'row', seq: thrown.seq, reason: thrown.reason });
      doc.destroy();
      doc = base ? loaded(base.bytes) : new Y.Doc();
      continue;
    }
    if (hasPending(doc)) {
      damage.push({ what: 'row', seq: record.head, reason: 'rows build on something that is missing' });
      // What waits for a missing row stays on disk; in the document it would be sent to each joiner.
      doc.store.pendingStructs = null;
      doc.store.pendingDs = null;
    }
    // After loading: Yjs gives a document a new clientID when it meets its own in what it loads.
    doc.clientID = record.serverClient;
    return { doc, damage };
  }
}

/** Whether the document waits for something it has not got; on a sound board never. */
export function hasPending(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/** The newest snapshot that can be read, as a document. */
function newestGood(snapshots: readonly StoredBytes[], damage: Damage[]): LoadedSnapshot | null {
  for (const { seq, bytes, intact } of snapshots) {
    try {
      if (!intact) throw new Error('the checksum is wrong');
      return { seq, bytes, doc: loaded(bytes) };
    } catch (error) {
      damage.push({ what: 'snapshot', seq, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return null;
}

interface LoadedSnapshot {
  seq: number;
  bytes: Uint8Array;
  doc: Y.Doc;
}

/** @throws where the bytes can't be read, or are not the whole of something */
function loaded(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
  } catch {
    doc.destroy();
    throw new Error('it can’t be read');
  }
  if (hasPending(doc)) {
    doc.destroy();
    throw new Error('something is missing in it');
  }
  return doc;
}

/** The sound rows after `base`; holes and bad rows go to `damage`. */
function followingRows(record: BoardRecord, base: number, damage: Damage[]): StoredBytes[] {
  const rows: StoredBytes[] = [];
  let expected = base + 1;
  for (const row of record.rows) {
    if (row.seq <= base) continue;
    if (row.seq > expected)
      damage.push({ what: 'row', seq: expected, reason: missing(expected, row.seq - 1) });
    expected = row.seq + 1;
    if (row.intact) rows.push(row);
    else damage.push({ what: 'row', seq: row.seq, reason: 'the checksum is wrong' });
  }
  if (expected <= record.head)
    damage.push({ what: 'row', seq: expected, reason: missing(expected, record.head) });
  return rows;
}

const missing = (from: number, to: number) =>
  from === to ? `row ${from} is missing` : `rows ${from} to ${to} are missing`;

function replay(doc: Y.Doc, rows: readonly StoredBytes[]): { seq: number; reason: string } | null {
  let at = 0;
  try {
    // One transaction for all: Yjs copies the state vector at each, which is slow with many clientIDs.
    doc.transact(() => {
      for (const row of rows) {
        at = row.seq;
        Y.applyUpdate(doc, row.bytes);
      }
    });
    return null;
  } catch {
    return { seq: at, reason: 'it can’t be read' };
  }
}

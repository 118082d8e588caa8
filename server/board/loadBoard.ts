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
  for (;;) {
    const doc = new Y.Doc();
    const thrown = replay(
      doc,
      base,
      rows.filter(({ seq }) => !bad.has(seq)),
    );
    if (thrown) {
      if (bad.has(thrown.seq) || thrown.seq === base?.seq) throw new Error('the board can’t be replayed');
      // A row that throws leaves the document half changed: begin again without it.
      bad.add(thrown.seq);
      damage.push({ what: 'row', seq: thrown.seq, reason: thrown.reason });
      doc.destroy();
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

function newestGood(snapshots: readonly StoredBytes[], damage: Damage[]): StoredBytes | null {
  for (const snapshot of snapshots) {
    const reason = snapshot.intact ? tryLoad(snapshot.bytes) : 'the checksum is wrong';
    if (!reason) return snapshot;
    damage.push({ what: 'snapshot', seq: snapshot.seq, reason });
  }
  return null;
}

function tryLoad(bytes: Uint8Array): string | null {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, bytes);
    return hasPending(doc) ? 'something is missing in it' : null;
  } catch {
    return 'it can’t be read';
  } finally {
    doc.destroy();
  }
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

function replay(
  doc: Y.Doc,
  base: StoredBytes | null,
  rows: readonly StoredBytes[],
): { seq: number; reason: string } | null {
  let at = base?.seq ?? 0;
  try {
    // One transaction for all: Yjs copies the state vector at each, which is slow with many clientIDs.
    doc.transact(() => {
      if (base) Y.applyUpdate(doc, base.bytes);
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

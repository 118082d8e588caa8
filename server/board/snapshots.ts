/**
 * A board's snapshot: made of what is on disk, and believed only when a fresh document that was loaded from it is the
 * same as the one it was made of. Yjs has written documents that it could not read again; those must never replace
 * anything.
 */

import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { ROOT_NAMES } from '../../shared/board/boardDoc.ts';
import { PLAN_ROOTS } from '../../shared/plan/planDoc.ts';
import type { BoardRecord, StoredBytes } from '../ports.ts';

/**
 * The document of everything up to `seq`, as one Yjs V1 update.
 * @throws with a plain reason when a step of it is missing or bad, or when the result does not read back the same
 */
export function makeSnapshot(record: BoardRecord, seq: number): Uint8Array {
  if (seq < 1 || seq > record.head)
    throw new Error(`there is no step ${seq}: the journal has ${record.head}`);
  const made = replay(record, seq);
  const bytes = Y.encodeStateAsUpdate(made);
  const loaded = new Y.Doc();
  try {
    step(loaded, bytes, 'the snapshot made');
    assertSame(made, loaded);
  } finally {
    made.destroy();
    loaded.destroy();
  }
  return bytes;
}

/** The newest sound snapshot that is not beyond `seq`, and the rows after it. */
function replay(record: BoardRecord, seq: number): Y.Doc {
  const bases = record.snapshots.filter((snapshot) => snapshot.intact && snapshot.seq <= seq);
  for (const base of bases) {
    const doc = new Y.Doc();
    try {
      step(doc, base.bytes, `the snapshot of ${base.seq}`);
    } catch {
      // It can't be read although its bytes are whole: the one before, or the rows alone, will do.
      doc.destroy();
      continue;
    }
    applyRows(doc, rowsBetween(record.rows, base.seq, seq));
    return doc;
  }
  const doc = new Y.Doc();
  applyRows(doc, rowsBetween(record.rows, 0, seq));
  return doc;
}

/** The rows after `from` up to and with `to`: all of them there, in order, and intact. */
function rowsBetween(rows: readonly StoredBytes[], from: number, to: number): StoredBytes[] {
  const between = rows.filter((row) => row.seq > from && row.seq <= to);
  let expected = from + 1;
  for (const row of between) {
    if (row.seq !== expected) throw new Error(`row ${expected} is missing`);
    if (!row.intact) throw new Error(`the checksum of row ${row.seq} is wrong`);
    expected++;
  }
  if (expected <= to) throw new Error(`row ${expected} is missing`);
  return between;
}

/** All in one transaction: Yjs copies the state vector at each, which is slow with many clientIDs. */
function applyRows(doc: Y.Doc, rows: readonly StoredBytes[]): void {
  let bad: unknown = null;
  try {
    doc.transact(() => {
      try {
        for (const row of rows) step(doc, row.bytes, `row ${row.seq}`);
      } catch (error) {
        bad = error;
      }
    });
  } catch (cause) {
    // What Yjs throws when it tidies up after a row that it could not read says less than that row's own reason.
    bad ??= new Error('the rows can’t be read together', { cause });
  }
  if (bad) throw bad;
}

function step(doc: Y.Doc, bytes: Uint8Array, name: string): void {
  try {
    Y.applyUpdate(doc, bytes);
  } catch (cause) {
    throw new Error(`${name} can’t be read`, { cause });
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error(`${name} builds on something that is missing`);
  }
}

function assertSame(made: Y.Doc, loaded: Y.Doc): void {
  if (!Y.equalSnapshots(Y.snapshot(made), Y.snapshot(loaded))) {
    throw new Error('the snapshot reads back with other changes in it than were made');
  }
  // Of a board or of a plan: roots that it has not are empty in both.
  for (const root of new Set([...ROOT_NAMES, ...PLAN_ROOTS])) {
    // Not as text: the order of a map's keys is the order in which they came, and that may differ.
    if (!isDeepStrictEqual(made.getMap(root).toJSON(), loaded.getMap(root).toJSON())) {
      throw new Error(`the snapshot’s ${root} read back different`);
    }
  }
}

/** What the writer does for the journal. Each function is one job: it runs whole, in a savepoint, or not at all. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';
import type { BoardCommit, NewBoard } from '../ports.ts';
import { checksum } from './checksum.ts';
import type { Db } from './driver.ts';
import { assertFirst, assertFits, noSuchStation } from './refusals.ts';

export function append(db: Db, commit: BoardCommit): void {
  const sql = 'SELECT epoch, head FROM station_head WHERE station = ?';
  const onDisk = db.get<{ epoch: number; head: number }>(sql, commit.stationId);
  if (!onDisk) throw noSuchStation(commit.stationId);
  assertFits(onDisk, commit);
  db.run(
    'UPDATE station_head SET head = ?, notes = ?, written = ? WHERE station = ?',
    commit.seq,
    commit.notes,
    commit.written,
    commit.stationId,
  );
  insertStep(db, commit);
}

/** The head and the first step of a new hall's board. Part of `createHall`. */
export function insertBoard(db: Db, hallId: HallId, board: NewBoard): void {
  assertFirst(board);
  const { stationId, epoch, seq, notes, written } = board.commit;
  db.run(
    'INSERT INTO station_head VALUES (?, ?, ?, ?, ?, ?, ?)',
    stationId,
    hallId,
    epoch,
    seq,
    board.serverClient,
    notes,
    written,
  );
  insertStep(db, board.commit);
}

function insertStep(db: Db, { stationId, seq, epoch, at, bytes, owners, leases }: BoardCommit): void {
  db.run(
    'INSERT INTO journal (station, seq, epoch, at, bytes, crc) VALUES (?, ?, ?, ?, ?, ?)',
    stationId,
    seq,
    epoch,
    at,
    bytes,
    checksum(seq, bytes),
  );
  const insertOwner = 'INSERT INTO note_owner VALUES (?, ?, ?, ?) ON CONFLICT (station, note) DO NOTHING';
  let ordinal = owners.length > 0 ? nextOrdinal(db, 'note_owner', stationId) : 0;
  for (const [note, person] of owners) ordinal += db.run(insertOwner, stationId, ordinal, note, person);

  const insertLease = 'INSERT INTO lease VALUES (?, ?, ?, ?) ON CONFLICT (station, client) DO NOTHING';
  ordinal = leases.length > 0 ? nextOrdinal(db, 'lease', stationId) : 0;
  for (const [client, person] of leases) ordinal += db.run(insertLease, stationId, ordinal, client, person);
}

function nextOrdinal(db: Db, table: 'note_owner' | 'lease', stationId: StationId): number {
  const sql = `SELECT coalesce(max(ordinal), 0) + 1 AS next FROM ${table} WHERE station = ?`;
  return db.get<{ next: number }>(sql, stationId)!.next;
}

/** A verified snapshot, as the reader made it. */
export interface NewSnapshot {
  stationId: StationId;
  seq: number;
  epoch: number;
  at: number;
  bytes: Uint8Array;
}

/** Stores a snapshot (in the place of a bad one of the same seq, if there is one) and keeps the two newest. */
export function storeSnapshot(db: Db, { stationId, seq, epoch, at, bytes }: NewSnapshot): void {
  db.run(
    'INSERT OR REPLACE INTO snapshot VALUES (?, ?, ?, ?, ?, ?)',
    stationId,
    seq,
    epoch,
    at,
    bytes,
    checksum(seq, bytes),
  );
  db.run(
    `DELETE FROM snapshot WHERE station = ?1 AND seq NOT IN
       (SELECT seq FROM snapshot WHERE station = ?1 ORDER BY seq DESC LIMIT 2)`,
    stationId,
  );
}

/** Seen again, a bad row keeps its first note. */
export function quarantine(
  db: Db,
  stationId: StationId,
  what: 'row' | 'snapshot',
  seq: number,
  reason: string,
  at: number,
): void {
  if (!db.get('SELECT 1 FROM station_head WHERE station = ?', stationId)) throw noSuchStation(stationId);
  db.run('INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?)', stationId, what, seq, reason, at);
}

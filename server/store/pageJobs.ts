/** What the two threads do for results pages: addresses, and files in pieces. Each function is one job. */

import type { HallId } from '../../shared/domain/ids.ts';
import { AddressTaken, type FileRecord } from '../ports.ts';
import type { Db } from './driver.ts';
import { noSuchFile, noSuchHall } from './refusals.ts';

export function claimAddress(db: Db, address: string, hallId: HallId): void {
  assertHall(db, hallId);
  const had = hallOfAddress(db, address);
  if (had === hallId) return;
  if (had !== null) throw new AddressTaken('that address is taken');
  db.run('INSERT INTO page_address VALUES (?, ?)', address, hallId);
}

export function hallOfAddress(db: Db, address: string): HallId | null {
  return db.get<{ hall: HallId }>('SELECT hall FROM page_address WHERE address = ?', address)?.hall ?? null;
}

export function beginFile(db: Db, { id, hallId, name, kind, size, at }: FileRecord): void {
  assertHall(db, hallId);
  db.run('INSERT INTO page_file VALUES (?, ?, ?, ?, ?, ?, 0)', id, hallId, name, kind, size, at);
}

export function addFilePiece(db: Db, id: string, n: number, bytes: Uint8Array): void {
  assertUnderWay(db, id);
  const { next } = db.get<{ next: number }>(
    'SELECT count(*) AS next FROM page_file_piece WHERE file = ?',
    id,
  )!;
  if (n !== next) throw new Error(`piece ${n} is not the next of ${id}`);
  db.run('INSERT INTO page_file_piece VALUES (?, ?, ?)', id, n, bytes);
}

export function finishFile(db: Db, id: string, size: number): void {
  assertUnderWay(db, id);
  db.run('UPDATE page_file SET whole = 1, size = ? WHERE id = ?', size, id);
}

export function files(db: Db, hallId: HallId): FileRecord[] {
  return db.all<FileRecord>(
    'SELECT id, hall AS hallId, name, kind, size, at FROM page_file WHERE hall = ? AND whole = 1 ORDER BY rowid',
    hallId,
  );
}

export function filePiece(db: Db, id: string, n: number): Uint8Array | null {
  const row = db.get<{ bytes: Uint8Array }>(
    `SELECT bytes FROM page_file_piece JOIN page_file ON page_file.id = file AND whole = 1
     WHERE file = ? AND n = ?`,
    id,
    n,
  );
  return row?.bytes ?? null;
}

/** From here on nobody sees the file. */
export function hideFile(db: Db, id: string): void {
  db.run('UPDATE page_file SET whole = 0 WHERE id = ?', id);
}

/** Overwrites the last piece that is left, or takes the record away after the last one. @returns whether more may be left */
export function dropLastPiece(db: Db, id: string): boolean {
  // Set each time: it belongs to the connection, and what is deleted here was somebody's.
  db.get('PRAGMA secure_delete = ON');
  try {
    const dropped = db.run(
      `DELETE FROM page_file_piece WHERE file = ?1
       AND n = (SELECT max(n) FROM page_file_piece WHERE file = ?1)`,
      id,
    );
    if (dropped > 0) return true;
    db.run('DELETE FROM page_file WHERE id = ? AND whole = 0', id);
    return false;
  } finally {
    db.get('PRAGMA secure_delete = OFF');
  }
}

export function unfinishedFiles(db: Db): string[] {
  return db.all<{ id: string }>('SELECT id FROM page_file WHERE whole = 0').map(({ id }) => id);
}

function assertUnderWay(db: Db, id: string): void {
  if (!db.get('SELECT 1 FROM page_file WHERE id = ? AND whole = 0', id)) throw noSuchFile(id);
}

function assertHall(db: Db, id: HallId): void {
  if (!db.get('SELECT 1 FROM hall WHERE id = ?', id)) throw noSuchHall(id);
}

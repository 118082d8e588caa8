/** What the reader does: queries, and the making of snapshots. Each runs in one read transaction: one moment of the disk. */

import type { HallId, NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { makeSnapshot } from '../board/snapshots.ts';
import type {
  BoardRecord,
  HallItem,
  HallLogLine,
  HallRecord,
  KeyRecord,
  PersonRecord,
  SessionRecord,
  StoredBytes,
} from '../ports.ts';
import type { Db } from './driver.ts';
import { noSuchStation } from './refusals.ts';
import {
  type HallRow,
  type KeyRow,
  type PersonRow,
  readHall,
  readKey,
  readPerson,
  readSession,
  readStored,
  SESSION_COLUMNS,
  type SessionRow,
  type StoredRow,
} from './rows.ts';

interface HeadRow {
  epoch: number;
  head: number;
  server_client: number;
  notes: number;
  written: number;
}

/** The station as it is on disk. */
export function load(db: Db, stationId: StationId): BoardRecord | null {
  return loadUntil(db, stationId, null);
}

/** The station as it stood at that time. All rows are kept, so that any moment can be had. */
export function loadAt(db: Db, stationId: StationId, at: number): BoardRecord | null {
  const record = loadUntil(db, stationId, at);
  return record && { ...record, head: record.rows.at(-1)?.seq ?? record.snapshots[0]?.seq ?? 0 };
}

/** Rows of the journal after a step, so many at most. */
export function rowsAfter(db: Db, stationId: StationId, seq: number, limit: number): StoredBytes[] {
  return db
    .all<StoredRow>(
      'SELECT * FROM journal WHERE station = ? AND seq > ? ORDER BY seq LIMIT ?',
      stationId,
      seq,
      limit,
    )
    .map(readStored);
}

/** @param until null: all there is, whatever times it bears */
function loadUntil(db: Db, stationId: StationId, until: number | null): BoardRecord | null {
  const head = db.get<HeadRow>('SELECT * FROM station_head WHERE station = ?', stationId);
  if (!head) return null;
  const snapshots = db
    .all<StoredRow>(
      'SELECT * FROM snapshot WHERE station = ?1 AND (?2 IS NULL OR at <= ?2) ORDER BY seq DESC LIMIT 2',
      stationId,
      until,
    )
    .map(readStored);
  // Where one of the two is bad there is less to fall back on, so the loader gets the rows from the very first.
  const [, older] = snapshots;
  const after = older && snapshots.every(({ intact }) => intact) ? older.seq : 0;
  return {
    epoch: head.epoch,
    head: head.head,
    serverClient: head.server_client,
    snapshots,
    rows: db
      .all<StoredRow>(
        'SELECT * FROM journal WHERE station = ?1 AND seq > ?2 AND (?3 IS NULL OR at <= ?3) ORDER BY seq',
        stationId,
        after,
        until,
      )
      .map(readStored),
    owners: db
      .all<{ note: NoteId; person: ParticipantId | null }>(
        'SELECT note, person FROM note_owner WHERE station = ? ORDER BY ordinal',
        stationId,
      )
      .map(({ note, person }) => [note, person]),
    leases: db
      .all<{ client: number; person: ParticipantId }>(
        'SELECT client, person FROM lease WHERE station = ? ORDER BY ordinal',
        stationId,
      )
      .map(({ client, person }) => [client, person]),
    notes: head.notes,
    written: head.written,
  };
}

/** A verified snapshot up to `seq`; null where a sound one already reaches that far. */
export function buildSnapshot(
  db: Db,
  stationId: StationId,
  seq: number,
): { epoch: number; bytes: Uint8Array } | null {
  const record = load(db, stationId);
  if (!record) throw noSuchStation(stationId);
  if (record.snapshots.some((snapshot) => snapshot.intact && snapshot.seq >= seq)) return null;
  return { epoch: record.epoch, bytes: makeSnapshot(record, seq) };
}

export function hall(db: Db, id: HallId): HallRecord | null {
  const row = db.get<HallRow>('SELECT * FROM hall WHERE id = ?', id);
  if (!row) return null;
  const counts = db.all<{ station: StationId; notes: number; written: number }>(
    'SELECT station, notes, written FROM station_head WHERE hall = ?',
    id,
  );
  return {
    hall: readHall(row),
    counts: new Map(counts.map(({ station, notes, written }) => [station, { notes, written }])),
  };
}

export function hallOfStation(db: Db, stationId: StationId): HallId | null {
  const row = db.get<{ hall: HallId }>('SELECT hall FROM station_head WHERE station = ?', stationId);
  return row?.hall ?? null;
}

export function keyByCode(db: Db, code: string): KeyRecord | null {
  const row = db.get<KeyRow>('SELECT * FROM hall_key WHERE code = ? AND withdrawn_at IS NULL', code);
  return row ? readKey(row) : null;
}

export function keyByHash(db: Db, hash: string): KeyRecord | null {
  const row = db.get<KeyRow>('SELECT * FROM hall_key WHERE hash = ?', hash);
  return row ? readKey(row) : null;
}

export function keys(db: Db, hallId: HallId): KeyRecord[] {
  return db.all<KeyRow>('SELECT * FROM hall_key WHERE hall = ? ORDER BY rowid', hallId).map(readKey);
}

export function sessionByToken(db: Db, tokenHash: string): SessionRecord | null {
  const sql = `SELECT ${SESSION_COLUMNS} FROM session WHERE token_hash = ?`;
  const row = db.get<SessionRow>(sql, tokenHash);
  return row ? readSession(row) : null;
}

export function sessions(db: Db, hallId: HallId): SessionRecord[] {
  const sql = `SELECT ${SESSION_COLUMNS} FROM session WHERE hall = ? AND ended_at IS NULL ORDER BY rowid`;
  return db.all<SessionRow>(sql, hallId).map(readSession);
}

export function person(db: Db, id: ParticipantId): PersonRecord | null {
  const row = db.get<PersonRow>('SELECT * FROM person WHERE id = ?', id);
  return row ? readPerson(row) : null;
}

export function people(db: Db, hallId: HallId): PersonRecord[] {
  return db.all<PersonRow>('SELECT * FROM person WHERE hall = ? ORDER BY rowid', hallId).map(readPerson);
}

export function items(db: Db, hallId: HallId): HallItem[] {
  const rows = db.all<{ kind: HallItem['kind']; key: string; value: string }>(
    'SELECT kind, key, value FROM hall_item WHERE hall = ? ORDER BY kind, key',
    hallId,
  );
  return rows.map(({ kind, key, value }) => ({ kind, key, value: JSON.parse(value) }));
}

export function logLines(db: Db, hallId: HallId, limit: number): HallLogLine[] {
  const sql = 'SELECT line FROM hall_log WHERE hall = ? ORDER BY id DESC LIMIT ?';
  return db.all<{ line: string }>(sql, hallId, limit).map(({ line }) => JSON.parse(line));
}

export function visits(db: Db, id: ParticipantId): Map<StationId, number> {
  const sql = 'SELECT station, seen FROM visit WHERE person = ?';
  const rows = db.all<{ station: StationId; seen: number }>(sql, id);
  return new Map(rows.map(({ station, seen }) => [station, seen]));
}

/** What the writer does for halls, keys, sessions and people. Each function is one job: whole, or not at all. */

import type { Hall } from '../../shared/domain/hall.ts';
import type { HallId, KeyId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import {
  CodeTaken,
  type HallItem,
  type HallLogLine,
  type KeyRecord,
  type NewBoard,
  type PersonRecord,
  type SessionRecord,
  StaleCommit,
} from '../ports.ts';
import type { Db } from './driver.ts';
import { insertBoard } from './journalWrites.ts';
import { allWithdrawn, noSuchHall, noSuchKey } from './refusals.ts';
import { readSession, SESSION_COLUMNS, type SessionRow } from './rows.ts';

export function createHall(db: Db, hall: Hall, keys: KeyRecord[], boards: NewBoard[]): void {
  const { id, code, title, locale, createdAt, version, round, rounds, stations, more = {} } = hall;
  assertCodeFree(db, code, id);
  db.run(
    'INSERT INTO hall VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    code,
    title,
    locale,
    createdAt,
    version,
    round,
    JSON.stringify(rounds),
    JSON.stringify(stations),
    JSON.stringify(more),
  );
  for (const board of boards) insertBoard(db, id, board);
  for (const key of keys) insertKey(db, key);
}

export function saveHall(db: Db, { id, title, rounds, round, version, stations, more = {} }: Hall): void {
  const saved = db.run(
    `UPDATE hall SET title = ?, rounds = ?, round = ?, version = ?, stations = ?, more = ?
     WHERE id = ? AND version < ?`,
    title,
    JSON.stringify(rounds),
    round,
    version,
    JSON.stringify(stations),
    JSON.stringify(more),
    id,
    version,
  );
  if (saved > 0) return;
  assertHall(db, id);
  throw new StaleCommit(`hall ${id} is at version ${version} or later on disk`);
}

export function addStation(db: Db, hall: Hall, keys: KeyRecord[], board: NewBoard): void {
  saveHall(db, hall);
  insertBoard(db, hall.id, board);
  for (const key of keys) insertKey(db, key);
}

export function addBoard(db: Db, hallId: HallId, board: NewBoard): void {
  assertHall(db, hallId);
  insertBoard(db, hallId, board);
}

export function saveItems(db: Db, hallId: HallId, items: readonly HallItem[]): void {
  assertHall(db, hallId);
  for (const { kind, key, value } of items) {
    if (value === null) {
      db.run('DELETE FROM hall_item WHERE hall = ? AND kind = ? AND key = ?', hallId, kind, key);
    } else {
      db.run(
        'INSERT OR REPLACE INTO hall_item VALUES (?, ?, ?, ?)',
        hallId,
        kind,
        key,
        JSON.stringify(value),
      );
    }
  }
}

export function addLogLine(db: Db, hallId: HallId, line: HallLogLine): void {
  assertHall(db, hallId);
  db.run('INSERT INTO hall_log (hall, at, line) VALUES (?, ?, ?)', hallId, line.at, JSON.stringify(line));
}

export function addKey(db: Db, key: KeyRecord): void {
  assertHall(db, key.hallId);
  insertKey(db, key);
  if (key.code !== undefined) db.run('UPDATE hall SET code = ? WHERE id = ?', key.code, key.hallId);
}

function insertKey(db: Db, key: KeyRecord): void {
  if (key.code !== undefined) assertCodeFree(db, key.code, key.hallId);
  db.run(
    'INSERT INTO hall_key VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    key.id,
    key.hallId,
    key.hash,
    key.role,
    key.stationId ?? null,
    key.code ?? null,
    key.createdAt,
    key.withdrawnAt ?? null,
  );
}

/** A code that any key ever had is taken, and so is another hall's. */
function assertCodeFree(db: Db, code: string, hallId: HallId): void {
  const taken =
    db.get('SELECT 1 FROM hall_key WHERE code = ?', code) ??
    db.get('SELECT 1 FROM hall WHERE code = ? AND id <> ?', code, hallId);
  if (taken) throw new CodeTaken('that code is taken');
}

function assertHall(db: Db, id: HallId): void {
  if (!db.get('SELECT 1 FROM hall WHERE id = ?', id)) throw noSuchHall(id);
}

export function withdrawKey(db: Db, id: KeyId, at: number): SessionRecord[] {
  if (!db.get('SELECT 1 FROM hall_key WHERE id = ?', id)) throw noSuchKey(id);
  db.run('UPDATE hall_key SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL', at, id);
  const touched = db.all<{ session: string }>(
    `SELECT session FROM session_key JOIN session ON session.id = session
     WHERE hall_key = ? AND ended_at IS NULL ORDER BY session.rowid`,
    id,
  );
  db.run('DELETE FROM session_key WHERE hall_key = ?', id);
  return touched.map(({ session }) => {
    db.run(
      `UPDATE session SET ended_at = ?1 WHERE id = ?2
       AND NOT EXISTS (SELECT 1 FROM session_key WHERE session_key.session = ?2)`,
      at,
      session,
    );
    return readSession(db.get<SessionRow>(`SELECT ${SESSION_COLUMNS} FROM session WHERE id = ?`, session)!);
  });
}

export function saveSession(db: Db, session: SessionRecord, person: PersonRecord): void {
  savePerson(db, person);
  const { id, tokenHash, hallId, role, participantId, createdAt, endedAt } = session;
  const keys = goodKeys(db, session);
  db.run(
    `INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, hall = excluded.hall, role = excluded.role,
       person = excluded.person, created_at = excluded.created_at, ended_at = excluded.ended_at`,
    id,
    tokenHash,
    hallId,
    role,
    participantId,
    createdAt,
    endedAt ?? null,
  );
  db.run('DELETE FROM session_key WHERE session = ?', id);
  keys.forEach((key, ordinal) => void db.run('INSERT INTO session_key VALUES (?, ?, ?)', id, ordinal, key));
}

/**
 * A key may be withdrawn between the moment when somebody shows it and the moment when their session is saved. No
 * session is ever good by a withdrawn key: such keys are left out, and where none is left there is no session.
 */
function goodKeys(db: Db, { keys, endedAt }: SessionRecord): KeyId[] {
  const good = keys.filter((key) => {
    const sql = 'SELECT withdrawn_at AS at FROM hall_key WHERE id = ?';
    const found = db.get<{ at: number | null }>(sql, key);
    if (!found) throw noSuchKey(key);
    return found.at === null;
  });
  if (keys.length > 0 && good.length === 0 && endedAt === undefined) throw allWithdrawn();
  return good;
}

export function savePerson(
  db: Db,
  { id, hallId, name, organisation, personRole, createdAt }: PersonRecord,
): void {
  assertHall(db, hallId);
  db.run(
    `INSERT INTO person (id, hall, name, organisation, created_at, person_role) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET hall = excluded.hall, name = excluded.name,
       organisation = excluded.organisation, created_at = excluded.created_at,
       person_role = excluded.person_role`,
    id,
    hallId,
    name,
    organisation,
    createdAt,
    personRole,
  );
}

export function saveVisit(db: Db, person: ParticipantId, station: StationId, seen: number): void {
  db.run(
    'INSERT INTO visit VALUES (?, ?, ?) ON CONFLICT (person, station) DO UPDATE SET seen = excluded.seen',
    person,
    station,
    seen,
  );
}

/** From table rows to the records of `ports.ts`. */

import type { Hall, Role } from '../../shared/domain/hall.ts';
import type { HallId, KeyId, ParticipantId, SessionId, StationId } from '../../shared/domain/ids.ts';
import type { KeyRecord, PersonRecord, SessionRecord, StoredBytes } from '../ports.ts';
import { checksum } from './checksum.ts';

export interface HallRow {
  id: HallId;
  code: string;
  title: string;
  locale: Hall['locale'];
  created_at: number;
  version: number;
  round: number;
  rounds: string;
  stations: string;
  more: string;
}

export function readHall(row: HallRow): Hall {
  const { id, code, title, locale, version, round } = row;
  const [rounds, stations] = [JSON.parse(row.rounds), JSON.parse(row.stations)];
  const more = JSON.parse(row.more);
  return { id, code, title, locale, createdAt: row.created_at, version, rounds, round, stations, more };
}

export interface KeyRow {
  id: KeyId;
  hall: HallId;
  hash: string;
  role: Role;
  station: StationId | null;
  code: string | null;
  created_at: number;
  withdrawn_at: number | null;
}

export function readKey(row: KeyRow): KeyRecord {
  const { id, hall, hash, role } = row;
  const key: KeyRecord = { id, hallId: hall, hash, role, createdAt: row.created_at };
  if (row.station !== null) key.stationId = row.station;
  if (row.code !== null) key.code = row.code;
  if (row.withdrawn_at !== null) key.withdrawnAt = row.withdrawn_at;
  return key;
}

export interface SessionRow {
  id: SessionId;
  token_hash: string;
  hall: HallId;
  role: Role;
  person: ParticipantId;
  created_at: number;
  ended_at: number | null;
  /** JSON array of key ids, from `SESSION_COLUMNS`. */
  keys: string;
}

/** What to select from `session` to get a `SessionRow`. */
export const SESSION_COLUMNS = `session.*, (
  SELECT json_group_array(hall_key ORDER BY ordinal) FROM session_key WHERE session_key.session = session.id
) AS keys`;

export function readSession(row: SessionRow): SessionRecord {
  const { id, hall, role, person } = row;
  const session: SessionRecord = {
    id,
    tokenHash: row.token_hash,
    hallId: hall,
    role,
    participantId: person,
    keys: JSON.parse(row.keys),
    createdAt: row.created_at,
  };
  if (row.ended_at !== null) session.endedAt = row.ended_at;
  return session;
}

export interface PersonRow {
  id: ParticipantId;
  hall: HallId;
  name: string;
  organisation: string;
  person_role: string;
  created_at: number;
}

export function readPerson({
  id,
  hall,
  name,
  organisation,
  person_role,
  created_at,
}: PersonRow): PersonRecord {
  return { id, hallId: hall, name, organisation, personRole: person_role, createdAt: created_at };
}

export interface StoredRow {
  seq: number;
  epoch: number;
  at: number;
  bytes: unknown;
  crc: number;
}

/** A bad page can turn the blob into anything: that too is a row that is not intact, and no reason to stop reading. */
export function readStored({ seq, epoch, at, bytes, crc }: StoredRow): StoredBytes {
  if (!(bytes instanceof Uint8Array)) return { seq, epoch, at, bytes: new Uint8Array(), intact: false };
  return { seq, epoch, at, bytes, intact: checksum(seq, bytes) === crc };
}

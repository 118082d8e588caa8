/**
 * What the cores (`BoardRoom`, `HallRoom`, the gate) need of the world: a clock, a log, sockets, a journal and a hall
 * store. Small, so that tests drive them by hand; the bodies are in `store/`, `board/boardSockets`, `log`, `main`.
 */

import type { Hall, Role } from '../shared/domain/hall.ts';
import type { HallId, KeyId, NoteId, ParticipantId, SessionId, StationId } from '../shared/domain/ids.ts';
import type { FileKind } from '../shared/domain/results.ts';

/** Time and timers. */
export interface Clock {
  /** Milliseconds since the epoch; may jump. For display and records, never for order. */
  now(): number;
  /** Milliseconds that only grow. For rates and timeouts. */
  monotonic(): number;
  /** Calls `task` once after `ms`. @returns what cancels it */
  after(ms: number, task: () => void): () => void;
}

/** A line a thing that happened. Never a note's text, a key or a token among the fields. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}
export type LogFields = Record<string, string | number | boolean | undefined>;

/** Bytes to send. The same object goes to all receivers, so that an adapter can frame it once and keep that in `wire`. */
export interface Frame {
  readonly bytes: Uint8Array;
  wire?: unknown;
}

/** One connection of the board channel. */
export interface BoardSocket {
  send(frame: Frame): void;
  close(code: number, reason: string): void;
  /** Bytes that wait in this process to be sent. */
  readonly backlog: number;
  /** Bytes that it has taken so far; undefined where that can't be told. */
  readonly taken?: number | undefined;
}

// ── the journal ────────────────────────────────────────────────────────────────────────────────────────────────

/** One durable step of a station: what a tick changed, and what goes with it in the same transaction. */
export interface BoardCommit {
  stationId: StationId;
  /** Must be the station's epoch on disk; a stale owner is refused. */
  epoch: number;
  /** Must be the station's head on disk + 1. */
  seq: number;
  at: number;
  /** A Yjs V1 update. */
  bytes: Uint8Array;
  /** Note ids first used in this step, and by whom (the server itself: null). Ids stay used for ever. */
  owners: readonly (readonly [NoteId, ParticipantId | null])[];
  /** Yjs clientIDs first used in this step, and by whom. */
  leases: readonly (readonly [number, ParticipantId])[];
  /** Notes that hang after this step, and note ids ever used. */
  notes: number;
  written: number;
}

/** A journal row or snapshot as read back. `intact`: its checksum is right. */
export interface StoredBytes {
  seq: number;
  epoch: number;
  at: number;
  bytes: Uint8Array;
  intact: boolean;
}

/** A station's whole record on disk. */
export interface BoardRecord {
  epoch: number;
  /** The last seq that was committed: a journal that ends before it has lost rows. */
  head: number;
  /** The Yjs clientID under which the server itself writes here. */
  serverClient: number;
  /** Newest first, two at most. */
  snapshots: StoredBytes[];
  /** In order; all that come after the older of the snapshots (all rows where there are fewer than two). */
  rows: StoredBytes[];
  owners: [NoteId, ParticipantId | null][];
  leases: [number, ParticipantId][];
  /** `notes` and `written` of the newest commit. */
  notes: number;
  written: number;
}

/** The append-only truth of all boards. A promise that resolves means: on disk. */
export interface Journal {
  /** The station's record, or null where no such station was ever made. */
  load(stationId: StationId): Promise<BoardRecord | null>;
  /** Appends one step. Rejects when it is not on disk, or when epoch or seq don't fit (`StaleCommit`). */
  append(commit: BoardCommit): Promise<void>;
  /**
   * Makes a snapshot of everything up to `seq`, verifies it (loaded into a fresh document and compared with snapshot
   * and rows replayed) and stores it. Deletes no row. Rejects, and stores nothing, when the comparison fails.
   */
  compact(stationId: StationId, seq: number): Promise<void>;
  /** Notes for the operator that this row or snapshot is bad. The bytes stay where they are. */
  quarantine(stationId: StationId, what: 'row' | 'snapshot', seq: number, reason: string): Promise<void>;
}

/** A commit of an owner that is no longer the owner, or that has missed a step. */
export class StaleCommit extends Error {
  override name = 'StaleCommit';
}

// ── halls, keys, sessions ──────────────────────────────────────────────────────────────────────────────────────

/** A key of a hall. Only the hash of its secret is kept (`hall/secrets`). */
export interface KeyRecord {
  id: KeyId;
  hallId: HallId;
  hash: string;
  role: Role;
  /** For a host key: the station it is for. */
  stationId?: StationId;
  /** For a join key: the short code that stands for it while it is good. */
  code?: string;
  createdAt: number;
  withdrawnAt?: number;
}

/** A person's session in one role of one hall. Only the hash of its token is kept. */
export interface SessionRecord {
  id: SessionId;
  tokenHash: string;
  hallId: HallId;
  role: Role;
  participantId: ParticipantId;
  /** The keys it came by; it ends when the last of them is withdrawn. */
  keys: KeyId[];
  createdAt: number;
  endedAt?: number;
}

/** A person in a hall. */
export interface PersonRecord {
  id: ParticipantId;
  hallId: HallId;
  name: string;
  organisation: string;
  /** What they are there (a teacher, a pupil), as picked from the hall's list; empty: they have not said. */
  personRole: string;
  createdAt: number;
}

/** A hall's record with what is known of its boards without loading them. */
export interface HallRecord {
  hall: Hall;
  counts: Map<StationId, { notes: number; written: number }>;
}

/** One small thing of a hall. `value` is JSON; null takes it away. */
export interface HallItem {
  kind: HallItemKind;
  key: string;
  value: unknown;
}
/**
 * `held`: notes outside the documents. `refused`: suggestions that a host refused. `thread`: threads that were linked
 * or refused. `page`: what is published, its news and files' names. `signup`: organisations that join a measure.
 * `owner`: owners' links of measures, and what they said. `deed`: presses that can be taken back. `draft`: what of a
 * summary is as it was drafted.
 */
export type HallItemKind =
  | 'held'
  | 'vote'
  | 'hand'
  | 'refused'
  | 'thread'
  | 'page'
  | 'signup'
  | 'owner'
  | 'deed'
  | 'draft';

/** What a host or the organiser did. `about`: an id of what it was done to, or a small word (a round's number). */
export interface HallLogLine {
  at: number;
  by: ParticipantId;
  role: Role;
  deed: string;
  stationId?: StationId;
  about?: string;
}

/** Halls, keys, sessions and people. A promise of a write that resolves means: on disk. */
export interface HallStore {
  /** Makes a hall with its keys and the first step (seq 1) of each of its boards and of its plan, all or nothing. Rejects with `CodeTaken`. */
  createHall(hall: Hall, keys: KeyRecord[], boards: NewBoard[]): Promise<void>;
  hall(id: HallId): Promise<HallRecord | null>;
  /** Saves title, rounds, round, version, stations. Rejects with `StaleCommit` when the version on disk is not lower. */
  saveHall(hall: Hall): Promise<void>;
  /** The join key that has this code and is not withdrawn. */
  keyByCode(code: string): Promise<KeyRecord | null>;
  keyByHash(hash: string): Promise<KeyRecord | null>;
  keys(hallId: HallId): Promise<KeyRecord[]>;
  hallOfStation(stationId: StationId): Promise<HallId | null>;
  /** Adds a key; a join key's code becomes the hall's code. Rejects with `CodeTaken`. */
  addKey(key: KeyRecord): Promise<void>;
  /**
   * Withdraws a key and, in the same step, ends each session that had no other good key.
   * @returns the sessions it touched, as they now are
   */
  withdrawKey(id: KeyId, at: number): Promise<SessionRecord[]>;
  sessionByToken(tokenHash: string): Promise<SessionRecord | null>;
  /** Sessions of this hall that are good. */
  sessions(hallId: HallId): Promise<SessionRecord[]>;
  /** Inserts or replaces a session and its person, together. */
  saveSession(session: SessionRecord, person: PersonRecord): Promise<void>;
  person(id: ParticipantId): Promise<PersonRecord | null>;
  savePerson(person: PersonRecord): Promise<void>;
  /** All people of the hall. */
  people(hallId: HallId): Promise<PersonRecord[]>;
  /** A further station: the hall's record with it, its keys, and its board's first step, all or nothing. */
  addStation(hall: Hall, keys: KeyRecord[], board: NewBoard): Promise<void>;
  /** One more board of a hall whose record stays as it is (the plan of a hall of before there were plans). Rejects where it is there. */
  addBoard(hallId: HallId, board: NewBoard): Promise<void>;
  /** Small durable things of a hall, by kind and key: hidden notes, votes, hands. */
  items(hallId: HallId): Promise<HallItem[]>;
  /** Writes several at once, all or nothing. */
  saveItems(hallId: HallId, items: readonly HallItem[]): Promise<void>;
  /** One more line of what hosts and the organiser did. Never a note's text. */
  addLogLine(hallId: HallId, line: HallLogLine): Promise<void>;
  /** The newest lines, newest first. */
  logLines(hallId: HallId, limit: number): Promise<HallLogLine[]>;
  /** What a person had seen (`written`) of each station when they last were there. */
  visits(id: ParticipantId): Promise<Map<StationId, number>>;
  saveVisit(id: ParticipantId, stationId: StationId, seen: number): Promise<void>;
}

// ── the results page ───────────────────────────────────────────────────────────────────────────────────────────────

/** A file that the organiser has put on the results page. */
export interface FileRecord {
  id: string;
  hallId: HallId;
  name: string;
  kind: FileKind;
  size: number;
  at: number;
}

/** Addresses of results pages, and their files, in pieces so that no other write waits long for one. */
export interface PageStore {
  /** The address is this hall's for ever, used or not. Rejects with `AddressTaken` where it is another's. */
  claimAddress(address: string, hallId: HallId): Promise<void>;
  hallOfAddress(address: string): Promise<HallId | null>;
  /** A file to come: nobody sees it until it is whole. Its size is told at `finishFile`. */
  beginFile(file: FileRecord): Promise<void>;
  /** The next piece. Pieces are numbered from 0. */
  addFilePiece(id: string, n: number, bytes: Uint8Array): Promise<void>;
  finishFile(id: string, size: number): Promise<void>;
  /** The hall's whole files, oldest first. */
  files(hallId: HallId): Promise<FileRecord[]>;
  /** A piece of a whole file; null after the last. */
  filePiece(id: string, n: number): Promise<Uint8Array | null>;
  /** Takes a file away, whole or not: unseen at once, then its bytes, piece by piece, overwritten. */
  dropFile(id: string): Promise<void>;
  /** Files that never became whole, or were being taken away when the process ended. */
  unfinishedFiles(): Promise<string[]>;
}

/** Another hall has, or had, that address. */
export class AddressTaken extends Error {
  override name = 'AddressTaken';
}

/** A board at its birth: its first commit, and the clientID under which the server writes on it. */
export interface NewBoard {
  commit: BoardCommit;
  serverClient: number;
}

/** Another hall has that code: make another. */
export class CodeTaken extends Error {
  override name = 'CodeTaken';
}

/** Looking back. */
export interface History {
  /** As `Journal.load`, but of the station as it stood at that time: nothing that was committed later. */
  loadAt(stationId: StationId, at: number): Promise<BoardRecord | null>;
  /** Rows of the station's journal that come after `seq`, from the very first on, in order; so many at most. */
  rowsAfter(stationId: StationId, seq: number, limit: number): Promise<StoredBytes[]>;
}

/** All stores in one, with what a server needs to run it. */
export interface Store extends Journal, History, HallStore, PageStore {
  /** A write and a read of the store; rejects when either fails. */
  probe(): Promise<void>;
  /** Waits for what is under way, then lets go of files and threads. */
  close(): Promise<void>;
}

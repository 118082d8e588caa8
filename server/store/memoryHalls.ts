/** The halls' half of the memory store. Each method checks all before it changes anything. */

import type { Hall } from '../../shared/domain/hall.ts';
import type { HallId, KeyId, ParticipantId, SessionId, StationId } from '../../shared/domain/ids.ts';
import {
  CodeTaken,
  type HallItem,
  type HallLogLine,
  type HallRecord,
  type KeyRecord,
  type NewBoard,
  type PersonRecord,
  type SessionRecord,
  StaleCommit,
} from '../ports.ts';
import type { MemoryBoards } from './memoryBoards.ts';
import { allWithdrawn, noSuchHall, noSuchKey } from './refusals.ts';

export class MemoryHalls {
  readonly #boards: MemoryBoards;
  readonly #halls = new Map<HallId, Hall>();
  readonly #keys = new Map<KeyId, KeyRecord>();
  readonly #sessions = new Map<SessionId, SessionRecord>();
  readonly #people = new Map<ParticipantId, PersonRecord>();
  readonly #items = new Map<HallId, Map<string, HallItem>>();
  readonly #log = new Map<HallId, HallLogLine[]>();
  readonly #visits = new Map<ParticipantId, Map<StationId, number>>();

  constructor(boards: MemoryBoards) {
    this.#boards = boards;
  }

  create(hall: Hall, keys: readonly KeyRecord[], boards: readonly NewBoard[]): void {
    if (this.#halls.has(hall.id)) throw new Error(`there is a hall ${hall.id}`);
    this.#assertCodeFree(hall.code, hall.id);
    this.#boards.assertNew(boards);
    const stations = new Set(boards.map(({ commit }) => commit.stationId));
    keys.forEach((key, index) => {
      if (key.hallId !== hall.id && !this.#halls.has(key.hallId)) throw noSuchHall(key.hallId);
      this.#assertKey(key, keys.slice(0, index), stations);
    });
    this.#halls.set(hall.id, hall);
    for (const board of boards) this.#boards.create(hall.id, board);
    for (const key of keys) this.#keys.set(key.id, key);
  }

  hall(id: HallId): HallRecord | null {
    const hall = this.#halls.get(id);
    return hall ? { hall, counts: this.#boards.counts(id) } : null;
  }

  save({ id, title, rounds, round, version, stations, more }: Hall): void {
    const onDisk = this.#getHall(id);
    if (onDisk.version >= version) throw new StaleCommit(`hall ${id} is at version ${onDisk.version}`);
    Object.assign(onDisk, { title, rounds, round, version, stations, more });
  }

  addStation(hall: Hall, keys: readonly KeyRecord[], board: NewBoard): void {
    this.#boards.assertNew([board]);
    const stations = new Set([board.commit.stationId]);
    keys.forEach((key, index) => void this.#assertKey(key, keys.slice(0, index), stations));
    this.save(hall);
    this.#boards.create(hall.id, board);
    for (const key of keys) this.#keys.set(key.id, key);
  }

  addBoard(hallId: HallId, board: NewBoard): void {
    this.#getHall(hallId);
    this.#boards.assertNew([board]);
    this.#boards.create(hallId, board);
  }

  people(hallId: HallId): PersonRecord[] {
    return [...this.#people.values()].filter((person) => person.hallId === hallId);
  }

  items(hallId: HallId): HallItem[] {
    return [...(this.#items.get(hallId)?.values() ?? [])];
  }

  saveItems(hallId: HallId, items: readonly HallItem[]): void {
    this.#getHall(hallId);
    const all = this.#items.get(hallId) ?? new Map<string, HallItem>();
    this.#items.set(hallId, all);
    for (const item of items) {
      const at = `${item.kind} ${item.key}`;
      if (item.value === null) all.delete(at);
      else all.set(at, item);
    }
  }

  addLogLine(hallId: HallId, line: HallLogLine): void {
    this.#getHall(hallId);
    this.#log.set(hallId, [line, ...(this.#log.get(hallId) ?? [])]);
  }

  logLines(hallId: HallId, limit: number): HallLogLine[] {
    return (this.#log.get(hallId) ?? []).slice(0, limit);
  }

  keyByCode(code: string): KeyRecord | null {
    return this.#findKey((key) => key.code === code && key.withdrawnAt === undefined);
  }

  keyByHash(hash: string): KeyRecord | null {
    return this.#findKey((key) => key.hash === hash);
  }

  keys(hallId: HallId): KeyRecord[] {
    return [...this.#keys.values()].filter((key) => key.hallId === hallId);
  }

  addKey(key: KeyRecord): void {
    const hall = this.#getHall(key.hallId);
    this.#assertKey(key);
    this.#keys.set(key.id, key);
    if (key.code !== undefined) hall.code = key.code;
  }

  withdrawKey(id: KeyId, at: number): SessionRecord[] {
    const key = this.#getKey(id);
    key.withdrawnAt ??= at;
    const touched = [...this.#sessions.values()].filter(
      (session) => session.endedAt === undefined && session.keys.includes(id),
    );
    for (const session of this.#sessions.values()) {
      session.keys = session.keys.filter((other) => other !== id);
    }
    for (const session of touched) if (session.keys.length === 0) session.endedAt = at;
    return touched;
  }

  sessionByToken(tokenHash: string): SessionRecord | null {
    return [...this.#sessions.values()].find((session) => session.tokenHash === tokenHash) ?? null;
  }

  sessions(hallId: HallId): SessionRecord[] {
    const all = [...this.#sessions.values()];
    return all.filter((session) => session.hallId === hallId && session.endedAt === undefined);
  }

  saveSession(session: SessionRecord, person: PersonRecord): void {
    this.#getHall(session.hallId);
    this.#getHall(person.hallId);
    if (session.participantId !== person.id) this.#getPerson(session.participantId);
    const same = this.sessionByToken(session.tokenHash);
    if (same && same.id !== session.id) throw new Error('that token is another session’s');
    // As in the SQLite store: no session is ever good by a withdrawn key.
    const keys = session.keys.map((id) => this.#getKey(id));
    const good = keys.filter(({ withdrawnAt }) => withdrawnAt === undefined);
    if (keys.length > 0 && good.length === 0 && session.endedAt === undefined) throw allWithdrawn();
    this.#people.set(person.id, person);
    this.#sessions.set(session.id, { ...session, keys: good.map(({ id }) => id) });
  }

  person(id: ParticipantId): PersonRecord | null {
    return this.#people.get(id) ?? null;
  }

  savePerson(person: PersonRecord): void {
    this.#getHall(person.hallId);
    this.#people.set(person.id, person);
  }

  visits(id: ParticipantId): Map<StationId, number> {
    return this.#visits.get(id) ?? new Map();
  }

  saveVisit(id: ParticipantId, stationId: StationId, seen: number): void {
    this.#getPerson(id);
    this.#boards.assertThere(stationId);
    const visits = this.visits(id);
    visits.set(stationId, seen);
    this.#visits.set(id, visits);
  }

  /** Throws unless the key can be added, beside those that come with it and to a hall that has these new stations. */
  #assertKey(key: KeyRecord, beside: readonly KeyRecord[] = [], stations = new Set<StationId>()): void {
    if (key.code !== undefined) {
      this.#assertCodeFree(key.code, key.hallId);
      if (beside.some(({ code }) => code === key.code)) throw new CodeTaken('that code is taken');
    }
    const same = (other: KeyRecord) => other.id === key.id || other.hash === key.hash;
    if (beside.some(same) || this.#findKey(same)) throw new Error(`there is a key ${key.id}`);
    if (key.stationId !== undefined && !stations.has(key.stationId)) this.#boards.assertThere(key.stationId);
  }

  /** A code that any key ever had is taken, and so is another hall's. */
  #assertCodeFree(code: string, hallId: HallId): void {
    const others = [...this.#halls.values()].some((hall) => hall.code === code && hall.id !== hallId);
    if (others || this.#findKey((key) => key.code === code)) throw new CodeTaken('that code is taken');
  }

  #findKey(test: (key: KeyRecord) => boolean): KeyRecord | null {
    return [...this.#keys.values()].find(test) ?? null;
  }

  #getHall(id: HallId): Hall {
    const hall = this.#halls.get(id);
    if (!hall) throw noSuchHall(id);
    return hall;
  }

  #getKey(id: KeyId): KeyRecord {
    const key = this.#keys.get(id);
    if (!key) throw noSuchKey(id);
    return key;
  }

  #getPerson(id: ParticipantId): PersonRecord {
    const person = this.#people.get(id);
    if (!person) throw new Error(`there is no person ${id}`);
    return person;
  }
}

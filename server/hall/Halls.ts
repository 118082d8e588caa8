/** The halls that are open, made, and found; and the mirror of their furniture on the boards. */

import { randomInt } from 'node:crypto';
import * as Y from 'yjs';
import { type ClusterView, type NoteView, writeMeta } from '../../shared/board/boardDoc.ts';
import { restore } from '../../shared/board/boardOps.ts';
import type { Hall, Locale, Role, Station } from '../../shared/domain/hall.ts';
import { type HallId, newCode, newId, type StationId } from '../../shared/domain/ids.ts';
import { cleanLine, cleanText } from '../../shared/domain/note.ts';
import { defaultRounds } from '../../shared/domain/round.ts';
import type { HallCounts, HallState } from '../../shared/protocol/hallEvents.ts';
import type { Template } from '../../shared/protocol/rest.ts';
import type { BoardRoom, Furniture } from '../board/BoardRoom.ts';
import type { Boards } from '../board/Boards.ts';
import { FaultError } from '../fault.ts';
import { type Clock, CodeTaken, type HallStore, type KeyRecord, type Log, type NewBoard } from '../ports.ts';
import { HallItems } from './HallItems.ts';
import { boardMeta, HallRoom } from './HallRoom.ts';
import { hashSecret, newSecret } from './secrets.ts';

export interface HallsParts {
  store: HallStore;
  boards: Boards;
  clock: Clock;
  log: Log;
  publish: (hallId: HallId, state: HallState, counts: HallCounts | null) => void;
}

/** A hall just made, with its secrets, which nobody will see again. */
export interface MadeHall {
  hall: Hall;
  keys: { organiser: string; join: string; wall: string; host: Record<StationId, string> };
}

/** What an imported hall begins with. */
export interface HallContent {
  round: number;
  boardOf: (slug: string) => { notes: NoteView[]; clusters: ClusterView[] };
}

export class Halls {
  readonly #parts: HallsParts;
  readonly #rooms = new Map<HallId, Promise<HallRoom>>();
  readonly #open = new Map<HallId, HallRoom>();
  readonly #hallOf = new Map<StationId, HallId>();

  constructor(parts: HallsParts) {
    this.#parts = parts;
  }

  /** The hall, opened if need be. @throws {FaultError} not_found */
  async get(hallId: HallId): Promise<HallRoom> {
    let room = this.#rooms.get(hallId);
    if (!room) {
      room = this.#load(hallId);
      this.#rooms.set(hallId, room);
      room.catch(() => this.#rooms.delete(hallId));
    }
    return room;
  }

  /** The hall of a station. @throws {FaultError} not_found */
  async ofStation(stationId: StationId): Promise<HallRoom> {
    const known = this.#hallOf.get(stationId) ?? (await this.#parts.store.hallOfStation(stationId));
    if (!known) throw new FaultError('not_found', 'no such station');
    this.#hallOf.set(stationId, known);
    return this.get(known);
  }

  /** Makes a hall from a template: record, keys and the first step of each board, all on disk or none. */
  async make(template: Template, title: string, locale: Locale, content?: HallContent): Promise<MadeHall> {
    const now = this.#parts.clock.now();
    const stations = template.stations.map((station): Station => ({ id: newId('s'), ...station }));
    for (;;) {
      const hall: Hall = {
        id: newId('h'),
        code: newCode(),
        title: cleanLine(title),
        locale,
        createdAt: now,
        version: 1,
        rounds: template.rounds?.map((round, index) => ({ n: index + 1, ...round })) ?? defaultRounds(locale),
        round: 1,
        stations: stations.map(tidyStation),
      };
      hall.round = Math.min(content?.round ?? 1, hall.rounds.length);
      const { secrets, records } = makeKeys(hall, now);
      const boards = hall.stations.map((station) => firstStep(hall, station, now, content));
      try {
        await this.#parts.store.createHall(hall, records, boards);
        return { hall, keys: secrets };
      } catch (error) {
        if (!(error instanceof CodeTaken)) throw error;
      }
    }
  }

  /** Makes a further key of a hall. @returns the record, and the secret, which nobody will see again */
  async addKey(
    room: HallRoom,
    role: Role,
    stationId?: StationId,
  ): Promise<{ key: KeyRecord; secret: string }> {
    if (stationId !== undefined) room.station(stationId);
    for (;;) {
      const secret = newSecret();
      const key = keyRecord(room.hall.id, role, secret, this.#parts.clock.now(), stationId);
      try {
        await this.#parts.store.addKey(key);
        if (key.code) await room.takeCode(key.code);
        return { key, secret };
      } catch (error) {
        if (!(error instanceof CodeTaken)) throw error;
      }
    }
  }

  /** A station's board changed or was loaded: its hall shows it. */
  boardChanged(stationId: StationId): void {
    const hallId = this.#hallOf.get(stationId);
    if (hallId) this.#open.get(hallId)?.changed();
  }

  /** What the gate of a station's board must know. */
  async furnitureOf(stationId: StationId): Promise<Furniture> {
    return (await this.ofStation(stationId)).furnitureOf(stationId);
  }

  /** Makes a board that was just loaded show the hall's furniture of now. */
  async mirrorOn(board: BoardRoom): Promise<void> {
    const room = await this.ofStation(board.stationId);
    await mirror(board, room);
  }

  get open(): number {
    return this.#open.size;
  }

  close(): void {
    for (const room of this.#open.values()) room.close();
  }

  async #load(hallId: HallId): Promise<HallRoom> {
    const { store, boards, clock, log, publish } = this.#parts;
    const record = await store.hall(hallId);
    if (!record) throw new FaultError('not_found', 'no such hall');
    for (const { id } of record.hall.stations) this.#hallOf.set(id, hallId);
    const items = new HallItems(store, hallId, await store.items(hallId));
    const room = new HallRoom({
      record,
      store,
      items,
      clock,
      log,
      publish: (state, counts) => publish(hallId, state, counts),
      boards: {
        status: (id) => boards.status(id),
        counts: (id) => {
          const board = boards.peek(id);
          return board && { notes: board.notes, written: board.written };
        },
      },
      mirror: ({ stations }) => {
        for (const { id } of stations) {
          const board = boards.peek(id);
          // In force at once; what people see of it follows as a commit.
          board?.furnish(room.furnitureOf(id));
          if (!board || board.damaged) continue;
          mirror(board, room).catch((error) =>
            log.error('hall.mirror_failed', { station: id, error: String(error) }),
          );
        }
      },
    });
    this.#open.set(hallId, room);
    return room;
  }
}

async function mirror(board: BoardRoom, room: HallRoom): Promise<void> {
  const station = room.station(board.stationId);
  await board.write(({ doc }) => writeMeta(doc, room.metaOf(station)));
}

function makeKeys(hall: Hall, now: number): { secrets: MadeHall['keys']; records: KeyRecord[] } {
  const secrets: MadeHall['keys'] = {
    organiser: newSecret(),
    join: newSecret(),
    wall: newSecret(),
    host: {},
  };
  for (const { id } of hall.stations) secrets.host[id] = newSecret();
  return {
    secrets,
    records: [
      keyRecord(hall.id, 'organiser', secrets.organiser, now),
      { ...keyRecord(hall.id, 'participant', secrets.join, now), code: hall.code },
      keyRecord(hall.id, 'wall', secrets.wall, now),
      ...hall.stations.map(({ id }) => keyRecord(hall.id, 'host', secrets.host[id]!, now, id)),
    ],
  };
}

function keyRecord(
  hallId: HallId,
  role: Role,
  secret: string,
  now: number,
  stationId?: StationId,
): KeyRecord {
  return {
    id: newId('k'),
    hallId,
    hash: hashSecret(secret),
    role,
    createdAt: now,
    ...(stationId ? { stationId } : {}),
    ...(role === 'participant' ? { code: newCode() } : {}),
  };
}

/** A board's first step holds its furniture (and what was imported), so that a sound journal is never empty. */
function firstStep(hall: Hall, station: Station, now: number, content: HallContent | undefined): NewBoard {
  const doc = new Y.Doc();
  const serverClient = randomInt(1, 2 ** 32);
  doc.clientID = serverClient;
  const { notes, clusters } = content?.boardOf(station.slug) ?? { notes: [], clusters: [] };
  doc.transact(() => {
    writeMeta(doc, boardMeta(hall, station));
    restore(doc, notes, clusters);
  });
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const owners = notes.map(({ id }) => [id, null] as const);
  const counts = { notes: notes.length, written: notes.length };
  return {
    serverClient,
    commit: { stationId: station.id, epoch: 1, seq: 1, at: now, bytes, owners, leases: [], ...counts },
  };
}

function tidyStation(station: Station): Station {
  return {
    ...station,
    title: cleanLine(station.title),
    question: cleanLine(station.question),
    explanation: station.explanation.map(cleanText),
  };
}

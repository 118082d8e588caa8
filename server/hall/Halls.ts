/** The halls that are open, made, and found; and the mirror of their furniture on the boards. */

import { writeMeta } from '../../shared/board/boardDoc.ts';
import { type Hall, type Locale, moreOf, type Role, type Station } from '../../shared/domain/hall.ts';
import { type HallId, newCode, PLAN_ID, planOf, type StationId } from '../../shared/domain/ids.ts';
import { writePlanMeta } from '../../shared/plan/planDoc.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import type { HallCounts, HallState } from '../../shared/protocol/hallEvents.ts';
import type { Template } from '../../shared/protocol/rest.ts';
import type { Furniture } from '../board/BoardRights.ts';
import type { BoardRoom } from '../board/BoardRoom.ts';
import type { Boards } from '../board/Boards.ts';
import { FaultError } from '../fault.ts';
import { type Clock, CodeTaken, type HallStore, type KeyRecord, type Log } from '../ports.ts';
import { HallItems } from './HallItems.ts';
import { HallRoom } from './HallRoom.ts';
import {
  firstStep,
  type HallContent,
  idByPress,
  keyRecord,
  lanesFor,
  type MadeHall,
  makeKeys,
  type NewStation,
  planMeta,
  planStep,
  type Unborn,
  unborn,
} from './newborn.ts';
import { newSecret } from './secrets.ts';
import { slugFor, withWords } from './stationEdits.ts';
import { recountSoon } from './voteNews.ts';

export interface HallsParts {
  store: HallStore;
  boards: Boards;
  clock: Clock;
  log: Log;
  publish: (hallId: HallId, state: HallState, counts: HallCounts | null) => void;
  /** The language model that this server has. */
  model?: HallState['model'];
}

export class Halls {
  readonly #parts: HallsParts;
  readonly #rooms = new Map<HallId, Promise<HallRoom>>();
  readonly #open = new Map<HallId, HallRoom>();
  readonly #hallOf = new Map<StationId, HallId>();
  /** Halls whose plans are known to be on disk, or are on their way there. */
  readonly #planned = new Map<HallId, Promise<void>>();

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

  /** The hall of a station, or of a plan. @throws {FaultError} not_found */
  async ofStation(stationId: StationId): Promise<HallRoom> {
    if (PLAN_ID.test(stationId)) return this.get(hallOfPlan(stationId));
    const known = this.#hallOf.get(stationId) ?? (await this.#parts.store.hallOfStation(stationId));
    if (!known) throw new FaultError('not_found', 'no such station');
    this.#hallOf.set(stationId, known);
    return this.get(known);
  }

  /** Makes a hall from a template: record, keys and the first step of each board, all on disk or none. */
  async make(template: Template, title: string, locale: Locale, content?: HallContent): Promise<MadeHall> {
    return this.bear(unborn(template, title, locale, this.#parts.clock.now(), content));
  }

  /** Gives a hall that is ready its code and keys. All of it is on disk, or none. */
  async bear({ hall: nameless, boards }: Unborn): Promise<MadeHall> {
    for (;;) {
      const hall: Hall = { ...nameless, code: newCode() };
      const { secrets, records } = makeKeys(hall, hall.createdAt);
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

  /**
   * A station more, in a hall that may be running. `press` names it: one that is sent again, even after a restart, makes
   * no second one, but a fresh key to the one that is. @returns its id, and its host's secret, which nobody will see again
   */
  async addStation(
    room: HallRoom,
    press: string,
    { kind, anonymous, lanes, year, ...words }: NewStation,
  ): Promise<{ stationId: StationId; secret: string }> {
    const stationId = idByPress(room.hall.id, press);
    const known = [...room.hall.stations, ...moreOf(room.hall).removed].some(({ id }) => id === stationId);
    if (known) return { stationId, secret: (await this.addKey(room, 'host', stationId)).secret };
    const secret = newSecret();
    const now = this.#parts.clock.now();
    await room.addStation((hall) => {
      const plain: Station = {
        id: stationId,
        slug: slugFor(hall, words.title),
        kind,
        ...words,
        ...(anonymous ? { anonymous } : {}),
        ...(kind === 'timeline' ? { lanes: lanes ?? lanesFor(hall) } : {}),
      };
      const station = withWords(plain, { ...words, lanes, year });
      return {
        station,
        keys: [keyRecord(hall.id, 'host', secret, now, stationId)],
        board: firstStep(hall, station, now, undefined),
      };
    });
    this.#hallOf.set(stationId, room.hall.id);
    return { stationId, secret };
  }

  /** A station's board changed or was loaded: its hall shows it. */
  boardChanged(stationId: StationId): void {
    // Of a plan nothing is counted.
    if (PLAN_ID.test(stationId)) return;
    const hallId = this.#hallOf.get(stationId);
    const room = hallId && this.#open.get(hallId);
    if (!room) return;
    room.boardChanged(stationId);
    // Groups may have been merged, or notes taken down, that were voted on.
    recountSoon(room, this.#parts.boards, this.#parts.clock, stationId);
  }

  /** Sees to it that the hall's plan is on disk: a hall of before there were plans gets one when it is opened. */
  async ensurePlan({ hall }: HallRoom): Promise<void> {
    let made = this.#planned.get(hall.id);
    if (!made) {
      made = this.#makePlan(hall);
      this.#planned.set(hall.id, made);
      made.catch(() => this.#planned.delete(hall.id));
    }
    return made;
  }

  async #makePlan(hall: Hall): Promise<void> {
    const { store, clock } = this.#parts;
    if ((await store.hallOfStation(planOf(hall.id))) !== null) return;
    await store.addBoard(hall.id, planStep(hall, clock.now()));
  }

  /** What the gate of a station's board, or of a plan, must know. */
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
    const { store, boards, clock, log, publish, model = null } = this.#parts;
    const record = await store.hall(hallId);
    if (!record) throw new FaultError('not_found', 'no such hall');
    const { stations } = record.hall;
    for (const { id } of [...stations, ...moreOf(record.hall).removed]) this.#hallOf.set(id, hallId);
    const items = new HallItems(store, hallId, await store.items(hallId));
    const room = new HallRoom({
      record,
      store,
      items,
      clock,
      log,
      model,
      publish: (state, counts) => publish(hallId, state, counts),
      boards: {
        status: (id) => boards.status(id),
        counts: (id) => {
          const board = boards.peek(id);
          return board && { notes: board.notes, written: board.written };
        },
        notesBy: (id, participant) => boards.peek(id)?.notesBy(participant),
      },
      mirror: ({ stations, ...hall }) => {
        // Nobody can come to a station in the tray; who is on its board is sent away.
        for (const { id } of moreOf(hall).removed) boards.peek(id)?.dismiss(CLOSE.noStation, 'taken away');
        for (const id of [...stations.map((station) => station.id), planOf(hallId)]) {
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
    if (record.counts.has(planOf(hallId))) {
      this.#planned.set(hallId, Promise.resolve());
    } else {
      await this.ensurePlan(room).catch((error) =>
        log.error('hall.plan_not_made', { hall: hallId, error: String(error) }),
      );
    }
    return room;
  }
}

function hallOfPlan(plan: StationId): HallId {
  return plan.slice('plan_'.length) as HallId;
}

async function mirror(board: BoardRoom, room: HallRoom): Promise<void> {
  if (PLAN_ID.test(board.stationId)) {
    await board.write(({ doc }) => writePlanMeta(doc, planMeta(room.hall)));
    return;
  }
  const station = room.stationOrRemoved(board.stationId);
  await board.write(({ doc }) => writeMeta(doc, room.metaOf(station)));
}

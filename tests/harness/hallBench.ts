/** A hall on a bench: rooms, boards and the channel's handlers as the server has them, with a hand-moved clock and a store in memory. */

import type { BoardRoom } from '../../server/board/BoardRoom.ts';
import { Boards } from '../../server/board/Boards.ts';
import { writeNote } from '../../server/board/noteCommands.ts';
import type { HallRoom } from '../../server/hall/HallRoom.ts';
import { Halls } from '../../server/hall/Halls.ts';
import type { HallCall } from '../../server/hall/hallCalls.ts';
import { handlers } from '../../server/hall/hallHandlers.ts';
import type { Session } from '../../server/hall/Sessions.ts';
import { Insight } from '../../server/insight/Insight.ts';
import type { Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { type NoteView, readNotes } from '../../shared/board/boardDoc.ts';
import type { Role } from '../../shared/domain/hall.ts';
import {
  type HallId,
  type NoteId,
  newId,
  type ParticipantId,
  type StationId,
} from '../../shared/domain/ids.ts';
import { builtInTemplate } from '../../shared/domain/templates/index.ts';
import {
  type Answers,
  type CheckedRequest,
  type HallState,
  type RequestName,
  type RequestOf,
  requestSchemas,
} from '../../shared/protocol/hallEvents.ts';
import { silent } from './boardBench.ts';
import { HandClock, settle } from './handClock.ts';

/** Somebody at the hall channel. */
export interface Asker {
  readonly participant: ParticipantId;
  ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Answers[Name]>;
}

export class HallBench {
  readonly store: Store;
  readonly clock = new HandClock();
  readonly hallId: HallId;
  room!: HallRoom;
  boards!: Boards;
  halls!: Halls;
  /** States as they went out. */
  published: HallState[] = [];
  /** Its thread is started by the first job, and keeps no process alive. */
  readonly #insight = new Insight(silent, this.clock);

  private constructor(hallId: HallId, store: Store) {
    this.hallId = hallId;
    this.store = store;
  }

  static async open(): Promise<HallBench> {
    const store = createMemoryStore();
    const clock = new HandClock();
    const boards = new Boards({ journal: store, clock, log: silent });
    const maker = new Halls({ store, boards, clock, log: silent, publish: () => {} });
    const { hall } = await maker.make(builtInTemplate('vandrehallen', 'nb'), 'Prøve', 'nb');
    await boards.stop(1001, 'only needed to make the hall');
    const bench = new HallBench(hall.id, store);
    await bench.start();
    return bench;
  }

  /** The process begins, with what is on disk. */
  async start(): Promise<void> {
    const { store, clock } = this;
    this.boards = new Boards({
      journal: store,
      clock,
      log: silent,
      onChange: (stationId) => this.halls.boardChanged(stationId),
      furnitureOf: (stationId) => this.halls.furnitureOf(stationId),
      onLoaded: (board) => void this.halls.mirrorOn(board).catch(() => {}),
    });
    const publish = (_: HallId, state: HallState) => void this.published.push(state);
    this.halls = new Halls({ store, boards: this.boards, clock, log: silent, publish });
    this.room = await this.halls.get(this.hallId);
  }

  /** The process ends and another begins, as after a crash: nothing but the disk is kept. */
  async restart(): Promise<void> {
    this.halls.close();
    await this.start();
  }

  get stations(): StationId[] {
    return this.room.hall.stations.map(({ id }) => id);
  }

  /** Somebody who asks; a host of the given stations. */
  async asker(role: Role, ...stations: StationId[]): Promise<Asker> {
    const participant = newId('p');
    await this.store.savePerson({
      id: participant,
      hallId: this.hallId,
      name: `En ${role}`,
      organisation: '',
      personRole: '',
      createdAt: 0,
    });
    const session: Session = {
      id: newId('x'),
      hallId: this.hallId,
      role,
      participant,
      actor: { role, stations },
      ended: false,
    };
    const presence = this.room.connect(participant, role !== 'wall');
    return {
      participant,
      ask: async (name, request) => {
        const checked = requestSchemas[name].parse(request) as CheckedRequest<typeof name>;
        return this.while(handlers[name](this.#call(session, presence), checked));
      },
    };
  }

  /** Lets time pass until it is done. */
  async while<T>(doing: Promise<T>): Promise<T> {
    let done = false;
    const over = () => {
      done = true;
    };
    doing.then(over, over);
    for (let turn = 0; !done && turn < 1_000; turn++) {
      await settle();
      if (!done) await this.clock.pass(5);
    }
    return doing;
  }

  /** A note of this person's at a station's board, wherever the station is. */
  async hang(
    stationId: StationId,
    participant: ParticipantId,
    text: string,
    id = newId('n'),
  ): Promise<NoteId> {
    const station = this.room.stationOrRemoved(stationId);
    const writer = { participant, actor: { role: 'participant' as const, stations: [] } };
    const board = await this.board(stationId);
    await this.while(writeNote(board, station, this.room.hall.round, writer, { id, text }));
    return id;
  }

  async board(stationId: StationId): Promise<BoardRoom> {
    return this.while(this.boards.get(stationId));
  }

  /** What hangs at a station, wherever it is, oldest first. */
  async notes(stationId: StationId): Promise<NoteView[]> {
    const board = await this.board(stationId);
    return this.while(board.read((doc) => readNotes(doc).sort((a, b) => a.at - b.at)));
  }

  #call(session: Session, presence: HallCall['presence']): HallCall {
    const { room, boards, store, halls, clock } = this;
    const line = { by: session.participant, role: session.role };
    return {
      room,
      boards,
      store,
      session,
      presence,
      halls,
      insight: this.#insight,
      model: null,
      history: store,
      clock,
      origin: 'http://hall.test',
      tellOwner: () => {},
      tellYou: () => {},
      tellDesk: () => {},
      followDesk: () => {},
      record: (deed, stationId, about) =>
        store.addLogLine(this.hallId, {
          at: clock.now(),
          ...line,
          deed,
          ...(stationId ? { stationId } : {}),
          ...(about ? { about } : {}),
        }),
    };
  }
}

/** What a request of the hall channel is answered with the help of, and how a connection is told who it is. */

import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { moreOf } from '../../shared/domain/hall.ts';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type {
  Answers,
  CheckedRequest,
  ClientToServerEvents,
  RequestName,
  ServerToClientEvents,
  You,
} from '../../shared/protocol/hallEvents.ts';
import type { Boards } from '../board/Boards.ts';
import type { Insight } from '../insight/Insight.ts';
import type { LanguageModel } from '../insight/LanguageModel.ts';
import type { Clock, HallLogLine, HallStore, History, Log } from '../ports.ts';
import type { HallRoom, Presence } from './HallRoom.ts';
import type { Halls } from './Halls.ts';
import { shownHandOf } from './hands.ts';
import type { Session } from './Sessions.ts';

interface SocketData {
  session: Session;
  /** Follows counts; else each change brings it the whole state. */
  counts: boolean;
}
export type HallServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
export type HallSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;

/** What a request is answered with the help of. */
export interface HallCall {
  room: HallRoom;
  boards: Boards;
  store: HallStore;
  session: Session;
  presence: Presence;
  /** Tells a person's other connections, and whoever's note it was, that notes of theirs changed. */
  tellOwner: (participant: ParticipantId) => void;
  /** Tells a person's connections who they are now (shut out, hand up). */
  tellYou: (participant: ParticipantId) => void;
  /** Tells those who look at a station's desk to look again. */
  tellDesk: (stationId: StationId) => void;
  /** From now on this connection is told of the station's desk. */
  followDesk: (stationId: StationId) => void;
  /** Notes in the hall's log what this person did. Never a note's text. */
  record: (deed: string, stationId?: StationId, about?: string) => Promise<void>;
  halls: Halls;
  /** The thread that compares notes. */
  insight: Insight;
  /** The language model, where one is set up. */
  model: LanguageModel | null;
  history: History;
  clock: Clock;
  /** Of this server, as people reach it: what links begin with. */
  origin: string;
}

export type Handlers = {
  [Name in RequestName]: (call: HallCall, request: CheckedRequest<Name>) => Promise<Answers[Name]>;
};

/** What calls are made of, the same for all. */
export interface CallParts {
  halls: () => Halls;
  boards: Boards;
  store: HallStore & History;
  insight: Insight;
  model: LanguageModel | null;
  clock: Clock;
  log: Log;
}

/** What a request of this connection is answered with: made for each, for thousands are here and ask nothing. */
export function callOf(
  parts: CallParts,
  io: HallServer,
  socket: HallSocket,
  { room, presence, origin }: Pick<HallCall, 'room' | 'presence' | 'origin'>,
): HallCall {
  const { boards, store, insight, model, clock, log } = parts;
  const { session } = socket.data;
  return {
    room,
    presence,
    boards,
    store,
    session,
    halls: parts.halls(),
    insight,
    model,
    history: store,
    clock,
    origin,
    tellOwner: (participant) => void io.to(`${session.hallId} ${participant}`).emit('notes:changed'),
    tellYou: (participant) => {
      for (const other of socketsOf(io, `${session.hallId} ${participant}`)) {
        describe(store, room, other.data.session).then((you) => other.emit('hall:you', you), ignore);
      }
    },
    tellDesk: (stationId) => tellDesk(io, stationId),
    followDesk: (stationId) => void socket.join(deskOf(stationId)),
    record: async (deed, stationId, about) => {
      const line: HallLogLine = {
        at: clock.now(),
        by: session.participant,
        role: session.role,
        deed,
        ...(stationId ? { stationId } : {}),
        ...(about ? { about } : {}),
      };
      // The deed itself is done and on disk: its answer says so, whatever becomes of the line.
      await store.addLogLine(session.hallId, line).catch((error) => {
        log.error('hall.deed_not_logged', { deed, error: String(error) });
      });
    },
  };
}

/** Those who look at a station's desk. */
function deskOf(stationId: StationId): string {
  return `desk ${stationId}`;
}

/** Those who look at a station’s desk look again. */
export function tellDesk(io: HallServer, stationId: StationId): void {
  io.to(deskOf(stationId)).emit('desk:changed', stationId);
}

/** The connections in a room of this process. */
function socketsOf(io: HallServer, room: string): HallSocket[] {
  const ids = io.of('/').adapter.rooms.get(room) ?? [];
  return [...ids].flatMap((id) => io.of('/').sockets.get(id) ?? []);
}

/** It is told again at the next connect. */
const ignore = () => {};

/** Who one is in the hall, as told to them. */
export async function describe(store: HallStore, room: HallRoom, session: Session): Promise<You> {
  const [person, visits] = await Promise.all([
    store.person(session.participant),
    store.visits(session.participant),
  ]);
  return {
    participantId: session.participant,
    role: session.role,
    name: person?.name ?? '',
    stations: [...session.actor.stations],
    seen: Object.fromEntries(visits),
    shutOut: moreOf(room.hall).shutOut.includes(session.participant),
    hand: shownHandOf(room.items, session.participant),
  };
}

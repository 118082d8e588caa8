/** What the hall channel's requests do: check (done by schema), decide, save, answer, tell. One function a request. */

import { PERSON_NAME_MAX, type Station } from '../../shared/domain/hall.ts';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { cleanLine } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import type { Answers, CheckedRequest, RequestName } from '../../shared/protocol/hallEvents.ts';
import type { Boards } from '../board/Boards.ts';
import { editNote, ownNotes, type Writer, withdrawNote, writeNote } from '../board/noteCommands.ts';
import { FaultError } from '../fault.ts';
import type { Clock, HallStore, History } from '../ports.ts';
import { deskHandlers } from './deskHandlers.ts';
import { flowHandlers } from './flowHandlers.ts';
import type { HallRoom, Presence } from './HallRoom.ts';
import type { Halls } from './Halls.ts';
import { organiserHandlers } from './organiserHandlers.ts';
import type { Session } from './Sessions.ts';
import { pseudonym } from './secrets.ts';
import { voteHandlers } from './voteHandlers.ts';

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
  history: History;
  clock: Clock;
  /** Of this server, as people reach it: what links begin with. */
  origin: string;
}

export type Handlers = {
  [Name in RequestName]: (call: HallCall, request: CheckedRequest<Name>) => Promise<Answers[Name]>;
};

export const handlers: Handlers = {
  ...deskHandlers,
  ...flowHandlers,
  ...organiserHandlers,
  ...voteHandlers,

  'hall:look': async ({ room }) => ({ state: room.state() }),

  'station:enter': async ({ room, presence }, { stationId }) => ({
    seen: await room.enter(presence, stationId),
  }),

  'station:leave': async ({ room, presence }) => {
    await room.leave(presence);
    return {};
  },

  'note:write': async (call, { stationId, secret, ...note }) => {
    const { station, board } = await open(call, stationId);
    const written = await writeNote(
      board,
      station,
      call.room.hall.round,
      writerAt(station, call.session, secret),
      note,
    );
    return { note: written.note };
  },

  'note:edit': async (call, { stationId, id, text, secret }) => {
    const { station, board } = await open(call, stationId);
    const note = await editNote(board, writerAt(station, call.session, secret), id, text);
    tellOther(call, board.ownerOf(id));
    return { note };
  },

  'note:withdraw': async (call, { stationId, id, secret }) => {
    const { station, board } = await open(call, stationId);
    await withdrawNote(board, writerAt(station, call.session, secret), id);
    tellOther(call, board.ownerOf(id));
    return {};
  },

  'notes:mine': async ({ room, boards, session }, { secrets = {} }) => {
    const lists = await Promise.all(
      room.hall.stations.map(async (station) => {
        const { participant } = writerAt(station, session, secrets[station.id]);
        return participant === null ? [] : ownNotes(await boards.get(station.id), participant);
      }),
    );
    return { notes: lists.flat() };
  },

  'round:start': async ({ room, session }, { round }) => {
    if (!may(session.actor, 'round:start')) throw new FaultError('forbidden', 'only hosts start rounds');
    return { round: await room.startRound(round) };
  },

  'station:rule': async ({ room, session }, { stationId, ...rules }) => {
    if (!may(session.actor, 'station:rule', stationId)) {
      throw new FaultError('forbidden', 'only the station’s host sets its rules');
    }
    return { rules: await room.rule(stationId, rules) };
  },

  'person:rename': async ({ store, session }, { name }) => {
    const person = await store.person(session.participant);
    if (!person) throw new FaultError('not_found', 'no such person');
    const clean = cleanLine(name);
    if (clean.length > PERSON_NAME_MAX) throw new FaultError('too_long', 'the name is too long', 'name');
    await store.savePerson({ ...person, name: clean });
    return { name: clean };
  },
};

/** A station of the hall and its board. @throws {FaultError} not_found */
export async function open({ room, boards }: HallCall, stationId: StationId) {
  const station = room.station(stationId);
  return { station, board: await boards.get(stationId) };
}

/** Who writes at this station: the session's person, or at an anonymous one whoever holds the secret. */
export function writerAt(station: Station, session: Session, secret: string | undefined): Writer {
  const { participant, actor } = session;
  if (!station.anonymous) return { participant, actor };
  return { participant: secret ? pseudonym(station.id, secret) : null, actor };
}

/** A host changed somebody's note: its writer's phone shall show it. */
function tellOther({ session, tellOwner }: HallCall, owner: ParticipantId | null | undefined): void {
  if (owner && owner !== session.participant) tellOwner(owner);
}

/** What the hall channel's requests do: check (done by schema), decide, save, answer, tell. One function a request. */

import { PERSON_NAME_MAX } from '../../shared/domain/hall.ts';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { cleanLine } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import type { Answers, CheckedRequest, RequestName } from '../../shared/protocol/hallEvents.ts';
import type { Boards } from '../board/Boards.ts';
import { editNote, ownNotes, type Writer, withdrawNote, writeNote } from '../board/noteCommands.ts';
import { FaultError } from '../fault.ts';
import type { HallStore } from '../ports.ts';
import type { HallRoom, Presence } from './HallRoom.ts';
import type { Session } from './Sessions.ts';

/** What a request is answered with the help of. */
export interface HallCall {
  room: HallRoom;
  boards: Boards;
  store: HallStore;
  session: Session;
  presence: Presence;
  /** Tells a person's other connections, and whoever's note it was, that notes of theirs changed. */
  tellOwner: (participant: ParticipantId) => void;
}

type Handlers = {
  [Name in RequestName]: (call: HallCall, request: CheckedRequest<Name>) => Promise<Answers[Name]>;
};

export const handlers: Handlers = {
  'station:enter': async ({ room, presence }, { stationId }) => ({
    seen: await room.enter(presence, stationId),
  }),

  'station:leave': async ({ room, presence }) => {
    await room.leave(presence);
    return {};
  },

  'note:write': async (call, { stationId, ...note }) => {
    const { station, board } = await open(call, stationId);
    return { note: (await writeNote(board, station, call.room.hall.round, writer(call), note)).note };
  },

  'note:edit': async (call, { stationId, id, text }) => {
    const { board } = await open(call, stationId);
    const note = await editNote(board, writer(call), id, text);
    tellOther(call, board.ownerOf(id));
    return { note };
  },

  'note:withdraw': async (call, { stationId, id }) => {
    const { board } = await open(call, stationId);
    await withdrawNote(board, writer(call), id);
    tellOther(call, board.ownerOf(id));
    return {};
  },

  'notes:mine': async ({ room, boards, session }) => {
    const boardsOfHall = await Promise.all(room.hall.stations.map(({ id }) => boards.get(id)));
    const lists = await Promise.all(boardsOfHall.map((board) => ownNotes(board, session.participant)));
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

async function open({ room, boards }: HallCall, stationId: StationId) {
  const station = room.station(stationId);
  return { station, board: await boards.get(stationId) };
}

function writer({ session }: HallCall): Writer {
  return { participant: session.participant, actor: session.actor };
}

/** A host changed somebody's note: its writer's phone shall show it. */
function tellOther({ session, tellOwner }: HallCall, owner: ParticipantId | null | undefined): void {
  if (owner && owner !== session.participant) tellOwner(owner);
}

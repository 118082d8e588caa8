/** The host's desk: hands, hidden notes, who is here, and order. What a host does is noted in the hall's log. */

import { moreOf, SELF_RUN_WALL } from '../../shared/domain/hall.ts';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { cleanText } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import { deskState } from './deskState.ts';
import { doorOf } from './door.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { callItem, callingAt, handItem, handsAt, handUpOf } from './hands.ts';
import { hideNote, returnNote, reveal } from './hiding.ts';
import { mustLive, withChanged, withMore } from './stationEdits.ts';

type Names =
  | 'station:reveal'
  | 'hand:raise'
  | 'hand:lower'
  | 'organiser:call'
  | 'desk:look'
  | 'note:hide'
  | 'note:return'
  | 'person:shut'
  | 'wall:order';

export const deskHandlers: Pick<Handlers, Names> = {
  'station:reveal': async (call, { stationId }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    const shown = await reveal(await doorOf(call, stationId));
    tellWriters(
      call,
      stationId,
      shown.map(({ person }) => person),
    );
    await deed(call, 'station:reveal', stationId, String(shown.length));
    return { shown: shown.length };
  },

  'note:hide': async (call, { stationId, id, message = '' }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    const door = await doorOf(call, stationId);
    const { note, fresh } = await hideNote(door, call.session.participant, id, cleanText(message));
    if (!fresh) return {};
    tellWriters(call, stationId, [note.person]);
    await deed(call, 'note:hide', stationId, id);
    return {};
  },

  'note:return': async (call, { stationId, id }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    const note = await returnNote(await doorOf(call, stationId), id);
    if (!note) return {};
    tellWriters(call, stationId, [note.person]);
    await deed(call, 'note:return', stationId, id);
    return {};
  },

  'hand:raise': async (call, { stationId, hand }) => {
    const { room, session, clock, tellYou, tellDesk } = call;
    const { participant } = session;
    room.station(stationId);
    if (!may(session.actor, 'hall:attend')) throw new FaultError('forbidden', 'a wall has no hands');
    const up = handUpOf(room.items, participant);
    // Taken down wherever it is: there is one hand.
    const as = hand === null ? null : { stationId, hand };
    if (up?.hand !== as?.hand || (as && up?.stationId !== stationId)) {
      await room.items.save([handItem(participant, as && { ...as, at: clock.now() })]);
      if (up) tellDesk(up.stationId);
      tellDesk(stationId);
    }
    tellYou(participant);
    return { hand };
  },

  'hand:lower': async (call, { stationId, participantId }) => {
    mustHost(call, stationId);
    const { room } = call;
    const up = handsAt(room.items, stationId)
      .map(([participant]) => participant)
      .filter((participant) => participantId === undefined || participant === participantId);
    if (up.length === 0) return {};
    await room.items.save(up.map((participant) => handItem(participant, null)));
    for (const participant of up) call.tellYou(participant);
    await deed(call, 'hand:lower', stationId, participantId ?? String(up.length));
    return {};
  },

  'organiser:call': async (call, { stationId, calling }) => {
    mustHost(call, stationId);
    const { room, clock } = call;
    if (callingAt(room.items, stationId) === calling) return {};
    await room.items.save([callItem(stationId, calling ? clock.now() : null)]);
    room.itemsChanged();
    await deed(call, 'organiser:call', stationId, calling ? 'on' : 'off');
    return {};
  },

  'desk:look': async (call, { stationId }) => {
    mustHost(call, stationId);
    // From before it is read: what changes meanwhile is news.
    call.followDesk(stationId);
    return { desk: await deskState(await doorOf(call, stationId), call.store) };
  },

  'person:shut': async (call, { participantId, out }) => {
    const { room, store, session } = call;
    if (!may(session.actor, 'person:curb')) throw new FaultError('forbidden', 'only hosts shut people out');
    const person = await store.person(participantId);
    if (person?.hallId !== room.hall.id) throw new FaultError('not_found', 'no such person in this hall');
    const sessions = await store.sessions(room.hall.id);
    const roles = sessions.filter((one) => one.participantId === participantId).map(({ role }) => role);
    if (out && roles.some((role) => role !== 'participant')) {
      throw new FaultError('forbidden', 'only participants can be shut out');
    }
    let changed = false;
    await room.change((hall) => {
      const { shutOut } = moreOf(hall);
      changed = shutOut.includes(participantId) !== out;
      if (!changed) return null;
      const others = shutOut.filter((id) => id !== participantId);
      return withMore(hall, { shutOut: out ? [...others, participantId] : others });
    });
    if (!changed) return {};
    call.tellYou(participantId);
    await call.record('person:shut', undefined, `${participantId}:${out ? 'on' : 'off'}`);
    for (const { id } of room.hall.stations) call.tellDesk(id);
    return {};
  },

  'wall:order': async (call, { stationId, ...wanted }) => {
    mustHost(call, stationId);
    const { room } = call;
    const wallOf = () => room.station(stationId).wall ?? SELF_RUN_WALL;
    let changed = false;
    await room.change((hall) => {
      const { round } = wanted;
      if (round && !hall.rounds.some(({ n }) => n === round)) {
        throw new FaultError('not_found', 'no such round', 'round');
      }
      const ordered = withChanged(hall, stationId, (station) => ({
        ...station,
        wall: { ...(station.wall ?? SELF_RUN_WALL), ...wanted },
      }));
      changed = JSON.stringify(ordered) !== JSON.stringify(hall);
      return changed ? ordered : null;
    });
    if (changed) await deed(call, 'wall:order', stationId, aboutOrder(wanted));
    return { wall: wallOf() };
  },
};

/** @throws {FaultError} not_found, forbidden */
function mustHost({ room, session }: HallCall, stationId: StationId): void {
  room.station(stationId);
  if (!may(session.actor, 'station:host', stationId)) {
    throw new FaultError('forbidden', 'only the station’s host may do this');
  }
}

/** What a host did is in the log, and so on the desk. */
async function deed(call: HallCall, name: Names, stationId: StationId, about: string): Promise<void> {
  await call.record(name, stationId, about);
  call.tellDesk(stationId);
}

/** Notes of these came or went. Where nobody knows whose they are, all who are there look at their own. */
function tellWriters(
  { room, tellOwner }: HallCall,
  stationId: StationId,
  writers: readonly (ParticipantId | null)[],
): void {
  if (writers.length === 0) return;
  if (!room.station(stationId).anonymous) {
    for (const writer of new Set(writers)) if (writer) tellOwner(writer);
    return;
  }
  for (const [participant, at] of room.attending()) if (at === stationId) tellOwner(participant);
}

function aboutOrder(wanted: { show?: unknown; spotlight?: unknown; round?: unknown }): string {
  return Object.entries(wanted)
    .map(([name, value]) => `${name}:${value ?? 'off'}`)
    .join(' ');
}

/** What the hall channel's requests do: check (done by schema), decide, save, answer, tell. One function a request. */

import { PERSON_NAME_MAX } from '../../shared/domain/hall.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import { cleanLine } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import { deskHandlers } from './deskHandlers.ts';
import { doorOf } from './door.ts';
import { flowHandlers } from './flowHandlers.ts';
import { shownRules } from './HallRoom.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { helpHandlers } from './helpHandlers.ts';
import { editAt, ownNotesAt, withdrawAt, writeAt, writerAt, writerIn } from './noteDoors.ts';
import { organiserHandlers } from './organiserHandlers.ts';
import { pastHandlers } from './pastHandlers.ts';
import { personHandlers } from './personHandlers.ts';
import { planHandlers } from './planHandlers.ts';
import { voteHandlers } from './voteHandlers.ts';

export const handlers: Handlers = {
  ...deskHandlers,
  ...flowHandlers,
  ...helpHandlers,
  ...organiserHandlers,
  ...pastHandlers,
  ...personHandlers,
  ...planHandlers,
  ...voteHandlers,

  'hall:look': async ({ room }) => ({ state: room.state() }),

  'station:enter': async ({ room, presence, tellDesk }, { stationId }) => {
    const from = presence.station;
    const seen = await room.enter(presence, stationId);
    // Who is here is on the desk.
    if (presence.counts && from !== stationId) {
      if (from) tellDesk(from);
      tellDesk(stationId);
    }
    return { seen };
  },

  'station:leave': async ({ room, presence, tellDesk }) => {
    const from = presence.station;
    await room.leave(presence);
    if (from && presence.counts) tellDesk(from);
    return {};
  },

  'note:write': async (call, { stationId, secret, ...note }) => {
    const door = await doorOf(call, stationId);
    const written = await writeAt(door, writerIn(call.room, stationId, call.session, secret), note);
    if (written.held) call.tellDesk(stationId);
    return { note: written.note };
  },

  'note:edit': async (call, { stationId, id, text, secret }) => {
    const writer = writerIn(call.room, stationId, call.session, secret);
    const { note, owner, held } = await editAt(await doorOf(call, stationId), writer, id, text);
    tellOther(call, owner);
    if (held) call.tellDesk(stationId);
    return { note };
  },

  'note:withdraw': async (call, { stationId, id, secret }) => {
    const writer = writerIn(call.room, stationId, call.session, secret);
    const { owner, held } = await withdrawAt(await doorOf(call, stationId), writer, id);
    tellOther(call, owner);
    if (held) call.tellDesk(stationId);
    return {};
  },

  'notes:mine': async (call, { secrets = {} }) => {
    const lists = await Promise.all(
      call.room.hall.stations.map(async (station) => {
        const { participant } = writerAt(station, call.session, secrets[station.id]);
        return participant === null ? [] : ownNotesAt(await doorOf(call, station.id), participant);
      }),
    );
    return { notes: lists.flat() };
  },

  'station:rule': async (call, { stationId, ...rules }) => {
    const { room, session } = call;
    if (!may(session.actor, 'station:rule', stationId)) {
      throw new FaultError('forbidden', 'only the station’s host sets its rules');
    }
    const changed = await room.rule(stationId, rules);
    const now = shownRules(room.station(stationId));
    for (const name of changed) {
      const to = name === 'allowance' ? (now.allowance ?? 'off') : now[name] ? 'on' : 'off';
      await call.record('station:rule', stationId, `${name}:${to}`);
    }
    call.tellDesk(stationId);
    return { rules: now };
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

/** A host changed somebody's note: its writer's phone shall show it. */
function tellOther({ session, tellOwner }: HallCall, owner: ParticipantId | null | undefined): void {
  if (owner && owner !== session.participant) tellOwner(owner);
}

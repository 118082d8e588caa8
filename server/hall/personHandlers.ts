/** One person's last minute at a station, taken back by a host. Rules U1–U9 in docs/SPEC.md. */

import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import type { UndoneMinute } from '../../shared/protocol/hallEvents.ts';
import { loadBoard } from '../board/loadBoard.ts';
import { SERVER } from '../board/writeContext.ts';
import { FaultError } from '../fault.ts';
import { type Door, doorOf } from './door.ts';
import type { HallRoom } from './HallRoom.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import type { HeldNote } from './heldNotes.ts';
import { inTurn } from './hiding.ts';
import { type Doings, doingsOf, takeBack } from './lastMinute.ts';
import { mustLive } from './stationEdits.ts';

const MINUTE_MS = 60_000;

export const personHandlers: Pick<Handlers, 'person:undo'> = {
  'person:undo': async (call, { stationId, participantId, press }) => {
    mustCurb(call, stationId);
    const { room, session, tellOwner, tellDesk, record } = call;
    return room.presses.once(`person:undo ${session.participant} ${press}`, async () => {
      const done = await undoMinute(call, stationId, participantId);
      await record('person:undo', stationId, participantId);
      tellOwner(participantId);
      tellDesk(stationId);
      return done;
    });
  },
};

function mustCurb({ room, session }: HallCall, stationId: StationId): void {
  const { actor } = session;
  room.station(stationId);
  if (!may(actor, 'person:curb') || !may(actor, 'station:host', stationId)) {
    throw new FaultError('forbidden', 'only the station’s host takes back what others did');
  }
  mustLive(room.hall);
}

/** What a person did here since then, on the board as it is now. */
type Look = (doc: Y.Doc, ownerOf: (id: NoteId) => ParticipantId | null | undefined) => Doings;

async function undoMinute(
  call: HallCall,
  stationId: StationId,
  person: ParticipantId,
): Promise<UndoneMinute> {
  const { room, clock } = call;
  const door = await doorOf(call, stationId);
  return inTurn(door, async () => {
    const times = timesOf(room);
    const which = `${stationId} ${person}`;
    const since = Math.max(clock.now() - MINUTE_MS, times.get(which) ?? 0);
    const { look, close } = await lookBack(call, door, person, since);
    try {
      const done = await takeBackSince(door, call.session.participant, person, since, look);
      times.set(which, clock.now());
      return done;
    } finally {
      close();
    }
  });
}

/** Held first and taken down then, as one note is hidden: whatever is cut off in the middle loses none. */
async function takeBackSince(
  { room, board, stationId, clock }: Door,
  by: ParticipantId,
  person: ParticipantId,
  since: number,
  look: Look,
): Promise<UndoneMinute> {
  if (board.damaged) throw new FaultError('read_only', 'the station is damaged and can only be read');
  const hide = { state: 'hidden', by, hiddenAt: clock.now(), message: '' } as const;
  const waiting = room.held
    .of(stationId, person)
    .filter(({ state, at }) => state === 'waiting' && at >= since);
  const asHeld = (note: NoteView): HeldNote => {
    return { ...note, stationId, person: board.ownerOf(note.id) ?? null, ...hide };
  };
  const found = await board.read((doc) => look(doc, (id) => board.ownerOf(id)));
  const held = new Map(found.added.map((note) => [note.id, asHeld(note)]));
  await room.held.save([...waiting.map((note) => ({ ...note, ...hide })), ...held.values()]);
  try {
    const { taken, restored } = await board.write(({ doc, ownerOf }) => {
      const doings = look(doc, ownerOf);
      const added = doings.added.filter(({ id }) => held.has(id));
      return { taken: added, restored: takeBack(doc, { ...doings, added }, SERVER) };
    });
    // Somebody may have changed or withdrawn one at that very moment.
    const last = new Map(taken.map((note) => [note.id, asHeld(note)]));
    await room.held.drop([...held.values()].filter(({ id }) => !last.has(id)));
    const changed = [...last.values()].filter((note) => !isDeepStrictEqual(note, held.get(note.id)));
    if (changed.length > 0) await room.held.save(changed);
    return { hidden: taken.length + waiting.length, restored };
  } catch (error) {
    await room.held.save(waiting);
    await room.held.drop([...held.values()]);
    throw error;
  }
}

/** The board of then, and what the person has done since. @throws {FaultError} unavailable */
async function lookBack(
  { history, room }: HallCall,
  { board, stationId }: Door,
  person: ParticipantId,
  since: number,
): Promise<{ look: Look; close: () => void }> {
  const record = await history.loadAt(stationId, since);
  if (!record) throw new FaultError('not_found', 'no such station', 'stationId');
  const { doc: past, damage } = loadBoard(record);
  // What is missing in the board of then would look as if it had come since.
  if (damage.some(({ what }) => what === 'row')) {
    past.destroy();
    throw new FaultError('unavailable', 'the board of a minute ago can’t be read');
  }
  const leased = record.leases.filter(([, owner]) => owner === person);
  const clients = new Set(leased.map(([client]) => client));
  const { serverClient } = record;
  const isHidden = (id: NoteId) => room.held.get(stationId, id) !== undefined;
  return {
    look: (now, ownerOf) =>
      doingsOf(
        { clients, owns: (id) => ownerOf(id) === person, writtenFor: (clock) => board.writtenFor(clock) },
        { past, now, since, serverClient, isHidden },
      ),
    close: () => past.destroy(),
  };
}

const undone = new WeakMap<HallRoom, Map<string, number>>();

/** When each person was last undone at each station: what was before that is as a host wanted it. */
function timesOf(room: HallRoom): Map<string, number> {
  let times = undone.get(room);
  if (!times) {
    times = new Map();
    undone.set(room, times);
  }
  return times;
}

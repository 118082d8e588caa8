/** What a host's phone knows of a station beside its board: read anew whenever it looks. */

import { moreOf } from '../../shared/domain/hall.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { DeskPerson, DeskState, HeldNote as ShownHeldNote } from '../../shared/protocol/hallEvents.ts';
import type { HallStore, PersonRecord } from '../ports.ts';
import type { Door } from './door.ts';
import { handsAt } from './hands.ts';
import type { HeldNote } from './heldNotes.ts';
import { inTurn } from './hiding.ts';
import { votedAt } from './votes.ts';

/** The desk of a station as it is now. */
export async function deskState(door: Door, store: HallStore): Promise<DeskState> {
  const { room, stationId } = door;
  const [held, records] = await Promise.all([
    inTurn(door, async () => room.held.at(stationId)),
    store.people(room.hall.id),
  ]);
  const people = new Map(records.map((person) => [person.id, person]));
  const nameOf = (id: ParticipantId | null) => (id && people.get(id)?.name) || '';
  const shown = (note: HeldNote) => shownHeld(note, nameOf(note.person));
  const waiting = held.filter(({ state }) => state === 'waiting').sort((a, b) => a.at - b.at);
  const hidden = held.filter(({ state }) => state !== 'waiting');
  hidden.sort((a, b) => (b.hiddenAt ?? 0) - (a.hiddenAt ?? 0));
  return {
    waiting: waiting.map(shown),
    hidden: hidden.map(shown),
    hands: handsAt(room.items, stationId).map(([participantId, { hand, at }]) => ({
      participantId,
      name: nameOf(participantId),
      hand,
      at,
    })),
    people: peopleOf(door, held, people),
    voted: votedAt(room.station(stationId), room.items),
  };
}

/** Who is here, or has written here; those who are here first, each by name. */
function peopleOf(
  { room, board, stationId }: Door,
  held: readonly HeldNote[],
  people: ReadonlyMap<ParticipantId, PersonRecord>,
): DeskPerson[] {
  const here = new Set<ParticipantId>();
  for (const [participant, at] of room.attending()) if (at === stationId) here.add(participant);
  // At an anonymous station owners stand for nobody whom one could find.
  const notes = room.station(stationId).anonymous ? new Map<ParticipantId, number>() : board.writers();
  for (const { person } of held) {
    if (person && people.has(person)) notes.set(person, (notes.get(person) ?? 0) + 1);
  }
  const steering = room.steering();
  const shutOut = new Set(moreOf(room.hall).shutOut);
  return [...new Set([...here, ...notes.keys()])]
    .map((participantId) => ({
      participantId,
      name: people.get(participantId)?.name ?? '',
      organisation: people.get(participantId)?.organisation ?? '',
      personRole: people.get(participantId)?.personRole ?? '',
      steers: steering.has(participantId),
      here: here.has(participantId),
      notes: notes.get(participantId) ?? 0,
      shutOut: shutOut.has(participantId),
    }))
    .sort((a, b) => Number(b.here) - Number(a.here) || a.name.localeCompare(b.name));
}

function shownHeld({ id, text, round, at, state, hiddenAt, message }: HeldNote, name: string): ShownHeldNote {
  const note = { id, text, round, at, name };
  return state === 'waiting' ? note : { ...note, hiddenAt: hiddenAt ?? at, message: message ?? '' };
}

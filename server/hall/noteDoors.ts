/**
 * Notes from pads and over HTTP: hung on the board, or held where the station hides (`heldNotes.ts`). What one may do
 * with a note of one's own is the same wherever it is.
 */

import { moreOf, rulesOf, type Station } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import type { OwnNote } from '../../shared/protocol/hallEvents.ts';
import {
  checkNew,
  checkText,
  editNote,
  type HallCap,
  marksOf,
  mustBeFree,
  mustHaveRoom,
  mustMayTouch,
  type NoteRequest,
  ownNotes,
  type Writer,
  withdrawNote,
  writeNote,
} from '../board/noteCommands.ts';
import { FaultError } from '../fault.ts';
import type { Door } from './door.ts';
import type { HallRoom } from './HallRoom.ts';
import { type HeldNote, ownHeldNote } from './heldNotes.ts';
import { inTurn } from './hiding.ts';
import type { Session } from './Sessions.ts';
import { pseudonym } from './secrets.ts';

/** Who writes at this station: the session's person, or at an anonymous one whoever holds the secret. */
export function writerAt(station: Station, session: Session, secret: string | undefined): Writer {
  const { participant, actor } = session;
  if (!station.anonymous) return { participant, actor };
  return { participant: secret ? pseudonym(station.id, secret) : null, actor };
}

/** As `writerAt`, with what the hall has against their writing now. */
export function writerIn(room: HallRoom, stationId: StationId, session: Session, secret?: string): Writer {
  const station = room.station(stationId);
  const { endedAt, shutOut } = moreOf(room.hall);
  const moderates = may(session.actor, 'note:moderate', stationId);
  const out = !moderates && shutOut.includes(session.participant);
  const barred = endedAt !== null ? 'ended' : out ? 'shut_out' : null;
  return { ...writerAt(station, session, secret), barred };
}

/** Hangs a note, or holds it; the same id again from the same person gives the note that is. */
export async function writeAt(
  door: Door,
  writer: Writer,
  request: NoteRequest,
): Promise<{ note: OwnNote; fresh: boolean; held: boolean }> {
  const { room, board, stationId, clock } = door;
  const text = checkNew(board, writer, request);
  const cap = await hallCap(door, writer);
  const hang = async () => ({
    ...(await writeNote(board, room.station(stationId), room.hall.round, writer, request, cap)),
    held: false,
  });
  if (!hidesFrom(door, writer) && !room.held.get(stationId, request.id)) return hang();
  return inTurn(door, async () => {
    const known = room.held.get(stationId, request.id);
    if (known && known.person !== writer.participant) {
      throw new FaultError('taken', 'somebody else has used this id', 'id');
    }
    if (known) return { note: ownHeldNote(known), fresh: false, held: true };
    // It may have been shown while this waited for its turn.
    if (!hidesFrom(door, writer) || board.ownerOf(request.id) !== undefined) return hang();
    if (board.damaged) throw new FaultError('read_only', 'the station is damaged and can only be read');
    const station = room.station(stationId);
    mustBeFree(board, writer);
    mustHaveRoom(board, station, writer, cap);
    const note: HeldNote = {
      id: request.id,
      stationId,
      person: writer.participant,
      text,
      ...marksOf(station, room.hall.round, request),
      at: clock.now(),
      pos: null,
      state: 'waiting',
    };
    await room.held.save([note]);
    return { note: ownHeldNote(note), fresh: true, held: true };
  });
}

/** Changes a note's text, wherever it is; one that is hidden stays so. @returns whose it is, and whether it is held */
export async function editAt(
  door: Door,
  writer: Writer,
  id: NoteId,
  typed: string,
): Promise<{ note: OwnNote; owner: ParticipantId | null; held: boolean }> {
  const { room, board, stationId } = door;
  const text = checkText(typed);
  const edit = async () => {
    const note = await editNote(board, writer, id, text);
    return { note, owner: board.ownerOf(id) ?? null, held: false };
  };
  if (!room.held.get(stationId, id)) return edit();
  return inTurn(door, async () => {
    const known = room.held.get(stationId, id);
    if (!known) return edit();
    mustBeFree(board, writer);
    mustMayTouch(board, writer, known.person);
    const note = { ...known, text };
    if (text !== known.text) await room.held.save([note]);
    return { note: ownHeldNote(note), owner: known.person, held: true };
  });
}

/** Takes a note back for good, wherever it is; one that is gone already stays so. */
export async function withdrawAt(
  door: Door,
  writer: Writer,
  id: NoteId,
): Promise<{ owner: ParticipantId | null; held: boolean }> {
  const { room, board, stationId } = door;
  const withdraw = async () => {
    await withdrawNote(board, writer, id);
    return { owner: board.ownerOf(id) ?? null, held: false };
  };
  if (!room.held.get(stationId, id)) return withdraw();
  return inTurn(door, async () => {
    const known = room.held.get(stationId, id);
    if (!known) return withdraw();
    mustBeFree(board, writer);
    mustMayTouch(board, writer, known.person);
    // Its id stays used, as that of a note that hung: a late repeat of it must not write it anew.
    await board.write((context) => context.claim(id, known.person));
    await room.held.drop([known]);
    return { owner: known.person, held: true };
  });
}

/** The notes of one person at a station, hanging and held, oldest first. */
export async function ownNotesAt(door: Door, participant: ParticipantId): Promise<OwnNote[]> {
  const { room, board, stationId } = door;
  if (room.held.of(stationId, participant).length === 0) return ownNotes(board, participant);
  return inTurn(door, async () => {
    const hanging = await ownNotes(board, participant);
    const held = room.held.of(stationId, participant).map(ownHeldNote);
    return [...hanging, ...held].sort((a, b) => a.at - b.at);
  });
}

/** Whether what this person writes now is kept from the board. */
function hidesFrom({ room, stationId }: Door, { actor }: Writer): boolean {
  return rulesOf(room.station(stationId)).hiding && !may(actor, 'note:moderate', stationId);
}

/** A person's notes at the other stations. Boards that are not loaded are opened only if what hangs there may matter. */
async function hallCap(door: Door, { participant, actor }: Writer): Promise<HallCap> {
  const { room, boards, board, stationId } = door;
  const { perPerson, elsewhere } = room.capOf(participant, stationId);
  const known = { perPerson, elsewhere: elsewhere.known };
  const unbound = may(actor, 'note:moderate', stationId) || room.station(stationId).anonymous;
  if (participant === null || unbound) return known;
  const here = board.notesBy(participant) + board.held.countOf(participant);
  if (here + elsewhere.most < perPerson) return known;
  // One that can't be opened now is no reason to refuse what comes elsewhere.
  await Promise.all(elsewhere.unknown.map((id) => boards.get(id).catch(() => null)));
  return { perPerson, elsewhere: room.capOf(participant, stationId).elsewhere.known };
}

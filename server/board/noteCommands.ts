/** What the server writes on a board for people: notes from pads and from HTTP. Each checks first, then changes. */

import {
  fieldsIn,
  type NoteView,
  notesOf,
  type Pos,
  readClusters,
  readNote,
  readNotes,
  type Slot,
} from '../../shared/board/boardDoc.ts';
import { addNote, editText, removeNotes } from '../../shared/board/boardOps.ts';
import type { Level, Station } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { cleanText, isBlank, NOTE_MAX, STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import { type Actor, may } from '../../shared/domain/permission.ts';
import type { OwnNote } from '../../shared/protocol/hallEvents.ts';
import { FaultError } from '../fault.ts';
import type { BoardRoom } from './BoardRoom.ts';

/** Who writes. */
export interface Writer {
  /** Null: nobody who could prove it later (an anonymous note without a secret). */
  participant: ParticipantId | null;
  actor: Actor;
}

/** A note as asked for. `round`: the one it was written in; the hall's present one where it is absent or later. */
export interface NoteRequest {
  id: NoteId;
  text: string;
  round?: number | undefined;
  level?: Level | undefined;
  slot?: Slot | undefined;
  /** The next free place where it is absent. */
  pos?: Pos | undefined;
}

/** Marks the server's own transactions. */
const SERVER = 'server';

/**
 * Hangs a note. The same id again from the same person changes nothing and gives the note that hangs.
 * @returns the note, and whether it is new @throws {FaultError} empty, too_long, taken, gone, station_full, forbidden
 */
export async function writeNote(
  room: BoardRoom,
  station: Station,
  roundNow: number,
  writer: Writer,
  request: NoteRequest,
): Promise<{ note: OwnNote; fresh: boolean }> {
  if (!may(writer.actor, 'note:write', room.stationId))
    throw new FaultError('forbidden', 'you may not write here');
  const text = checkText(request.text);
  return room.write((context) => {
    const owner = context.ownerOf(request.id);
    if (owner !== undefined) {
      if (owner !== writer.participant) throw new FaultError('taken', 'somebody else has used this id', 'id');
      const note = readNote(request.id, notesOf(context.doc).get(request.id));
      if (!note) throw new FaultError('gone', 'this note was withdrawn', 'id');
      return { note: ownNote(room.stationId, note), fresh: false };
    }
    mustNotBeFrozen(room, writer);
    if (notesOf(context.doc).size >= STATION_NOTES_MAX) {
      throw new FaultError('station_full', `a station holds ${STATION_NOTES_MAX} notes`);
    }
    const note = {
      id: request.id,
      text,
      pos: request.pos ?? context.freePlace(),
      round: Math.max(1, Math.min(request.round ?? roundNow, roundNow)),
      at: context.now,
      level: station.levels ? request.level : undefined,
      slot: station.kind === 'timeline' ? request.slot : undefined,
    };
    addNote(context.doc, note, SERVER);
    context.claim(request.id, writer.participant);
    return { note: ownNote(room.stationId, note as NoteView), fresh: true };
  });
}

/** Changes a note's text. @throws {FaultError} empty, too_long, not_found, forbidden */
export async function editNote(room: BoardRoom, writer: Writer, id: NoteId, typed: string): Promise<OwnNote> {
  const text = checkText(typed);
  return room.write((context) => {
    mustMayChange(room, writer, id);
    if (!fieldsIn(notesOf(context.doc), id))
      throw new FaultError('not_found', 'this note no longer hangs here', 'id');
    editText(context.doc, id, text, SERVER);
    return ownNote(room.stationId, readNote(id, notesOf(context.doc).get(id))!);
  });
}

/** Takes a note down; one that is down already stays so. @throws {FaultError} not_found, forbidden */
export async function withdrawNote(room: BoardRoom, writer: Writer, id: NoteId): Promise<void> {
  await room.write((context) => {
    mustMayChange(room, writer, id);
    removeNotes(context.doc, [id], SERVER);
  });
}

/** The notes of one person that hang here, oldest first. */
export function ownNotes(room: BoardRoom, participant: ParticipantId): Promise<OwnNote[]> {
  return room.read((doc) =>
    readNotes(doc)
      .filter(({ id }) => room.ownerOf(id) === participant)
      .sort((a, b) => a.at - b.at)
      .map((note) => ownNote(room.stationId, note)),
  );
}

/** All whole notes and clusters, for HTTP. */
export function listBoard(
  room: BoardRoom,
): Promise<{ notes: NoteView[]; clusters: { id: string; title: string }[] }> {
  return room.read((doc) => ({
    notes: readNotes(doc).sort((a, b) => a.at - b.at),
    clusters: readClusters(doc)
      .filter(({ into }) => into === undefined)
      .map(({ id, title }) => ({ id, title })),
  }));
}

function checkText(typed: string): string {
  const text = cleanText(typed);
  if (isBlank(text)) throw new FaultError('empty', 'the note is empty', 'text');
  if (text.length > NOTE_MAX)
    throw new FaultError('too_long', `a note has at most ${NOTE_MAX} characters`, 'text');
  return text;
}

function mustNotBeFrozen(room: BoardRoom, { actor }: Writer): void {
  if (room.frozenFor(actor)) throw new FaultError('frozen', 'the host has paused writing');
}

function mustMayChange(room: BoardRoom, { participant, actor }: Writer, id: NoteId): void {
  mustNotBeFrozen(room, { participant, actor });
  const owner = room.ownerOf(id);
  if (owner === undefined) throw new FaultError('not_found', 'no such note here', 'id');
  const own = participant !== null && owner === participant;
  if (own ? may(actor, 'note:write') : may(actor, 'note:moderate', room.stationId)) return;
  throw new FaultError('forbidden', 'this note is not yours', 'id');
}

function ownNote(stationId: StationId, { id, text, round, at, level }: NoteView): OwnNote {
  return { id, stationId, text, round, at, onBoard: true, ...(level ? { level } : {}) };
}

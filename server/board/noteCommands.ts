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
import { type Level, rulesOf, type Station } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { cleanText, isBlank, NOTE_MAX } from '../../shared/domain/note.ts';
import { type Actor, may } from '../../shared/domain/permission.ts';
import type { OwnNote } from '../../shared/protocol/hallEvents.ts';
import { FaultError } from '../fault.ts';
import type { BoardRoom } from './BoardRoom.ts';
import { overCaps } from './noteCaps.ts';
import { SERVER } from './writeContext.ts';

/** Who writes. */
export interface Writer {
  /** Null: nobody who could prove it later (an anonymous note without a secret). */
  participant: ParticipantId | null;
  actor: Actor;
  /** Why they write nothing at all: shut out by a host, or the hall is over. */
  barred?: 'shut_out' | 'ended' | null;
}

/** What a person may have in the whole hall, and has at its other stations. */
export interface HallCap {
  elsewhere: number;
  perPerson: number;
}
const UNBOUND: HallCap = { elsewhere: 0, perPerson: Number.POSITIVE_INFINITY };

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

/**
 * Hangs a note. The same id again from the same person changes nothing and gives the note that hangs.
 * @returns the note, and whether it is new
 * @throws {FaultError} empty, too_long, taken, gone, station_full, allowance_used, person_full, frozen, forbidden
 */
export async function writeNote(
  room: BoardRoom,
  station: Station,
  roundNow: number,
  writer: Writer,
  request: NoteRequest,
  cap: HallCap = UNBOUND,
): Promise<{ note: OwnNote; fresh: boolean }> {
  const text = checkNew(room, writer, request);
  return room.write((context) => {
    const owner = context.ownerOf(request.id);
    if (owner !== undefined) {
      if (owner !== writer.participant) throw new FaultError('taken', 'somebody else has used this id', 'id');
      const note = readNote(request.id, notesOf(context.doc).get(request.id));
      if (!note) throw new FaultError('gone', 'this note was withdrawn', 'id');
      return { note: ownNote(room.stationId, note), fresh: false };
    }
    if (room.held.has(request.id)) throw new FaultError('taken', 'somebody else has used this id', 'id');
    mustBeFree(room, writer);
    mustHaveRoom(room, station, writer, cap);
    const note = {
      id: request.id,
      text,
      pos: request.pos ?? context.freePlace(),
      ...marksOf(station, roundNow, request),
      at: context.now,
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

/** What a note bears beside its words, as far as its station has use for it. */
export function marksOf(station: Station, roundNow: number, { round, level, slot }: NoteRequest) {
  return {
    round: Math.max(1, Math.min(round ?? roundNow, roundNow)),
    level: station.levels ? level : undefined,
    slot: station.kind === 'timeline' ? slot : undefined,
  };
}

/** @returns the text of a new note, fit to hang @throws {FaultError} forbidden, empty, too_long */
export function checkNew(room: BoardRoom, { actor }: Writer, { text }: NoteRequest): string {
  if (!may(actor, 'note:write', room.stationId)) throw new FaultError('forbidden', 'you may not write here');
  return checkText(text);
}

/** @throws {FaultError} station_full, allowance_used, person_full */
export function mustHaveRoom(room: BoardRoom, station: Station, writer: Writer, cap: HallCap): void {
  const { participant, actor } = writer;
  const bound = participant !== null && !may(actor, 'note:moderate', room.stationId);
  const caps = bound
    ? {
        here: room.notesBy(participant) + room.held.countOf(participant),
        allowance: rulesOf(station).allowance,
        ...cap,
      }
    : null;
  const over = overCaps(room.fill(1), caps, 1);
  if (over) throw new FaultError(over.code, over.why);
}

/** The text, cleaned. @throws {FaultError} empty, too_long */
export function checkText(typed: string): string {
  const text = cleanText(typed);
  if (isBlank(text)) throw new FaultError('empty', 'the note is empty', 'text');
  if (text.length > NOTE_MAX)
    throw new FaultError('too_long', `a note has at most ${NOTE_MAX} characters`, 'text');
  return text;
}

/** That nothing keeps this person from writing here now. @throws {FaultError} shut_out, ended, frozen */
export function mustBeFree(room: BoardRoom, { actor, barred }: Writer): void {
  if (barred === 'ended') throw new FaultError('ended', 'the hall is over');
  if (barred) throw new FaultError('shut_out', 'a host has shut you out from writing');
  if (room.frozenFor(actor)) throw new FaultError('frozen', 'the host has paused writing');
}

function mustMayChange(room: BoardRoom, writer: Writer, id: NoteId): void {
  mustBeFree(room, writer);
  const owner = room.ownerOf(id);
  if (owner === undefined) throw new FaultError('not_found', 'no such note here', 'id');
  mustMayTouch(room, writer, owner);
}

/** That a note of this owner's is theirs to change. @throws {FaultError} forbidden */
export function mustMayTouch(
  room: BoardRoom,
  { participant, actor }: Writer,
  owner: ParticipantId | null,
): void {
  const own = participant !== null && owner === participant;
  if (own ? may(actor, 'note:write') : may(actor, 'note:moderate', room.stationId)) return;
  throw new FaultError('forbidden', 'this note is not yours', 'id');
}

function ownNote(stationId: StationId, { id, text, round, at, level, slot }: NoteView): OwnNote {
  return {
    id,
    stationId,
    text,
    round,
    at,
    onBoard: true,
    ...(level ? { level } : {}),
    ...(slot ? { slot } : {}),
  };
}

/**
 * Notes moved from the board of a station that was taken away to another station's, groups kept. What hangs anew is on
 * disk before it is taken down where it hung: a crash between leaves copies in the tray, which the next try finds hung.
 */

import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import {
  clustersOf,
  type NoteView,
  notesOf,
  type Pos,
  readClusters,
  readNote,
  readNotes,
} from '../../shared/board/boardDoc.ts';
import { addNote, joinCluster, makeCluster, removeNotes } from '../../shared/board/boardOps.ts';
import { type BoardView, boundsOf, viewBoard } from '../../shared/board/boardView.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import { FaultError } from '../fault.ts';
import type { BoardRoom } from './BoardRoom.ts';
import { SERVER, type WriteContext } from './writeContext.ts';

/** Between groups that are hung in a row. */
const AIR = 60;

/** A note to be moved, with the first user of its id. */
interface Moving {
  note: NoteView;
  owner: ParticipantId | null;
}

/**
 * Moves these notes, or all that hang. Ids and owners stay where the id is free on the other board.
 * @returns how many of them hang there now, and who wrote them @throws {FaultError} station_full: then none is moved
 */
export async function moveNotes(
  from: BoardRoom,
  to: BoardRoom,
  ids?: readonly NoteId[],
): Promise<{ hung: number; owners: Set<ParticipantId> }> {
  const wanted = ids && new Set(ids);
  const { view, moving } = await from.read((doc) => {
    const notes = readNotes(doc).filter(({ id }) => wanted?.has(id) ?? true);
    const moving = notes
      .sort((a, b) => a.at - b.at)
      .map((note) => ({ note, owner: from.ownerOf(note.id) ?? null }));
    return { view: viewBoard(notes, readClusters(doc)), moving };
  });
  if (moving.length > 0) await to.write((context) => hang(context, from.stationId, moving, view));
  // A damaged board can only be read; what hangs elsewhere now goes on lying in the tray as well.
  if (moving.length > 0 && !from.damaged) {
    const moved = moving.map(({ note }) => note.id);
    await from.write(({ doc }) => removeNotes(doc, moved, SERVER));
  }
  return { hung: moving.length, owners: new Set(moving.flatMap(({ owner }) => owner ?? [])) };
}

function hang(context: WriteContext, from: StationId, moving: readonly Moving[], view: BoardView): void {
  const { doc } = context;
  const hung = new Map<NoteId, NoteId>();
  const fresh = moving.flatMap(({ note, owner }) => {
    const id = idThere(context, from, note, owner);
    hung.set(note.id, id);
    return context.ownerOf(id) === undefined ? [{ note: { ...note, id }, owner, was: note.id }] : [];
  });
  if (notesOf(doc).size + fresh.length > STATION_NOTES_MAX) {
    throw new FaultError('station_full', `a station holds ${STATION_NOTES_MAX} notes`);
  }
  for (const { note, owner, was } of fresh) {
    const grouped = view.notes.get(was)?.cluster !== undefined;
    const { cluster: _, order: __, ...plain } = note;
    addNote(doc, { ...plain, pos: grouped ? note.pos : context.freePlace() }, SERVER);
    context.claim(note.id, owner);
  }
  const arrived = new Set(fresh.map(({ was }) => was));
  hangGroups(doc, view, arrived, hung);
}

/** Groups stand in a row under all that hangs. */
function hangGroups(
  doc: Y.Doc,
  view: BoardView,
  arrived: ReadonlySet<NoteId>,
  hung: ReadonlyMap<NoteId, NoteId>,
): void {
  const groups = [...view.clusters.values()].flatMap(({ members, ...group }) => {
    const ids = members.filter((id) => arrived.has(id)).map((id) => hung.get(id)!);
    return ids.length > 0 ? [{ ...group, ids }] : [];
  });
  if (groups.length === 0) return;
  const inGroups = new Set(groups.flatMap(({ ids }) => ids));
  const others = readNotes(doc).filter(({ id }) => !inGroups.has(id));
  const bounds = boundsOf(viewBoard(others, readClusters(doc)));
  let x = bounds?.x ?? 0;
  const y = bounds ? bounds.y + bounds.h + AIR : 0;
  for (const { id, title, w, ids } of groups) {
    if (clustersOf(doc).has(id)) {
      joinCluster(doc, id, ids, SERVER);
    } else {
      const pos: Pos = [x, y];
      makeCluster(doc, { id, title, pos }, ids, SERVER);
      x += w + AIR;
    }
  }
}

/**
 * The id under which the note hangs on the other board: its own, if that is free there or was brought there by an
 * earlier try; else one made of it, always the same, so that neither a second try nor somebody who took the id there
 * first can make it vanish.
 */
function idThere(
  { doc, ownerOf }: WriteContext,
  from: StationId,
  { id, text }: NoteView,
  owner: ParticipantId | null,
): NoteId {
  const there = ownerOf(id);
  if (there === undefined) return id;
  const same = owner !== null || readNote(id, notesOf(doc).get(id))?.text === text;
  if (there === owner && same) return id;
  const hash = createHash('sha256').update(`${from} ${id}`).digest('base64url');
  return `n_${hash.slice(0, 20)}` as NoteId;
}

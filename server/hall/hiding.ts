/**
 * Between board and hall: taking notes down, hanging them up again, and showing all that wait. Two records on disk
 * have to follow one another; each order leaves something that `settle` can tell and finish (W9).
 */

import { clustersOf, type NoteView, notesOf, readNote } from '../../shared/board/boardDoc.ts';
import { removeNotes, restore } from '../../shared/board/boardOps.ts';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import { SERVER, type WriteContext } from '../board/writeContext.ts';
import { FaultError } from '../fault.ts';
import type { Door } from './door.ts';
import type { HeldNote } from './heldNotes.ts';

/** Does something with a station's held notes while nobody else does, all of it whole before and after. */
export function inTurn<T>(door: Door, deed: () => Promise<T>): Promise<T> {
  const { held } = door.room;
  const tried = () =>
    deed().catch((error) => {
      held.unsettle(door.stationId);
      throw error;
    });
  return held.turn(door.stationId, () => settle(door), tried);
}

/** Finishes what was cut off between the two records. */
async function settle({ room, board, stationId }: Door): Promise<void> {
  const all = room.held.at(stationId);
  if (all.length === 0) return;
  const hanging = await board.read((doc) => new Set(notesOf(doc).keys()));
  const done = all.filter(({ id, state }) =>
    state === 'waiting' ? board.ownerOf(id) !== undefined : state === 'returning' && hanging.has(id),
  );
  await room.held.drop(done);
  const stray = all.filter(({ id, state }) => state === 'hidden' && hanging.has(id)).map(({ id }) => id);
  if (stray.length > 0 && !board.damaged) await board.write(({ doc }) => removeNotes(doc, stray, SERVER));
}

/**
 * Takes a note down, or keeps one that waits from being shown; one that is hidden stays as it is. Held first and
 * taken down then: between the two it is hidden too.
 * @returns the note as it is held @throws {FaultError} not_found: no such note hangs or waits here
 */
export function hideNote(
  door: Door,
  by: ParticipantId,
  id: NoteId,
  message: string,
): Promise<{ note: HeldNote; fresh: boolean }> {
  const { room, board, stationId, clock } = door;
  return inTurn(door, async () => {
    const mark = { state: 'hidden', by, hiddenAt: clock.now(), message } as const;
    const known = room.held.get(stationId, id);
    if (known?.state === 'hidden') return { note: known, fresh: false };
    if (known) {
      const note = { ...known, ...mark };
      await room.held.save([note]);
      return { note, fresh: true };
    }
    const view = await board.read((doc) => readNote(id, notesOf(doc).get(id)));
    if (!view) throw new FaultError('not_found', 'no such note here', 'id');
    if (board.damaged) throw new FaultError('read_only', 'the station is damaged and can only be read');
    const note: HeldNote = { ...view, stationId, person: board.ownerOf(id) ?? null, ...mark };
    await room.held.save([note]);
    try {
      const last = await board.write(({ doc }) => {
        const now = readNote(id, notesOf(doc).get(id));
        removeNotes(doc, [id], SERVER);
        return now;
      });
      // Somebody may have changed it at that very moment.
      if (last && JSON.stringify(last) !== JSON.stringify(view)) {
        await room.held.save([{ ...note, ...last }]);
      }
    } catch (error) {
      await room.held.drop([note]);
      throw error;
    }
    return { note, fresh: true };
  });
}

/**
 * Hangs a held note on the board, where it hung before if it did.
 * @returns the note; null where it hangs already @throws {FaultError} not_found
 */
export function returnNote(door: Door, id: NoteId): Promise<HeldNote | null> {
  const { room, board, stationId } = door;
  return inTurn(door, async () => {
    const known = room.held.get(stationId, id);
    if (!known) {
      if (await board.read((doc) => notesOf(doc).has(id))) return null;
      throw new FaultError('not_found', 'no such note is held here', 'id');
    }
    if (known.state === 'hidden') await room.held.save([{ ...known, state: 'returning' }]);
    await board.write((context) => hang(context, known));
    await room.held.drop([known]);
    return known;
  });
}

/** Hangs all that wait, in one step, and hides no more. @returns the notes that were shown */
export function reveal(door: Door): Promise<HeldNote[]> {
  const { room, board, stationId } = door;
  return inTurn(door, async () => {
    const waiting = room.held.at(stationId).filter(({ state }) => state === 'waiting');
    waiting.sort((a, b) => a.at - b.at);
    if (waiting.length > 0) {
      await board.write((context) => {
        for (const note of waiting) if (context.ownerOf(note.id) === undefined) hang(context, note);
      });
      await room.held.drop(waiting);
    }
    await room.rule(stationId, { hiding: false });
    return waiting;
  });
}

function hang({ doc, claim, freePlace }: WriteContext, held: HeldNote): void {
  const { id, text, round, at, level, slot, pos, cluster, order, person } = held;
  if (notesOf(doc).has(id)) return;
  const note: NoteView = { id, text, round, at, pos: pos ?? freePlace() };
  if (level) note.level = level;
  if (slot) note.slot = slot;
  if (cluster && clustersOf(doc).has(cluster)) Object.assign(note, { cluster, order });
  restore(doc, [note], []);
  claim(id, person);
}

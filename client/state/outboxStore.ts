/** One's own notes: what the server has of them, and what the outbox still wishes. */

import { create } from 'zustand';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { OwnNote, StationState } from '../../shared/protocol/hallEvents.ts';
import type { OutboxEntry } from '../sync/outbox.ts';

export interface OutboxStore {
  /** Wishes that the server has not fulfilled, oldest first. */
  entries: readonly OutboxEntry[];
  /** Whether the device keeps them all, should this page close. */
  kept: boolean;
  /** The server's word on one's own notes; null until it has spoken. */
  mine: readonly OwnNote[] | null;
}

export const useOutboxStore = create<OutboxStore>()(() => ({ entries: [], kept: true, mine: null }));

/**
 * How far a note of one's own has come. `board`: it hangs; `server`: on disk, not yet shown to others; `hidden`: a host
 * has taken it down.
 */
export type NoteProgress = 'waiting' | 'leaving' | 'refused' | 'server' | 'board' | 'hidden';

/** A note of one's own as its writer sees it: the server's word with the wish laid over it. */
export interface ShownNote {
  note: OwnNote;
  progress: NoteProgress;
  entry?: OutboxEntry;
}

/** All of one's own notes, newest first. */
export function shownNotes({ entries, mine }: Pick<OutboxStore, 'entries' | 'mine'>): ShownNote[] {
  const shown = new Map<NoteId, ShownNote>();
  for (const note of mine ?? []) {
    shown.set(note.id, { note, progress: note.hidden ? 'hidden' : note.onBoard ? 'board' : 'server' });
  }
  for (const entry of entries) {
    const known = shown.get(entry.id)?.note;
    const { id, stationId, text, round, at, level, slot } = entry;
    const note = { ...(known ?? { id, stationId, round, at, level, slot, onBoard: false }), text };
    shown.set(id, { note, entry, progress: progressOf(entry) });
  }
  return [...shown.values()].sort((a, b) => b.note.at - a.note.at);
}

/** One's own notes at one station, or at all. */
export function notesAt(notes: readonly ShownNote[], station: StationId | null): ShownNote[] {
  return station === null ? [...notes] : notes.filter(({ note }) => note.stationId === station);
}

/** Notes that one may still write at a station; null where none are counted out. A note that leaves still counts. */
export function notesLeft(
  { id, rules: { allowance } }: Pick<StationState, 'id' | 'rules'>,
  outbox: Pick<OutboxStore, 'entries' | 'mine'>,
): number | null {
  if (!allowance) return null;
  const counted = shownNotes(outbox).filter(
    ({ note, entry }) => note.stationId === id && (!entry?.refused || entry.onServer),
  );
  return Math.max(0, allowance - counted.length);
}

function progressOf(entry: OutboxEntry): NoteProgress {
  if (entry.refused) return 'refused';
  return entry.gone ? 'leaving' : 'waiting';
}

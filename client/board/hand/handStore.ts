/** What the person at this board is doing, for the controls around it. Changes by deeds, never by frames. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Pos } from '../../../shared/board/boardDoc.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import { type FindWish, type Found, NOTHING_FOUND } from '../model/find.ts';
import type { Point } from '../surface/camera.ts';

/** What is open for writing. */
export type Editing =
  | { kind: 'note'; id: NoteId }
  | { kind: 'new'; pos: Pos }
  | { kind: 'title'; id: ClusterId };

/** What the next tap on the board is for. */
export type Pick =
  | { kind: 'placeNotes'; notes: NoteId[] }
  | { kind: 'placeCluster'; cluster: ClusterId }
  | { kind: 'partner'; notes: NoteId[] }
  | { kind: 'merge'; cluster: ClusterId }
  /** Each tap adds a note to what is chosen, or takes it out. */
  | { kind: 'more' };

/** A thing that is chosen. */
export type Chosen = { kind: 'notes'; notes: NoteId[] } | { kind: 'cluster'; cluster: ClusterId };

export interface HandState {
  chosen: Chosen | null;
  /** By the keyboard: where the arrows have come. */
  focused: NoteId | ClusterId | null;
  editing: Editing | null;
  pick: Pick | null;
  /** The keyboard holds something. */
  carrying: boolean;
  /** For everybody to see, for a few seconds; a new object each time. */
  notice: { text: string } | null;
  canUndo: boolean;
  canRedo: boolean;
  /** What is looked for; null while the bar is closed. */
  finding: FindWish | null;
  /** What the search came to. */
  found: Found;
  /** So many pasted texts that they are asked about first, and where they would hang. */
  pasting: { texts: string[]; at: Point } | null;
}

export type HandStore = StoreApi<HandState>;

export function createHandStore(): HandStore {
  return createStore<HandState>(() => ({
    chosen: null,
    focused: null,
    editing: null,
    pick: null,
    carrying: false,
    notice: null,
    canUndo: false,
    canRedo: false,
    finding: null,
    found: NOTHING_FOUND,
    pasting: null,
  }));
}

/** The notes that are chosen, if it is notes. */
export function chosenNotes({ chosen }: HandState): readonly NoteId[] {
  return chosen?.kind === 'notes' ? chosen.notes : [];
}

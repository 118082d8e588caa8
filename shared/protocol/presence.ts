/**
 * What a hand holds beside notes and clusters, in the same frames: a pen on a note whose text is open for writing, and
 * the pointer of a mouse. So they are as fleeting as drags, go only to those who see the place, are told anew to who
 * comes, and end with their connection.
 */

import type { NoteId } from '../domain/ids.ts';

/** Each connection has one; `holder` tells them apart. */
export const POINTER = 'p_0000000000000000';
const PEN = 'w_';
const NOTE = 'n_';

/** The pen on a note. */
export const penOn = (note: NoteId): string => PEN + note.slice(NOTE.length);

/** The note that a pen is on; null where this is no pen. */
export function noteOfPen(id: string): NoteId | null {
  return id.startsWith(PEN) ? (`${NOTE}${id.slice(PEN.length)}` as NoteId) : null;
}

/** Whether this hangs on the board, and is no pen or pointer. */
export const isThing = (id: string): boolean => id.startsWith(NOTE) || id.startsWith('c_');

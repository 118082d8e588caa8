/** Notes each edit that a person makes in a board's document, with the texts that are in it. */

import * as Y from 'yjs';
import { notesOf, readNote } from '../../shared/board/boardDoc.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { OwnText } from './boardRecords.ts';
import type { UnsavedEdits } from './unsaved.ts';

/**
 * Listens on the document for good.
 * @param foreign the origin of what comes from the server
 * @param frame the document frame that bears the edit just made; null where it was not sent
 */
export function recordEdits(
  doc: Y.Doc,
  foreign: unknown,
  unsaved: UnsavedEdits,
  frame: () => number | null,
): void {
  const notes = notesOf(doc);
  const touched = new Set<NoteId>();
  notes.observeDeep((events, transaction) => {
    if (!transaction.local) return;
    for (const event of events) {
      if (event.target instanceof Y.Text) touched.add(event.path[0] as NoteId);
      else if (event.path.length === 0) for (const id of event.keys.keys()) touched.add(id as NoteId);
    }
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === foreign) return;
    const texts: OwnText[] = [];
    for (const note of touched) {
      const text = readNote(note, notes.get(note))?.text;
      if (text) texts.push({ note, text });
    }
    touched.clear();
    unsaved.wrote(update, texts, frame());
  });
}

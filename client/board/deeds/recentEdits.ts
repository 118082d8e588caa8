/**
 * What this person has written into notes a moment ago. When somebody takes such a note down at that very moment, the
 * text would be gone without the writer having seen it hang: it is given back instead.
 */

import type { NoteId } from '../../../shared/domain/ids.ts';

/** So long after it was written the writer may still believe that it hangs. */
export const JUST_NOW_MS = 20_000;

export class RecentEdits {
  #edits = new Map<NoteId, { text: string; at: number }>();

  wrote(note: NoteId, text: string, now = Date.now()): void {
    this.#edits.set(note, { text, at: now });
  }

  /** The person has taken these down, or has taken back what they wrote. */
  forget(notes: Iterable<NoteId> = [...this.#edits.keys()]): void {
    for (const id of notes) this.#edits.delete(id);
  }

  /**
   * Notes are gone.
   * @param unsaved whether the server has yet to say that what was written is on disk
   * @returns the texts that go back to their writer
   */
  gone(notes: Iterable<NoteId>, unsaved: boolean, now = Date.now()): string[] {
    const texts: string[] = [];
    for (const id of notes) {
      const edit = this.#edits.get(id);
      if (edit && (unsaved || now - edit.at < JUST_NOW_MS)) texts.push(edit.text);
      this.#edits.delete(id);
    }
    return texts;
  }
}

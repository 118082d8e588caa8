/** What of one's writing on boards lies in the device's storage, and under which names. */

import type { NoteId } from '../../shared/domain/ids.ts';

/** Edits that the server has not confirmed: `<prefix><station>.<participant>.<time>.<n>.<tab>`, each a `StoredEdit`. */
export const UNSAVED = 'vh.unsaved.';
/** Texts that the server would not have: `<prefix><station>.<participant>`, a list of `OwnText`. */
export const RETURNED = 'vh.returned.';

/** A note's text as its writer last had it. */
export interface OwnText {
  note: NoteId;
  text: string;
}

/** An edit as it lies in storage. */
export interface StoredEdit {
  update: string;
  texts: OwnText[];
}

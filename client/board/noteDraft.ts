/** What is being written at a board, kept on the device at each key stroke. */

import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { DeviceStorage } from '../state/deviceStorage.ts';

/** Where the draft of a note's text lies; of a new one where none is given. */
export function draftKey(station: StationId, note: NoteId | 'new'): string {
  return `vh.board.${station}.${note}`;
}

/** Keeps a text that lost its note, for when one writes the next time; after what already waits there. */
export function keepAsDraft(storage: DeviceStorage, station: StationId, text: string): void {
  const key = draftKey(station, 'new');
  const waiting = storage.get(key);
  if (waiting?.includes(text)) return;
  storage.set(key, waiting ? `${waiting}\n${text}` : text);
}

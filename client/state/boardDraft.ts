/**
 * What is being written at a board, notes and names of groups, kept on the device at each key stroke. Texts that lost their note lie beside the
 * draft of a new one until somebody begins to write: under the hands of one who writes they would be overwritten.
 */

import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import type { DeviceStorage } from './deviceStorage.ts';

const GIVEN = '.given';
const listeners = new Set<(key: string) => void>();

/** Where the draft of a note's text or a group's name lies. */
export function draftKey(station: StationId, of: NoteId | ClusterId | 'new'): string {
  return `vh.board.${station}.${of}`;
}

export function readDraft(storage: DeviceStorage, key: string): string | null {
  return storage.get(key);
}

/** Keeps what is typed; null: there is nothing to keep any more. @returns whether the device keeps it */
export function keepDraft(storage: DeviceStorage, key: string, text: string | null): boolean {
  if (text !== null) return storage.set(key, text);
  storage.remove(key);
  return true;
}

/** The draft as one finds it who begins to write: what was given back meanwhile stands after what was there. */
export function openDraft(storage: DeviceStorage, key: string): string | null {
  const draft = readDraft(storage, key);
  const given = readDraft(storage, key + GIVEN);
  if (given === null) return draft;
  const text = draft ? `${draft}\n${given}` : given;
  keepDraft(storage, key + GIVEN, null);
  keepDraft(storage, key, text);
  return text;
}

/** Keeps a text that lost its note, for when one writes the next time; after what already waits there. */
export function giveAsDraft(storage: DeviceStorage, station: StationId, text: string): void {
  const key = draftKey(station, 'new');
  const waiting = readDraft(storage, key + GIVEN);
  if (`\n${waiting ?? ''}\n`.includes(`\n${text}\n`)) return;
  keepDraft(storage, key + GIVEN, waiting === null ? text : `${waiting}\n${text}`);
  for (const listener of listeners) listener(key);
}

/** Calls when a text has been given back to this draft. @returns what stops it */
export function onDraftGiven(key: string, listener: () => void): () => void {
  const heard = (to: string) => {
    if (to === key) listener();
  };
  listeners.add(heard);
  return () => void listeners.delete(heard);
}

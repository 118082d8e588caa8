/**
 * What this person has changed on a board and the server has not yet said is on disk. Kept on the device too, update
 * by update, so that it survives a reload or a dead battery; and with the texts it holds, so that they can be given
 * back in plain words should the server refuse it.
 */

import { fromBase64, toBase64 } from 'lib0/buffer';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { randomText } from '../../shared/domain/ids.ts';
import { type DeviceStorage, readJson } from '../state/deviceStorage.ts';

/** A note's text as its writer last had it. */
export interface OwnText {
  note: NoteId;
  text: string;
}

interface Edit {
  key: string;
  update: Uint8Array;
  texts: OwnText[];
  /** Which document frame of the present connection bears it; null: none yet. */
  frame: number | null;
  kept: boolean;
}

/** As it lies in storage. */
interface StoredEdit {
  update: string;
  texts: OwnText[];
}

export interface UnsavedEdits {
  /** Updates that an earlier visit left behind, oldest first. */
  readonly leftover: readonly Uint8Array[];
  readonly count: number;
  /** Whether all of it is kept on this device. */
  readonly kept: boolean;
  /** A new edit, and the frame that bears it, if it was sent. */
  wrote(update: Uint8Array, texts: OwnText[], frame: number | null): void;
  /** A frame with everything that the server lacks was sent: it bears all that had not been sent. */
  answered(frame: number): void;
  /** The first `frames` frames of this connection are on disk. */
  saved(frames: number): void;
  /** The connection is gone, and what it had not confirmed must be sent anew. */
  disconnected(): void;
  /** Gives all of it up. @returns the texts in it, the newest of each note */
  giveUp(): OwnText[];
}

/** Opens the record of unsaved edits. Leftovers of all tabs are taken over: to send one twice changes nothing. */
export function openUnsaved(
  storage: DeviceStorage,
  place: { station: StationId; participant: ParticipantId },
  changed: () => void,
): UnsavedEdits {
  const prefix = `vh.unsaved.${place.station}.${place.participant}.`;
  const tab = randomText(8);
  let next = 0;
  let edits: Edit[] = readLeftovers(storage, prefix);

  const forget = (gone: Edit[]) => {
    for (const { key } of gone) storage.remove(key);
    edits = edits.filter((edit) => !gone.includes(edit));
    if (gone.length > 0) changed();
  };
  return {
    leftover: edits.map(({ update }) => update),
    get count() {
      return edits.length;
    },
    get kept() {
      return edits.every(({ kept }) => kept);
    },
    wrote(update, texts, frame) {
      // Time first, so that edits of several tabs are read back in the order they were made.
      const key = `${prefix}${Date.now()}.${String(next++).padStart(6, '0')}.${tab}`;
      const stored: StoredEdit = { update: toBase64(update), texts };
      const kept = storage.set(key, JSON.stringify(stored));
      edits.push({ key, update, texts, frame, kept });
      changed();
    },
    answered(frame) {
      for (const edit of edits) edit.frame ??= frame;
    },
    saved(frames) {
      forget(edits.filter(({ frame }) => frame !== null && frame <= frames));
    },
    disconnected() {
      for (const edit of edits) edit.frame = null;
    },
    giveUp() {
      const texts = new Map<NoteId, string>();
      for (const edit of edits) for (const { note, text } of edit.texts) texts.set(note, text);
      forget([...edits]);
      return [...texts].map(([note, text]) => ({ note, text }));
    },
  };
}

/** What was left, in order. A record that can't be read is put away: it must not block the others for ever. */
function readLeftovers(storage: DeviceStorage, prefix: string): Edit[] {
  const edits: Edit[] = [];
  for (const key of storage.keys(prefix).sort()) {
    const stored = readJson<StoredEdit>(storage, key);
    try {
      const update = fromBase64(stored!.update);
      edits.push({ key, update, texts: stored!.texts, frame: null, kept: true });
    } catch {
      storage.remove(key);
    }
  }
  return edits;
}

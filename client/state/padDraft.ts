/** Notes that are being written: kept on the device at each key stroke, one for each station. */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Level } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { draftStorage, readJson } from './deviceStorage.ts';

export interface Draft {
  text: string;
  /** The round it was begun in. */
  round: number;
  level?: Level;
  slot?: Slot;
}

const draftKey = (hall: HallId, station: StationId) => `vh.draft.${hall}.${station}`;

export function readDraft(hall: HallId, station: StationId): Draft | null {
  const draft = readJson<Draft>(draftStorage, draftKey(hall, station));
  return typeof draft?.text === 'string' ? draft : null;
}

/** Keeps the draft; an empty one is forgotten. @returns whether the device keeps it */
export function keepDraft(hall: HallId, station: StationId, draft: Draft): boolean {
  if (draft.text !== '') return draftStorage.set(draftKey(hall, station), JSON.stringify(draft));
  draftStorage.remove(draftKey(hall, station));
  return true;
}

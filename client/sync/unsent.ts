/** What the device still keeps of one's writing in a hall, for when its session is over. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { type DeviceStorage, readJson } from '../state/deviceStorage.ts';
import { lastSeenHall } from '../state/knownHalls.ts';
import type { Draft } from '../state/padDraft.ts';
import { type OwnText, RETURNED, type StoredEdit, UNSAVED } from './boardRecords.ts';
import { readEntry } from './outbox.ts';

/** All texts of a hall that the server has not got, or would not have, each once: of the pad, and of its boards. */
export function unsentTexts(storage: DeviceStorage, hall: HallId): string[] {
  const stations = lastSeenHall(hall)?.stations.map(({ id }) => id) ?? [];
  const texts = [
    ...outboxTexts(storage, hall),
    ...draftTexts(storage, hall),
    ...stations.flatMap((station) => boardTexts(storage, station)),
  ];
  return [...new Set(texts)].filter((text) => text.trim() !== '');
}

function outboxTexts(storage: DeviceStorage, hall: HallId): string[] {
  const entries = storage.keys(`vh.outbox.${hall}.`).map((key) => readEntry(storage, key));
  const there = entries.filter((entry) => entry !== null && !entry.gone);
  return there.sort((a, b) => a!.at - b!.at).map((entry) => entry!.text);
}

function draftTexts(storage: DeviceStorage, hall: HallId): string[] {
  return storage.keys(`vh.draft.${hall}.`).map((key) => readJson<Draft>(storage, key)?.text ?? '');
}

/** Notes written on a board and not sent, those it would not have, and what was being written. */
function boardTexts(storage: DeviceStorage, station: StationId): string[] {
  const newest = new Map<string, string>();
  const edits = storage.keys(`${UNSAVED}${station}.`).sort();
  for (const key of edits) take(newest, readJson<StoredEdit>(storage, key)?.texts);
  for (const key of storage.keys(`${RETURNED}${station}.`)) take(newest, readJson<OwnText[]>(storage, key));
  const drafts = storage.keys(`vh.board.${station}.`).map((key) => storage.get(key) ?? '');
  return [...newest.values(), ...drafts];
}

function take(newest: Map<string, string>, texts: readonly OwnText[] | null | undefined): void {
  if (!Array.isArray(texts)) return;
  for (const { note, text } of texts) if (typeof text === 'string') newest.set(note, text);
}

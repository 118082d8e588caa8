/** What the device still keeps of one's writing in a hall, for when its session is over. */

import type { HallId } from '../../shared/domain/ids.ts';
import { type DeviceStorage, deviceStorage, readJson } from '../state/deviceStorage.ts';
import type { Draft } from '../state/drafts.ts';
import { type OutboxEntry, readEntry } from './outbox.ts';

/** The texts that the device keeps of a hall, for when its session is over. */
export function unsentOf(storage: DeviceStorage, hallId: HallId): OutboxEntry[] {
  const found = storage.keys(`vh.outbox.${hallId}.`).map((key) => readEntry(storage, key));
  return found
    .filter((entry) => entry !== null && !entry.gone)
    .sort((a, b) => a!.at - b!.at) as OutboxEntry[];
}

/** The texts of all drafts of a hall, for when its session is over. */
export function draftsOf(hall: HallId): string[] {
  const keys = deviceStorage.keys(`vh.draft.${hall}.`);
  return keys.map((key) => readJson<Draft>(deviceStorage, key)?.text ?? '').filter((text) => text.trim());
}

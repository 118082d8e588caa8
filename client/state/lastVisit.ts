/** When this device last left a station's board, so that what came since can be told apart. */

import type { StationId } from '../../shared/domain/ids.ts';
import { type DeviceStorage, readJson } from './deviceStorage.ts';

const keyOf = (station: StationId) => `vh.visited.${station}`;

/** The time of the last visit; null where there was none. */
export function lastVisit(storage: DeviceStorage, station: StationId): number | null {
  const at = readJson<unknown>(storage, keyOf(station));
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

/** The person leaves the board, or looks away from it. */
export function leaveVisit(storage: DeviceStorage, station: StationId, now = Date.now()): void {
  storage.set(keyOf(station), JSON.stringify(now));
}

/** Secrets of anonymous stations, made and kept in this browser: what proves a note there to be written here. */

import { randomText, type StationId } from '../../shared/domain/ids.ts';
import type { DeviceStorage } from './deviceStorage.ts';

const PREFIX = 'vh.secret.';

/** The secret for a station; made when it is first asked for. */
export function secretOf(storage: DeviceStorage, station: StationId): string {
  const key = PREFIX + station;
  const secret = storage.get(key) ?? randomText(32);
  storage.set(key, secret);
  return secret;
}

/** All secrets that this browser has, by station. */
export function knownSecrets(storage: DeviceStorage): Record<string, string> {
  return Object.fromEntries(
    storage.keys(PREFIX).map((key) => [key.slice(PREFIX.length), storage.get(key) ?? '']),
  );
}

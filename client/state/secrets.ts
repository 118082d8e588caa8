/** Secrets of anonymous stations, made and kept in this browser: what proves a note there to be written here. */

import { randomText, type StationId } from '../../shared/domain/ids.ts';
import type { DeviceStorage } from './deviceStorage.ts';

const PREFIX = 'vh.secret.';
/** For a browser that keeps nothing: then as long as the page is open. By storage key. */
const made: Record<string, string> = {};

/** The secret for a station; made when it is first asked for. */
export function secretOf(storage: DeviceStorage, station: StationId): string {
  const key = PREFIX + station;
  const kept = storage.get(key);
  if (kept) return kept;
  made[key] ??= randomText(32);
  storage.set(key, made[key]);
  return made[key];
}

/** All secrets that this browser has, by station. */
export function knownSecrets(storage: DeviceStorage): Record<string, string> {
  const keys = [...Object.keys(made), ...storage.keys(PREFIX)];
  return Object.fromEntries(
    keys.map((key) => [key.slice(PREFIX.length), storage.get(key) ?? made[key] ?? '']),
  );
}

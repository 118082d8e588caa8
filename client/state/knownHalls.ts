/** The halls that this browser has been in, the keys it was given once, and how a hall looked when last seen. */

import type { Locale } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { deviceStorage, readJson } from './deviceStorage.ts';

export interface KnownHall {
  id: HallId;
  title: string;
  code: string;
  locale: Locale;
  at: number;
}

/** Secrets that the server shows once and keeps only hashes of. `origin`: where links shall point. */
export interface KnownKeys {
  origin?: string;
  organiser?: string;
  join?: string;
  wall?: string;
  host: Record<StationId, string | undefined>;
  /** Key ids of the secrets that were made here one by one. */
  ids?: Record<string, string | undefined>;
}

const RECENT = 'vh.recent';
const RECENT_MAX = 8;
const keysKey = (hall: HallId) => `vh.keys.${hall}`;
const lastKey = (hall: HallId) => `vh.hall.${hall}`;

/** Halls of this browser, newest first. */
export function knownHalls(): KnownHall[] {
  const halls = readJson<KnownHall[]>(deviceStorage, RECENT);
  return Array.isArray(halls) ? halls : [];
}

/** Remembers that this browser is in the hall, and how the hall looks, to have something to show before an answer. */
export function rememberHall(state: HallState): void {
  const { id, title, code, locale } = state;
  const others = knownHalls().filter((hall) => hall.id !== id);
  const halls = [{ id, title, code, locale, at: Date.now() }, ...others].slice(0, RECENT_MAX);
  deviceStorage.set(RECENT, JSON.stringify(halls));
  deviceStorage.set(lastKey(id), JSON.stringify(state));
}

/** The hall as it was when this browser last saw it. */
export function lastSeenHall(id: HallId): HallState | null {
  return readJson<HallState>(deviceStorage, lastKey(id));
}

/** Forgets the hall with its keys. Unsent notes stay: they are the writer's. */
export function forgetHall(id: HallId): void {
  deviceStorage.set(RECENT, JSON.stringify(knownHalls().filter((hall) => hall.id !== id)));
  deviceStorage.remove(keysKey(id));
  deviceStorage.remove(lastKey(id));
}

export function knownKeys(hall: HallId): KnownKeys {
  return { host: {}, ...readJson<Partial<KnownKeys>>(deviceStorage, keysKey(hall)) };
}

/** @returns whether the device keeps them */
export function rememberKeys(hall: HallId, change: Partial<KnownKeys>): boolean {
  return deviceStorage.set(keysKey(hall), JSON.stringify({ ...knownKeys(hall), ...change }));
}

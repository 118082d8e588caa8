/** Halls and their keys, by the HTTP contract. */

import type { Locale, Role } from '../../shared/domain/hall.ts';
import type { HallId, KeyId, StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedKey, HallHealth, KeyInfo } from '../../shared/protocol/rest.ts';
import type { Outcome } from './fault.ts';
import { call } from './session.ts';

export interface NewHall {
  /** A built-in one by name, or what a template file says. */
  template: 'vandrehallen' | 'blank' | object;
  title: string;
  locale: Locale;
  createKey?: string;
}

export function createHall(hall: NewHall): Promise<Outcome<CreatedHall>> {
  return call('POST', '/api/halls', hall);
}

/** Makes a hall of one that was taken home as a file: all that hung there, the plan too, with new keys. */
export function importHall(
  file: object,
  { title, locale, createKey }: Omit<NewHall, 'template'>,
): Promise<Outcome<CreatedHall>> {
  const headers = createKey ? { 'x-create-key': createKey } : undefined;
  return call('POST', '/api/halls/import', { ...file, title, locale }, headers);
}

export async function hallKeys(hall: HallId): Promise<Outcome<KeyInfo[]>> {
  const outcome = await call<{ keys: KeyInfo[] }>('GET', `/api/halls/${hall}/keys?as=organiser`);
  return outcome.ok ? { ok: true, data: outcome.data.keys } : outcome;
}

export function createKey(hall: HallId, role: Role, stationId?: StationId): Promise<Outcome<CreatedKey>> {
  return call('POST', `/api/halls/${hall}/keys?as=organiser`, { role, ...(stationId && { stationId }) });
}

export function withdrawKey(hall: HallId, key: KeyId): Promise<Outcome<unknown>> {
  return call('DELETE', `/api/halls/${hall}/keys/${key}?as=organiser`);
}

/** Where a hall is fetched as a template file. */
export function templatePath(hall: HallId): string {
  return `/api/halls/${hall}/template?as=organiser`;
}

/** How the hall fares. */
export function hallHealth(hall: HallId): Promise<Outcome<HallHealth>> {
  return call('GET', `/api/halls/${hall}/health?as=organiser`);
}

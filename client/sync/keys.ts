/** The organiser's keys as this browser has them: the server's list, and the secrets that only this browser knows. */

import type { Role } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import { publicOrigin } from '../state/hallLinks.ts';
import { type KnownKeys, knownKeys, rememberKeys } from '../state/knownHalls.ts';
import type { Outcome } from './fault.ts';
import { createKey, withdrawKey } from './organising.ts';

/** What a key is for: a role, and for a host one station. */
export interface KeyPurpose {
  role: Role;
  stationId?: StationId | undefined;
}

/** The whole link for a purpose, where this browser knows its secret. Walls share one key; a link is for one of them. */
export function linkFor(hall: HallId, keys: KnownKeys, role: Role, station?: StationId): string | null {
  const origin = publicOrigin(hall);
  switch (role) {
    case 'organiser':
      return keys.organiser ? origin + paths.organise(hall, keys.organiser) : null;
    case 'participant':
      return keys.join ? origin + paths.joinByKey(keys.join) : null;
    case 'wall':
      return keys.wall && station ? origin + paths.wall(hall, station, keys.wall) : null;
    case 'host': {
      const key = station && keys.host[station];
      return key ? origin + paths.desk(hall, station, key) : null;
    }
  }
}

/** Makes a new key and keeps its secret here. The old one stays good until it is withdrawn. */
export async function makeKey(hall: HallId, { role, stationId }: KeyPurpose): Promise<Outcome<KnownKeys>> {
  const outcome = await createKey(hall, role, stationId);
  if (!outcome.ok) return outcome;
  const { key, secret } = outcome.data;
  keepSecret(hall, { role, stationId }, secret, key.id);
  return { ok: true, data: knownKeys(hall) };
}

/** Withdraws a key; a secret that it was is forgotten. */
export async function dropKeyOf(
  hall: HallId,
  key: KeyInfo,
  all: readonly KeyInfo[],
): Promise<Outcome<unknown>> {
  const outcome = await withdrawKey(hall, key.id);
  if (outcome.ok && knownKeyId(hall, key, all) === key.id) keepSecret(hall, key, undefined, undefined);
  return outcome;
}

/** Which key of the list the secret here is of: the one made here, or else the hall's first of that purpose. */
function knownKeyId(hall: HallId, purpose: KeyPurpose, all: readonly KeyInfo[]): string | undefined {
  const alike = all.filter((key) => key.role === purpose.role && key.stationId === purpose.stationId);
  const first = alike.reduce<KeyInfo | null>((a, b) => (a && a.createdAt <= b.createdAt ? a : b), null);
  return knownKeys(hall).ids?.[purposeName(purpose)] ?? first?.id;
}

function keepSecret(
  hall: HallId,
  purpose: KeyPurpose,
  secret: string | undefined,
  id: string | undefined,
): void {
  const { host, ids } = knownKeys(hall);
  const change: Partial<KnownKeys> = { ids: { ...ids, [purposeName(purpose)]: id } };
  switch (purpose.role) {
    case 'organiser':
    case 'wall':
      change[purpose.role] = secret;
      break;
    case 'participant':
      change.join = secret;
      break;
    case 'host':
      if (purpose.stationId) change.host = { ...host, [purpose.stationId]: secret };
  }
  rememberKeys(hall, change);
}

const purposeName = ({ role, stationId }: KeyPurpose) => (stationId ? `${role} ${stationId}` : role);

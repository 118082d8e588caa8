/** Where the links of a hall that was made here point. */

import type { HallId } from '../../shared/domain/ids.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { knownKeys, rememberKeys } from './knownHalls.ts';

/** Keeps what a new hall's maker is shown once. @returns whether the device keeps them */
export function rememberCreated({ hall, keys, links }: CreatedHall): boolean {
  return rememberKeys(hall.id, { ...keys, origin: new URL(links.join, location.origin).origin });
}

/** Where links of this hall shall point: the address that its maker was given, or else this page's own. */
export function publicOrigin(hall: HallId): string {
  const { origin } = knownKeys(hall);
  // A hall made at the server's own screen was given that screen's address, which is of no use to others.
  return origin && !/\/\/(localhost|127\.)/.test(origin) ? origin : location.origin;
}

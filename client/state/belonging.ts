/** The organisation that one has picked in a hall, as this device remembers it: the server tells it to hosts alone. */

import type { HallId } from '../../shared/domain/ids.ts';
import { deviceStorage } from './deviceStorage.ts';

const keyOf = (hall: HallId) => `vh.belonging.${hall}`;

export function keptBelonging(hall: HallId): string {
  return deviceStorage.get(keyOf(hall)) ?? '';
}

export function keepBelonging(hall: HallId, organisation: string): void {
  if (organisation) deviceStorage.set(keyOf(hall), organisation);
  else deviceStorage.remove(keyOf(hall));
}

/** The organisation and role that one has picked in a hall, as this device remembers them: the server tells hosts alone. */

import type { HallId } from '../../shared/domain/ids.ts';
import { deviceStorage } from './deviceStorage.ts';

/** Empty: not picked. */
export interface Belonging {
  organisation: string;
  personRole: string;
}

export const NOWHERE: Belonging = { organisation: '', personRole: '' };

const keysOf = (hall: HallId): Record<keyof Belonging, string> => ({
  organisation: `vh.belonging.${hall}`,
  personRole: `vh.personRole.${hall}`,
});

export function keptBelonging(hall: HallId): Belonging {
  const keys = keysOf(hall);
  return {
    organisation: deviceStorage.get(keys.organisation) ?? '',
    personRole: deviceStorage.get(keys.personRole) ?? '',
  };
}

export function keepBelonging(hall: HallId, belonging: Belonging): void {
  const keys = keysOf(hall);
  for (const field of ['organisation', 'personRole'] as const) {
    if (belonging[field]) deviceStorage.set(keys[field], belonging[field]);
    else deviceStorage.remove(keys[field]);
  }
}

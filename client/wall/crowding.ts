/** Where there is room for more: stations that have far fewer people than the fullest. Pure. */

import type { StationState } from '../../shared/protocol/hallEvents.ts';

/** Fewer people than this are no crowd anywhere. */
const CROWD = 8;
const SHARE = 0.34;

/** The emptiest station, where another is crowded and this one is not closed to writing; null where there is no need. */
export function roomiest(
  stations: readonly Pick<StationState, 'id' | 'people' | 'rules'>[],
): StationState['id'] | null {
  const most = Math.max(0, ...stations.map(({ people }) => people));
  if (most < CROWD) return null;
  const open = stations.filter(({ rules, people }) => !rules.frozen && people <= most * SHARE);
  const least = Math.min(...open.map(({ people }) => people));
  return open.find(({ people }) => people === least)?.id ?? null;
}

/** Whether a station is so crowded that one may like to hear of another with room. Pure; it only ever suggests. */

import type { StationId } from '../../shared/domain/ids.ts';

interface Peopled {
  id: StationId;
  people: number;
}

/** So many can stand around a wall and still reach it. */
const ROOM = 8;
/** How many times as many as elsewhere is a crowd; and what of that is room. */
const CROWD = 1.8;
const EMPTY = 0.5;

/**
 * The station with the most room, where this one is clearly crowded and that one clearly is not; else null. What is
 * shared out about evenly, or few, gives no hint: people go where they like.
 */
export function roomierThan<Station extends Peopled>(
  crowded: StationId,
  stations: readonly Station[],
): Station | null {
  const here = stations.find(({ id }) => id === crowded);
  if (!here || stations.length < 2) return null;
  const mean = stations.reduce((sum, { people }) => sum + people, 0) / stations.length;
  if (here.people < ROOM || here.people < mean * CROWD) return null;
  const [roomiest] = stations.filter(({ id }) => id !== crowded).sort((a, b) => a.people - b.people);
  return roomiest && roomiest.people <= mean * EMPTY && roomiest.people <= here.people / 4 ? roomiest : null;
}

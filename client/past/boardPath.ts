/** Where a station's notes can stand out. */

import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';

/** The lanes of a timeline show no light; its list does. */
export function boardPath(hall: HallState, station: StationId): string {
  const timeline = hall.stations.find(({ id }) => id === station)?.kind === 'timeline';
  return (timeline ? paths.outline : paths.board)(hall.id, station);
}

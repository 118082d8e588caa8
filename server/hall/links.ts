/** Links to a hall's places, with the secrets that open them: shown once, when these are made. */

import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';

/** A station's links for whoever hosts it and for its wall; without a secret, the bare path. */
export function stationLinks(
  origin: string,
  hall: HallId,
  station: StationId,
  secrets: { host?: string | undefined; wall?: string | undefined },
): { host: string; wall: string } {
  return {
    host: origin + paths.desk(hall, station, secrets.host),
    wall: origin + paths.wall(hall, station, secrets.wall),
  };
}

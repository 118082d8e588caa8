/** Deeds that are done over HTTP, in the hall's log and in the server's: what, by whom, never a text. */

import type { StationId } from '../../shared/domain/ids.ts';
import type { Caller, HttpParts } from './requests.ts';

export async function recordDeed(
  { store, clock, log }: HttpParts,
  { room, session }: Caller,
  deed: string,
  about?: string,
  stationId?: StationId,
): Promise<void> {
  const { participant: by, role } = session;
  log.info(deed.replace(':', '.'), { hall: room.hall.id, ...(about ? { about } : {}) });
  const line = {
    at: clock.now(),
    by,
    role,
    deed,
    ...(stationId ? { stationId } : {}),
    ...(about ? { about } : {}),
  };
  // The deed itself is done and on disk: its answer says so, whatever becomes of the line.
  await store.addLogLine(room.hall.id, line).catch((error) => {
    log.error('hall.deed_not_logged', { deed, error: String(error) });
  });
}

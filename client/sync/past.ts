/** Looking back, by the HTTP contract: a hall copied, what came of the last one, a station's replay. */

import type { Role } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import type { BeforeAnswer, CopyHall, Replay } from '../../shared/protocol/past.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import type { Outcome } from './fault.ts';
import { call } from './session.ts';

export function copyHall(hall: HallId, copy: CopyHall): Promise<Outcome<CreatedHall>> {
  return call('POST', `/api/halls/${hall}/copy?as=organiser`, copy);
}

const known = new Map<HallId, BeforeAnswer>();

/** What came of the hall that this one is a copy of; it never changes, so it is fetched once. */
export async function hallBefore(hall: HallId): Promise<Outcome<BeforeAnswer>> {
  const before = known.get(hall);
  if (before) return { ok: true, data: before };
  const outcome = await call<BeforeAnswer>('GET', `/api/halls/${hall}/before`);
  if (outcome.ok) known.set(hall, outcome.data);
  return outcome;
}

export function stationReplay(hall: HallId, station: StationId, role: Role): Promise<Outcome<Replay>> {
  return call('GET', `/api/halls/${hall}/stations/${station}/replay?as=${role}`);
}

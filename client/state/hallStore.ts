/** The hall as this screen knows it, and how the connection to it stands. */

import { create } from 'zustand';
import type { HallCounts, HallState, StationState, You } from '../../shared/protocol/hallEvents.ts';
import type { AnyFault } from '../sync/fault.ts';

/**
 * How the hall channel stands. `trying`: no answer just now, it tries by itself. `offline`: the device itself says
 * that it has no network. `ended`: the session is over or was never there; nothing tries again by itself.
 */
export type Connection =
  | { state: 'idle' }
  | { state: 'trying' }
  | { state: 'offline' }
  | { state: 'connected' }
  | { state: 'ended'; fault: AnyFault };

export interface HallStore {
  connection: Connection;
  hall: HallState | null;
  /** When `hall` was told whole, by `performance.now()`; null while it is only remembered. Its timer counts from there. */
  heardAt: number | null;
  you: You | null;
}

export const useHallStore = create<HallStore>()(() => ({
  connection: { state: 'idle' },
  hall: null,
  heardAt: null,
  you: null,
}));

/** The hall with newer counts, which belong to no other structure than its own. */
export function withCounts(hall: HallState, { version, people, stations }: HallCounts): HallState {
  return {
    ...hall,
    version,
    people,
    stations: hall.stations.map((station, index) => {
      const [people, notes, written, status = 'ok', waiting = 0] = stations[index]!;
      return { ...station, people, notes, written, status, waiting };
    }),
  };
}

/** The hall of the views inside a gate: there, one is always known. */
export function usePresentHall(): HallState {
  const hall = useHallStore((store) => store.hall);
  if (!hall) throw new Error('this view belongs inside a hall');
  return hall;
}

/** Whether a station's rules bind this person: not its own host, nor the organiser. */
export function isBound(
  { id }: Pick<StationState, 'id'>,
  you: Pick<You, 'role' | 'stations'> | null,
): boolean {
  return you?.role !== 'organiser' && !you?.stations.includes(id);
}

/** Whether this person may start rounds, the timer and breaks: hosts only while the hall lets them. */
export function useSteers({ settings }: HallState): boolean {
  const role = useHallStore((store) => store.you?.role);
  return role === 'organiser' || (role === 'host' && settings.hostsSteer);
}

/** Whether writing is paused at a station for this person. */
export function isPaused(station: StationState, you: Pick<You, 'role' | 'stations'> | null): boolean {
  return station.rules.frozen && isBound(station, you);
}

/** Why this person writes no more in the whole hall; null where they may. */
export function closedTo(hall: HallState, you: You | null): 'ended' | 'shut_out' | null {
  return hall.endedAt ? 'ended' : you?.shutOut ? 'shut_out' : null;
}

/** Notes that came to a station since the person last was there; null where they never were. */
export function freshAt(station: StationState, you: You | null): number | null {
  const seen = you?.seen[station.id];
  return seen === undefined ? null : Math.max(0, station.written - seen);
}

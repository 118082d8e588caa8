/** A station's desk as its host's screen knows it: looked at when it is opened, and again whenever it has changed. */

import { create } from 'zustand';
import type { StationId } from '../../shared/domain/ids.ts';
import type { DeskState } from '../../shared/protocol/hallEvents.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { onDeskChanged, request } from '../sync/hallConnection.ts';
import { useHallStore } from './hallStore.ts';

export interface DeskStore {
  /** What was last seen; it stays while there is no contact. */
  desk: DeskState | null;
  /** Why it could not be looked at the last time. */
  fault: AnyFaultCode | null;
}

export const useDeskStore = create<DeskStore>()(() => ({ desk: null, fault: null }));

/** After a fault that is not of the line: the line's own end brings a look of its own. */
const AGAIN_MS = 5_000;

/** Follows this station's desk, one look at a time. @returns what stops it */
export function followDesk(station: StationId): () => void {
  let stopped = false;
  let looking = false;
  let changed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  useDeskStore.setState({ desk: null, fault: null });

  const look = async () => {
    changed = true;
    if (looking) return;
    looking = true;
    clearTimeout(retry);
    while (changed && !stopped) {
      changed = false;
      const outcome = await request('desk:look', { stationId: station });
      if (stopped) break;
      if (outcome.ok) useDeskStore.setState({ desk: outcome.data.desk, fault: null });
      else {
        useDeskStore.setState({ fault: outcome.error.code });
        if (outcome.error.code !== 'forbidden') retry = setTimeout(look, AGAIN_MS);
      }
    }
    looking = false;
  };

  const stopHearing = onDeskChanged((changedStation) => {
    if (changedStation === station) void look();
  });
  const connected = () => useHallStore.getState().connection.state === 'connected';
  // A new connection is one that the server tells of no desk until it has looked.
  const stopWatching = useHallStore.subscribe(({ connection }, { connection: before }) => {
    if (connection.state === 'connected' && before.state !== 'connected') void look();
  });
  if (connected()) void look();
  return () => {
    stopped = true;
    clearTimeout(retry);
    stopHearing();
    stopWatching();
  };
}

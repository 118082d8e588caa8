/** The hall's threads as this screen knows them. */

import { create } from 'zustand';
import type { HallId, NoteId, StationId } from '../../shared/domain/ids.ts';
import type { ShownThread } from '../../shared/protocol/hallEvents.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { request } from '../sync/hallConnection.ts';

interface Known {
  hall: HallId | null;
  threads: readonly ShownThread[];
  fault: AnyFaultCode | null;
  looked: boolean;
  /** When it was asked last, by `performance.now()`. */
  at: number;
}

export const useThreadStore = create<Known>()(() => ({
  hall: null,
  threads: [],
  fault: null,
  looked: false,
  at: 0,
}));

/** Asks for the hall's threads as they are now. */
export async function lookForThreads(hall: HallId): Promise<void> {
  useThreadStore.setState({ at: performance.now() });
  if (useThreadStore.getState().hall !== hall) {
    useThreadStore.setState({ hall, threads: [], fault: null, looked: false });
  }
  const outcome = await request('threads:look', {}, { timeoutMs: 30_000 });
  if (useThreadStore.getState().hall !== hall) return;
  if (outcome.ok) useThreadStore.setState({ threads: outcome.data.threads, fault: null, looked: true });
  else useThreadStore.setState({ fault: outcome.error.code, looked: true });
}

export type ThreadItem = ShownThread['items'][number];

/** Where else the linked threads of a note lead: its things at other stations. */
export function elsewhere(
  threads: readonly ShownThread[],
  station: StationId,
  thing: { note: NoteId; cluster?: string | undefined },
): ThreadItem[] {
  const isHere = (item: ThreadItem) =>
    item.stationId === station &&
    (item.note === thing.note || (item.cluster !== undefined && item.cluster === thing.cluster));
  return threads
    .filter(({ state, items }) => state === 'linked' && items.some(isHere))
    .flatMap(({ items }) => items.filter((item) => item.stationId !== station));
}

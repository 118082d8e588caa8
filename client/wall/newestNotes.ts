/**
 * The newest notes of all stations, for the foyer's screen: asked for by HTTP when more have been written, and no
 * station oftener than every few seconds. No board is loaded for it, and what is hidden is not among them.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { useHallStore } from '../state/hallStore.ts';
import { call } from '../sync/session.ts';

export type NewestNotes = Readonly<Record<StationId, readonly NoteView[]>>;

/** As many as a station's tile shows at most. */
const SHOWN = 5;
const EVERY_MS = 6_000;

interface Asked {
  /** What `written` and `notes` were when it was asked last; null after a failure. */
  of: string | null;
  at: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export function followNewest(hallId: HallId): { notes: StoreApi<NewestNotes>; stop: () => void } {
  const notes = createStore<NewestNotes>(() => ({}));
  const asked = new Map<StationId, Asked>();
  let stopped = false;

  const ask = async (id: StationId) => {
    const entry = asked.get(id)!;
    entry.timer = undefined;
    entry.at = performance.now();
    entry.of = figures(id);
    const outcome = await call<{ notes: NoteView[] }>('GET', `/api/halls/${hallId}/stations/${id}/notes`);
    if (stopped || !asked.has(id)) return;
    if (outcome.ok) notes.setState({ [id]: newestOf(outcome.data.notes) });
    else entry.of = null;
    look();
  };
  const look = () => {
    const { hall } = useHallStore.getState();
    if (!hall || stopped) return;
    const there = new Set(hall.stations.map(({ id }) => id));
    for (const [id, { timer }] of asked) {
      if (there.has(id)) continue;
      clearTimeout(timer);
      asked.delete(id);
    }
    for (const id of there) {
      const entry: Asked = asked.get(id) ?? { of: null, at: -Infinity, timer: undefined };
      asked.set(id, entry);
      if (entry.timer !== undefined || entry.of === figures(id)) continue;
      const wait = Math.max(0, EVERY_MS - (performance.now() - entry.at));
      entry.timer = setTimeout(() => void ask(id), wait);
    }
  };
  const unsubscribe = useHallStore.subscribe(({ hall }, before) => {
    if (hall !== before.hall) look();
  });
  look();
  return {
    notes,
    stop: () => {
      stopped = true;
      unsubscribe();
      for (const { timer } of asked.values()) clearTimeout(timer);
    },
  };
}

/** The newest first. */
export function newestOf(notes: readonly NoteView[]): NoteView[] {
  return [...notes].sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, SHOWN);
}

/** A note that was hidden or shown changes how many hang, one that was written how many ever did. */
function figures(id: StationId): string | null {
  const station = useHallStore.getState().hall?.stations.find((one) => one.id === id);
  return station ? `${station.written} ${station.notes}` : null;
}

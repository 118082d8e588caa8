/**
 * What the thread has of each station's notes, as the main thread knows it: of a list that is there already only what
 * has changed since is sent. The thread's end is `KeptLists`.
 */

import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { HelpNote } from './suggest.ts';

/** From one version of a station's list to another. */
export interface ListChange {
  station: StationId;
  /** The version that it builds on; null: the list is sent whole. */
  since: number | null;
  version: number;
  /** Notes that came, or say something else now. */
  set: readonly HelpNote[];
  gone: readonly NoteId[];
  /** A station whose list is needed no more. */
  forget?: StationId;
}

interface Sent {
  version: number;
  notes: readonly HelpNote[];
}

/** Stations whose lists the thread keeps: those that were asked about last. */
export const LISTS_MOST = 24;

export class SentLists {
  readonly #sent = new Map<StationId, Sent>();
  /** Of stations that are asked about and wait for their turn: what was read last. */
  readonly #newest = new Map<StationId, readonly HelpNote[]>();
  #lastVersion = 0;

  /** What hangs at a station now. An earlier question may have its turn later, and is answered from this. */
  know(station: StationId, notes: readonly HelpNote[]): void {
    this.#newest.set(station, notes);
  }

  /** What to send, for the thread to have what hangs; it counts as sent. `notes`: where nothing newer is known. */
  change(station: StationId, notes: readonly HelpNote[]): ListChange {
    const newest = this.#newest.get(station) ?? notes;
    this.#newest.delete(station);
    const before = this.#sent.get(station);
    const { set, gone } = difference(before?.notes ?? [], newest);
    const same = before && set.length + gone.length === 0;
    const version = same ? before.version : ++this.#lastVersion;
    // Last asked about, last in line to be forgotten.
    this.#sent.delete(station);
    this.#sent.set(station, { version, notes: newest });
    const change = { station, since: before?.version ?? null, version, set, gone };
    const [oldest] = this.#sent.keys();
    if (this.#sent.size <= LISTS_MOST || oldest === undefined) return change;
    this.#sent.delete(oldest);
    return { ...change, forget: oldest };
  }

  /** The thread may not have this station's list as it was sent. */
  doubt(station: StationId): void {
    this.#sent.delete(station);
    this.#newest.delete(station);
  }

  /** The thread is another one, and has nothing. */
  clear(): void {
    this.#sent.clear();
  }
}

function difference(before: readonly HelpNote[], now: readonly HelpNote[]): Pick<ListChange, 'set' | 'gone'> {
  if (before === now) return { set: [], gone: [] };
  const texts = new Map(before.map(({ id, text }) => [id, text]));
  const set = now.filter(({ id, text }) => texts.get(id) !== text);
  for (const { id } of now) texts.delete(id);
  return { set, gone: [...texts.keys()] };
}

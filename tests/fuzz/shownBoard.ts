/** What a board shows, in a form in which two boards can be compared. */

import * as Y from 'yjs';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';

/** A board before the update. */
export interface Board {
  state: Uint8Array;
  shown: Shown;
  gate: { ownerOf(id: NoteId): ParticipantId | null | undefined };
}

/** All that a board's roots hold, as JSON would say it; whole notes and others. */
export interface Shown {
  meta: string;
  notes: Map<string, string>;
  clusters: Map<string, string>;
  /** Where each note's fields were made: a note that is taken down and made again under its id has others. */
  made: Map<string, string>;
}

export function showBoard(doc: Y.Doc): Shown {
  const entries = (root: Y.Map<unknown>) => {
    const all = new Map<string, string>();
    root.forEach(
      (value, key) => void all.set(key, json(value instanceof Y.AbstractType ? value.toJSON() : value)),
    );
    return all;
  };
  const [notes, clusters] = [entries(doc.getMap('notes')), entries(doc.getMap('clusters'))];
  const made = new Map(
    [...notes.keys()].map((id) => [id, json(doc.getMap('notes')._map.get(id)?.id)] as const),
  );
  return { meta: json(doc.getMap('meta').toJSON()), notes, clusters, made };
}

/** A key that is set to `undefined` is there all the same. Keys in order: their order is no part of a board. */
export const json = (value: unknown) =>
  JSON.stringify(value, (_, one) => {
    if (one === undefined) return null;
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** All of it, in an order that does not depend on how it came to be. */
export function sortedEntries({ meta, notes, clusters }: Shown): unknown[] {
  const sorted = (all: Map<string, string>) => [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return [meta, sorted(notes), sorted(clusters)];
}

/** The order of the notes in a cluster: who they are after all merges, and the keys that sort them. */

import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import type { ClusterId } from '../domain/ids.ts';
import { type NoteView, readClusters, readNotes } from './boardDoc.ts';
import { byOrder, followMerges } from './boardView.ts';

export const FIRST_KEY = generateKeyBetween(null, null);
/** A key grows by each insertion in one spot; longer ones are made anew, long before the server's limit. */
const KEY_MAX = 32;

/** The notes that hang in a cluster after all merges, in their order. */
export function membersOf(doc: Y.Doc, cluster: ClusterId): NoteView[] {
  const clusters = new Map(readClusters(doc).map((view) => [view.id, view]));
  return readNotes(doc)
    .filter((note) => note.cluster !== undefined && followMerges(clusters, note.cluster) === cluster)
    .sort((a, b) => byOrder(a, b, cluster));
}

/** The highest key among the cluster's own notes; those of merged clusters stand after them anyway. */
export function lastOrder(doc: Y.Doc, cluster: ClusterId): string | null {
  let last: string | null = null;
  for (const note of readNotes(doc)) {
    if (note.cluster === cluster && note.order && (last === null || note.order > last)) last = note.order;
  }
  return last;
}

/** Keys between two others; null where there is no room, or where these are no keys at all. */
export function keysBetween(low: string | null, high: string | null, count: number): string[] | null {
  try {
    const keys = generateNKeysBetween(low, high, count);
    return keys.every((key) => key.length <= KEY_MAX) ? keys : null;
  } catch {
    return null;
  }
}

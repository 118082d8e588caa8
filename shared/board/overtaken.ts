/**
 * What of a step somebody else has built on since. Where a note hangs is one thing, though it is told in three fields: to
 * take back one of them would pull it from where somebody has put it. And a group that others have named, filled or
 * merged is no longer the work of who made it.
 */

import type * as Y from 'yjs';
import type { ClusterId } from '../domain/ids.ts';
import { type ClusterView, clustersOf, fieldsIn, notesOf, readClusters, readNotes } from './boardDoc.ts';
import { type Change, stillStands } from './boardOps.ts';

const PLACE: ReadonlySet<string> = new Set(['pos', 'cluster', 'order']);

/** The changes of a step that can still be taken back: none of things that others have put elsewhere since. */
export function notOvertaken(doc: Y.Doc, step: readonly Change[]): readonly Change[] {
  if (step.some((change) => change.kind === 'clustered' && isOthersToo(doc, change.cluster, step))) return [];
  const touched = new Set(
    step.flatMap((change) => ('field' in change ? [`${change.id} ${change.field}`] : [])),
  );
  const taken = new Set<string>();
  for (const change of step) {
    if (change.kind === 'note' && PLACE.has(change.field)) {
      const group = fieldsIn(notesOf(doc), change.id)?.get('cluster') as ClusterId | undefined;
      const grouped = group && clustersOf(doc).has(group) && !touched.has(`${change.id} cluster`);
      // A place of its own is nothing to a note in a group.
      if ((grouped && change.field === 'pos') || !stillStands(doc, change)) taken.add(change.id);
    } else if (change.kind === 'cluster' && !touched.has(`${change.id} into`)) {
      // Of a group that was merged away one would see nothing.
      if (fieldsIn(clustersOf(doc), change.id)?.get('into') !== undefined) taken.add(change.id);
    }
  }
  return step.filter((change) => !('id' in change && taken.has(change.id)));
}

/** Whether a group that this step made bears others' work. */
function isOthersToo(doc: Y.Doc, { id, title }: ClusterView, step: readonly Change[]): boolean {
  const clusters = readClusters(doc);
  const now = clusters.find((cluster) => cluster.id === id);
  if (!now) return false;
  if (now.title !== title || now.into !== undefined) return true;
  if (clusters.some(({ into }) => into === id)) return true;
  const own = new Set(step.flatMap((change) => (change.kind === 'note' ? [change.id] : [])));
  return readNotes(doc).some((note) => note.cluster === id && !own.has(note.id));
}

/**
 * How a board was arranged at a time, told as changes to the board of now. Pure: two documents in, changes out. What
 * does not hang now comes back by none of them, and neither does a word: texts and titles stay as they are.
 */

import type * as Y from 'yjs';
import {
  clustersOf,
  type NoteField,
  type NoteView,
  notesOf,
  readCluster,
  readNote,
} from '../../shared/board/boardDoc.ts';
import type { Change } from '../../shared/board/boardOps.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';

/** What is set back of a note: where it hangs and how it is marked. */
const FIELDS = ['pos', 'cluster', 'order', 'level', 'slot'] as const satisfies readonly NoteField[];

type Arranged = Extract<Change, { kind: 'note' | 'cluster' }>;

/**
 * Changes of now whose `before` is how it stood then: `revert` sets the board back by them.
 * @param only these notes; absent: the whole station, with its groups' places and merges
 */
export function arrangementOf(past: Y.Doc, now: Y.Doc, only?: readonly NoteId[]): Arranged[] {
  const changes: Arranged[] = [];
  const wanted = only && new Set<string>(only);
  if (!wanted) {
    clustersOf(past).forEach((fields, id) => {
      const [old, present] = [readCluster(id, fields), readCluster(id, clustersOf(now).get(id))];
      if (!old || !present) return;
      for (const field of ['pos', 'into'] as const) {
        if (same(old[field], present[field])) continue;
        changes.push({
          kind: 'cluster',
          id: id as ClusterId,
          field,
          before: old[field],
          after: present[field],
        });
      }
    });
  }
  notesOf(past).forEach((fields, id) => {
    if (wanted && !wanted.has(id)) return;
    const [read, present] = [readNote(id, fields), readNote(id, notesOf(now).get(id))];
    if (!read || !present) return;
    const old = withGroupOf(now, read);
    for (const field of FIELDS) {
      if (same(old[field], present[field])) continue;
      changes.push({ kind: 'note', id: id as NoteId, field, before: old[field], after: present[field] });
    }
  });
  return changes;
}

/** The note without a group that is no more. */
function withGroupOf(now: Y.Doc, note: NoteView): NoteView {
  if (note.cluster === undefined || clustersOf(now).has(note.cluster)) return note;
  const { cluster: _, order: __, ...loose } = note;
  return loose;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

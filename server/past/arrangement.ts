/**
 * How a board was arranged at a time, and what of that differs from the board of now. What was, is found in the thread
 * (building a board from its record takes its time); what differs, on the board. Pure. What does not hang now comes back
 * by none of it, and neither does a word: texts and titles stay as they are.
 */

import type * as Y from 'yjs';
import {
  type ClusterView,
  clustersOf,
  type NoteField,
  type NoteView,
  notesOf,
  readCluster,
  readClusters,
  readNote,
  readNotes,
} from '../../shared/board/boardDoc.ts';
import type { Change } from '../../shared/board/boardOps.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import { loadBoard } from '../board/loadBoard.ts';
import type { BoardRecord } from '../ports.ts';

/** What is set back of a note: where it hangs and how it is marked. */
const FIELDS = ['pos', 'cluster', 'order', 'level', 'slot'] as const satisfies readonly NoteField[];
const CLUSTER_FIELDS = ['pos', 'into'] as const;

/** Where things hung, without their words. */
export interface Arrangement {
  notes: ({ id: NoteId } & Partial<Pick<NoteView, (typeof FIELDS)[number]>>)[];
  clusters: ({ id: ClusterId } & Partial<Pick<ClusterView, (typeof CLUSTER_FIELDS)[number]>>)[];
}

export interface ArrangementOrder {
  /** Of the time that is asked about. */
  record: BoardRecord;
  /** These notes; absent: the whole station, with its groups' places and merges. */
  only?: readonly NoteId[];
}

type Arranged = Extract<Change, { kind: 'note' | 'cluster' }>;

/** How the record's board was arranged; null where part of it can't be read. */
export function arrangedThen({ record, only }: ArrangementOrder): Arrangement | null {
  const { doc, damage } = loadBoard(record);
  if (damage.some(({ what }) => what === 'row')) return null;
  const wanted = only && new Set<string>(only);
  const notes = readNotes(doc).filter(({ id }) => !wanted || wanted.has(id));
  return {
    notes: notes.map(({ id, pos, cluster, order, level, slot }) => ({
      id,
      pos,
      cluster,
      order,
      level,
      slot,
    })),
    clusters: wanted ? [] : readClusters(doc).map(({ id, pos, into }) => ({ id, pos, into })),
  };
}

/** Changes of now whose `before` is how it stood then: `revert` sets the board back by them. */
export function changesSince(then: Arrangement, now: Y.Doc): Arranged[] {
  const changes: Arranged[] = [];
  for (const old of then.clusters) {
    const present = readCluster(old.id, clustersOf(now).get(old.id));
    if (!present) continue;
    for (const field of CLUSTER_FIELDS) {
      if (same(old[field], present[field])) continue;
      changes.push({ kind: 'cluster', id: old.id, field, before: old[field], after: present[field] });
    }
  }
  for (const read of then.notes) {
    const present = readNote(read.id, notesOf(now).get(read.id));
    if (!present) continue;
    const old = withGroupOf(now, read);
    for (const field of FIELDS) {
      if (same(old[field], present[field])) continue;
      changes.push({ kind: 'note', id: read.id, field, before: old[field], after: present[field] });
    }
  }
  return changes;
}

/** The note without a group that is no more. */
function withGroupOf(now: Y.Doc, note: Arrangement['notes'][number]): Arrangement['notes'][number] {
  if (note.cluster === undefined || clustersOf(now).has(note.cluster)) return note;
  const { cluster: _, order: __, ...loose } = note;
  return loose;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

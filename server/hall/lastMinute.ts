/**
 * What one person did at a board since a moment, and how it is taken back: found by comparing the board of then with
 * the board of now, so that nothing has to be recorded while people write. Pure: two documents in, changes out.
 *
 * Who wrote a present value is told by the clientID of its struct; of what the server wrote anew
 * (`board/lastWrites.ts`), by the one that it was written for. A deletion bears no name, so it is taken for the
 * person's where nobody else may do it (one's own note), or where a write of theirs came with it (pulled out of a
 * group, merged into one). What somebody else wrote last stays. Rules U1–U9 in docs/SPEC.md.
 */

import * as Y from 'yjs';
import {
  CLUSTER_FIELDS,
  type ClusterField,
  type ClusterView,
  clustersOf,
  type Fields,
  fieldsIn,
  NOTE_FIELDS,
  type NoteField,
  type NoteView,
  notesOf,
  readCluster,
  readNote,
  textOf,
} from '../../shared/board/boardDoc.ts';
import { type Change, nameCluster, restore, revert } from '../../shared/board/boardOps.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';

export interface Person {
  /** The clientIDs that are leased to them. */
  clients: ReadonlySet<number>;
  /** Whether a note is theirs. */
  owns: (id: NoteId) => boolean;
  /** Whose value the server wrote anew at this clock of its own; undefined where it wrote one of its own. */
  writtenFor?: (clock: number) => number | undefined;
}

export interface Boards {
  /** As it was at that moment, and as it is. */
  past: Y.Doc;
  now: Y.Doc;
  /** That moment, ms since the epoch by the server's clock. */
  since: number;
  /** Under which the server writes notes and texts for people. */
  serverClient: number;
  /** A host took it down: it lies among the hidden, and does not come back by this. */
  isHidden: (id: NoteId) => boolean;
}

export interface Doings {
  /** Hung since by the person: taken down, to be laid among the hidden. */
  added: NoteView[];
  /** Theirs, and gone since. */
  removed: NoteView[];
  /** Present values that the person wrote, with those of then as `before`. */
  changed: Extract<Change, { kind: 'note' | 'cluster' | 'text' }>[];
  /** Groups that they made: where others have filled one it stays, without the name it was given. */
  made: ClusterId[];
  /** Groups that are gone though notes still name them. */
  lostClusters: ClusterView[];
}

/** What the person did since then that still stands. */
export function doingsOf(person: Person, boards: Boards): Doings {
  const { past, now } = boards;
  const { states, madeBy } = authorsOf(person, boards);
  const [notesThen, notesNow] = [notesOf(past), notesOf(now)];
  const doings: Doings = { added: [], removed: [], changed: [], made: [], lostClusters: [] };

  notesNow.forEach((fields, key) => {
    const id = key as NoteId;
    const old = readNote(id, notesThen.get(id));
    const note = readNote(id, fields);
    if (!old && note && isAdded(id, note)) doings.added.push(note);
    else noteChanges(id, old, fields);
  });
  notesThen.forEach((fields, key) => {
    const id = key as NoteId;
    const note = readNote(id, fields);
    const hangs = textOf(now, id) !== null;
    if (note && !hangs && person.owns(id) && !boards.isHidden(id)) doings.removed.push(note);
  });
  clustersOf(now).forEach((fields, key) => {
    clusterChanges(key as ClusterId, fields);
  });
  doings.lostClusters = lostClusters();
  return doings;

  function isAdded(id: NoteId, note: NoteView): boolean {
    const item = notesNow._map.get(id)!;
    if (madeBy(item) === 'person') return true;
    // The server hung it: for the person just now, or again what had been hidden or waited.
    return madeBy(item) === 'server' && person.owns(id) && note.at >= boards.since;
  }

  function noteChanges(id: NoteId, old: NoteView | null, fields: Fields): void {
    const text = textOf(now, id);
    const after = text?.toString();
    // First in the list, so last to be put back: until then the note may not be whole.
    if (old && text && after !== undefined && old.text !== after && wroteText(text, person.owns(id)))
      doings.changed.push({ kind: 'text', id, before: old.text, after });
    for (const field of NOTE_FIELDS) {
      if (field === 'text') continue;
      if (wrote(fields, field) || (isDeleted(fields, field) && deleted(id, fields, field))) {
        change('note', id, field, old?.[field], fields.get(field));
      }
    }
  }

  /** Whether a field of a note that is gone is taken for deleted by the person. */
  function deleted(id: NoteId, fields: Fields, field: NoteField): boolean {
    // Without one of these nobody sees the note: whoever took it away, it comes back.
    if (MUST_BE.has(field)) return true;
    if (field === 'level') return person.owns(id);
    // Pulled out of its group, it was laid somewhere; and if others have laid it too, nobody knows who pulled.
    return wrote(fields, 'pos') && wroteAlone(fields, 'pos');
  }

  function clusterChanges(id: ClusterId, fields: Fields): void {
    const old = readCluster(id, clustersOf(past).get(id));
    for (const field of CLUSTER_FIELDS) {
      const after = fields.get(field);
      const deleted = MUST_BE.has(field) || (old?.into !== undefined && turnedRound(id, old.into));
      if (!wrote(fields, field) && !(deleted && isDeleted(fields, field))) continue;
      if (!old && field === 'title' && after) doings.made.push(id);
      else change('cluster', id, field, old?.[field], after);
    }
  }

  /** Whether the person merged the other way round what had been merged into it. */
  function turnedRound(id: ClusterId, into: ClusterId): boolean {
    const other = fieldsIn(clustersOf(now), into);
    return other?.get('into') === id && wrote(other, 'into');
  }

  function change(
    kind: 'note' | 'cluster',
    id: string,
    field: NoteField | ClusterField,
    before: unknown,
    after: unknown,
  ): void {
    // What came with a thing that is younger than the minute, and must be there, stays.
    if (before === undefined && MUST_BE.has(field)) return;
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    doings.changed.push({ kind, id, field, before, after } as Doings['changed'][number]);
  }

  function wrote(fields: Fields, field: string): boolean {
    const item = fields._map.get(field);
    return item !== undefined && !item.deleted && madeBy(item) === 'person';
  }

  /** Whether nobody else has written the field since then either. */
  function wroteAlone(fields: Fields, field: string): boolean {
    for (let item = fields._map.get(field) ?? null; item !== null; item = item.left) {
      const by = madeBy(item);
      if (by === 'before') return true;
      if (by !== 'person') return false;
    }
    return true;
  }

  function wroteText(text: Y.Text, own: boolean): boolean {
    let theirs = false;
    let others = false;
    let letters = false;
    for (let item = text._start; item !== null; item = item.right) {
      // Of a deleted letter nobody knows when; only what stands counts as written.
      if (item.deleted || item.id.clock + item.length <= (states.get(item.id.client) ?? 0)) continue;
      letters = true;
      const by = madeBy(item);
      if (by === 'person' || (by === 'server' && own)) theirs = true;
      else others = true;
    }
    return letters ? theirs && !others : own;
  }

  function lostClusters(): ClusterView[] {
    const lost: ClusterView[] = [];
    const named = new Set<unknown>();
    notesNow.forEach((fields) => void named.add(fields.get('cluster')));
    for (const { cluster } of doings.removed) named.add(cluster);
    for (const one of doings.changed)
      if (one.kind === 'note' && one.field === 'cluster') named.add(one.before);
    clustersOf(past).forEach((fields, id) => {
      const cluster = readCluster(id, fields);
      if (cluster && named.has(id) && !clustersOf(now).has(id)) lost.push(cluster);
    });
    return lost;
  }
}

/** Takes them back, as one write of the server's. @returns how many things were put back */
export function takeBack(doc: Y.Doc, doings: Doings, origin: unknown): number {
  let restored = 0;
  doc.transact(() => {
    restore(doc, doings.removed, doings.lostClusters);
    const { changes } = revert(doc, doings.changed, origin);
    const touched = new Set(changes.flatMap((change) => ('id' in change ? [change.id] : [])));
    restored = touched.size + doings.removed.length;
    for (const id of doings.made) nameCluster(doc, id, '', origin);
    for (const { id } of doings.added) notesOf(doc).delete(id);
  }, origin);
  return restored;
}

const MUST_BE: ReadonlySet<string> = new Set(['pos', 'round', 'at', 'title']);

type Author = 'person' | 'server' | 'other' | 'before';

/** Who made a struct since then. */
function authorsOf({ clients, writtenFor }: Person, { past, serverClient }: Boards) {
  const states = Y.decodeStateVector(Y.encodeStateVector(past));
  const madeBy = ({ id, length }: Y.Item): Author => {
    if (id.clock + length <= (states.get(id.client) ?? 0)) return 'before';
    const client = id.client === serverClient ? (writtenFor?.(id.clock) ?? serverClient) : id.client;
    if (clients.has(client)) return 'person';
    return client === serverClient ? 'server' : 'other';
  };
  return { states, madeBy };
}

/** There was a value, and it was taken away. */
function isDeleted(fields: Fields, field: string): boolean {
  return fields._map.get(field)?.deleted === true;
}

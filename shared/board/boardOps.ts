/**
 * What can be done on a board: one function and one transaction each. Each returns what it changed, so that it can
 * be undone by writing the old values back (`revert`); that works in a fresh document after a resync too, where a
 * Y.UndoManager's stack would be lost.
 *
 * Over 300 lines: whoever adds an op must see how the others tell what they changed, and how that is taken back.
 */

import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import type { Level } from '../domain/hall.ts';
import type { ClusterId, NoteId } from '../domain/ids.ts';
import {
  type ClusterField,
  type ClusterView,
  clustersOf,
  type Fields,
  fieldsIn,
  type NoteField,
  type NoteView,
  notesOf,
  type Pos,
  readCluster,
  readNote,
  type Slot,
} from './boardDoc.ts';
import { FIRST_KEY, keysBetween, lastOrder, membersOf } from './clusterOrder.ts';

/** One thing an op did. Values are plain JSON; `undefined` is "no such field". */
export type Change =
  | { kind: 'note'; id: NoteId; field: NoteField; before: unknown; after: unknown }
  | { kind: 'cluster'; id: ClusterId; field: ClusterField; before: unknown; after: unknown }
  | { kind: 'text'; id: NoteId; before: string; after: string }
  | { kind: 'added'; note: NoteView }
  | { kind: 'removed'; note: NoteView }
  | { kind: 'clustered'; cluster: ClusterView };

/** Marks transactions of the person at this screen. */
export const OWN = Symbol('own');

export interface NewNote {
  id: NoteId;
  text: string;
  pos: Pos;
  round: number;
  at: number;
  level?: Level | undefined;
  slot?: Slot | undefined;
}

/** Adds a whole note. A key that is taken stays as it is, so that a repeated add is no second note. */
export function addNote(doc: Y.Doc, note: NewNote, origin: unknown = OWN): Change[] {
  if (notesOf(doc).has(note.id)) return [];
  doc.transact(() => notesOf(doc).set(note.id, noteFields(note)), origin);
  return [{ kind: 'added', note: { ...note } as NoteView }];
}

/** Adds many notes as one deed: one update, one step of undo. */
export function addNotes(doc: Y.Doc, notes: readonly NewNote[], origin: unknown = OWN): Change[] {
  return inOne(doc, origin, (changes) => {
    for (const note of notes) changes.push(...addNote(doc, note, origin));
  });
}

/** Moves notes and clusters to places, in world units rounded to whole ones. */
export function move(
  doc: Y.Doc,
  places: readonly { id: NoteId | ClusterId; pos: Pos }[],
  origin: unknown = OWN,
): Change[] {
  return inOne(doc, origin, (changes) => {
    for (const { id, pos } of places) set(doc, changes, id, 'pos', roundPos(pos));
  });
}

/** Makes the note's text this one, touching only what differs and never half a surrogate pair. */
export function editText(doc: Y.Doc, id: NoteId, after: string, origin: unknown = OWN): Change[] {
  const text = fieldsIn(notesOf(doc), id)?.get('text');
  if (!(text instanceof Y.Text)) return [];
  const before = text.toString();
  if (before === after) return [];
  doc.transact(() => splice(text, before, after), origin);
  return [{ kind: 'text', id, before, after }];
}

/** Takes notes off the board. */
export function removeNotes(doc: Y.Doc, ids: readonly NoteId[], origin: unknown = OWN): Change[] {
  return inOne(doc, origin, (changes) => {
    for (const id of ids) {
      const note = readNote(id, notesOf(doc).get(id));
      notesOf(doc).delete(id);
      if (note) changes.push({ kind: 'removed', note });
    }
  });
}

/** Puts notes last into a cluster that is there. */
export function joinCluster(
  doc: Y.Doc,
  cluster: ClusterId,
  ids: readonly NoteId[],
  origin: unknown = OWN,
): Change[] {
  return inOne(doc, origin, (changes) => {
    let last = lastOrder(doc, cluster);
    for (const id of ids) {
      last = keysBetween(last, null, 1)?.[0] ?? FIRST_KEY;
      set(doc, changes, id, 'cluster', cluster);
      set(doc, changes, id, 'order', last);
    }
  });
}

/**
 * Makes notes of a cluster stand before another of its notes, or last. Touches only those notes, unless their
 * neighbours' keys leave no room between them (equal keys after a merge): then the whole cluster gets new keys.
 */
export function orderInCluster(
  doc: Y.Doc,
  cluster: ClusterId,
  ids: readonly NoteId[],
  before: NoteId | null,
  origin: unknown = OWN,
): Change[] {
  const members = membersOf(doc, cluster);
  const moved = ids.filter((id) => members.some((note) => note.id === id));
  const rest = members.filter(({ id }) => !moved.includes(id));
  const at = before === null ? rest.length : rest.findIndex(({ id }) => id === before);
  if (moved.length === 0 || at < 0) return [];
  return inOne(doc, origin, (changes) => {
    const put = (id: NoteId, order: string) => {
      set(doc, changes, id, 'cluster', cluster);
      set(doc, changes, id, 'order', order);
    };
    const [low, high] = [rest[at - 1], rest[at]];
    const settled = [low, high].every((note) => !note || (note.cluster === cluster && note.order));
    const guests = rest.some((note) => note.cluster !== cluster);
    const keys = settled && !guests && keysBetween(low?.order ?? null, high?.order ?? null, moved.length);
    if (keys) {
      moved.forEach((id, index) => {
        put(id, keys[index]!);
      });
      return;
    }
    const all = [...rest.slice(0, at).map(({ id }) => id), ...moved, ...rest.slice(at).map(({ id }) => id)];
    generateNKeysBetween(null, null, all.length).forEach((order, index) => {
      put(all[index]!, order);
    });
  });
}

/** Makes a cluster of notes at a place. `ids` in the order they shall stand. */
export function makeCluster(
  doc: Y.Doc,
  cluster: { id: ClusterId; title: string; pos: Pos },
  ids: readonly NoteId[],
  origin: unknown = OWN,
): Change[] {
  return inOne(doc, origin, (changes) => {
    const view: ClusterView = { id: cluster.id, title: cluster.title, pos: roundPos(cluster.pos) };
    clustersOf(doc).set(cluster.id, clusterFields(view));
    changes.push({ kind: 'clustered', cluster: view });
    changes.push(...joinCluster(doc, cluster.id, ids, origin));
  });
}

/** Takes notes out of their clusters and lays them at places of their own. */
export function pullOut(
  doc: Y.Doc,
  places: readonly { id: NoteId; pos: Pos }[],
  origin: unknown = OWN,
): Change[] {
  return inOne(doc, origin, (changes) => {
    for (const { id, pos } of places) {
      set(doc, changes, id, 'pos', roundPos(pos));
      set(doc, changes, id, 'cluster', undefined);
      set(doc, changes, id, 'order', undefined);
    }
  });
}

/** Merges a cluster into another by one mark on it; its notes are not touched, so opposite merges can't lose any. */
export function mergeClusters(doc: Y.Doc, from: ClusterId, into: ClusterId, origin: unknown = OWN): Change[] {
  if (from === into) return [];
  return inOne(doc, origin, (changes) => {
    // If the target was itself merged into `from` before, that mark would make a circle of two.
    if (fieldsIn(clustersOf(doc), into)?.get('into') === from) set(doc, changes, into, 'into', undefined);
    set(doc, changes, from, 'into', into);
  });
}

export function nameCluster(doc: Y.Doc, id: ClusterId, title: string, origin: unknown = OWN): Change[] {
  return inOne(doc, origin, (changes) => set(doc, changes, id, 'title', title));
}

export function setLevel(doc: Y.Doc, id: NoteId, level: Level | undefined, origin: unknown = OWN): Change[] {
  return inOne(doc, origin, (changes) => set(doc, changes, id, 'level', level));
}

/** Gives a note its place on the timeline; undefined lays it in the tray. */
export function setSlot(doc: Y.Doc, id: NoteId, slot: Slot | undefined, origin: unknown = OWN): Change[] {
  return inOne(doc, origin, (changes) => set(doc, changes, id, 'slot', slot && [...slot]));
}

/** Hangs notes and clusters just as they were; for imports into a new document. */
export function restore(doc: Y.Doc, notes: readonly NoteView[], clusters: readonly ClusterView[]): void {
  doc.transact(() => {
    for (const cluster of clusters) clustersOf(doc).set(cluster.id, clusterFields(cluster));
    for (const note of notes) notesOf(doc).set(note.id, noteFields(note));
  });
}

/** How an undo went: `done`, or `changed` where somebody else has since changed some of what it would restore. */
export type Reverted = { outcome: 'done' | 'changed'; changes: Change[] };

/**
 * Undoes an op: writes back the old values where the new ones still stand, and leaves what others have changed since.
 * @returns the changes made, which undo the undo
 */
export function revert(doc: Y.Doc, done: readonly Change[], origin: unknown = OWN): Reverted {
  let foreign = false;
  const changes = inOne(doc, origin, (made) => {
    for (const change of [...done].reverse()) {
      if (!revertOne(doc, change, made, origin)) foreign = true;
    }
  });
  return { outcome: foreign ? 'changed' : 'done', changes };
}

function revertOne(doc: Y.Doc, change: Change, made: Change[], origin: unknown): boolean {
  // Clients never delete clusters: an empty one is not shown, and the server tidies.
  if (change.kind === 'clustered') return true;
  if (!stillStands(doc, change)) return false;
  switch (change.kind) {
    case 'note':
    case 'cluster':
      set(doc, made, change.id, change.field, change.before);
      return true;
    case 'text':
      made.push(...editText(doc, change.id, change.before, origin));
      return true;
    case 'added':
      made.push(...removeNotes(doc, [change.note.id], origin));
      return true;
    case 'removed':
      notesOf(doc).set(change.note.id, noteFields(change.note));
      made.push({ kind: 'added', note: change.note });
      return true;
  }
}

/** Whether what this change made still is as it made it, so that it can be taken back without undoing others' work. */
export function stillStands(doc: Y.Doc, change: Change): boolean {
  switch (change.kind) {
    case 'note':
    case 'cluster': {
      const fields = fieldsOf(doc, change.id);
      return fields !== null && same(fields.get(change.field), change.after);
    }
    case 'text':
      return readNote(change.id, notesOf(doc).get(change.id))?.text === change.after;
    case 'added': {
      // Others may have moved it; but a note that they have rewritten or grouped bears their work too.
      const now = readNote(change.note.id, notesOf(doc).get(change.note.id));
      return now !== null && now.text === change.note.text && now.cluster === change.note.cluster;
    }
    case 'removed':
      return !notesOf(doc).has(change.note.id);
    case 'clustered':
      return clustersOf(doc).has(change.cluster.id);
  }
}

function noteFields(note: NewNote & Partial<NoteView>): Fields {
  const fields: Fields = new Y.Map();
  fields.set('text', new Y.Text(note.text));
  fields.set('pos', roundPos(note.pos));
  fields.set('round', note.round);
  fields.set('at', note.at);
  for (const key of ['cluster', 'order', 'level', 'slot'] as const) {
    if (note[key] !== undefined) fields.set(key, note[key]);
  }
  return fields;
}

function clusterFields(cluster: ClusterView): Fields {
  const fields: Fields = new Y.Map();
  fields.set('title', cluster.title);
  fields.set('pos', cluster.pos);
  if (cluster.into !== undefined) fields.set('into', cluster.into);
  return fields;
}

function inOne(doc: Y.Doc, origin: unknown, body: (changes: Change[]) => void): Change[] {
  const changes: Change[] = [];
  doc.transact(() => body(changes), origin);
  return changes;
}

function set(
  doc: Y.Doc,
  changes: Change[],
  id: NoteId | ClusterId,
  field: NoteField | ClusterField,
  after: unknown,
): void {
  const fields = fieldsOf(doc, id);
  if (!fields) return;
  const before = fields.get(field);
  if (same(before, after)) return;
  if (after === undefined) fields.delete(field);
  else fields.set(field, after);
  const kind = id.startsWith('c_') ? 'cluster' : 'note';
  changes.push({ kind, id, field, before, after } as Change);
}

function fieldsOf(doc: Y.Doc, id: NoteId | ClusterId): Fields | null {
  return fieldsIn(id.startsWith('c_') ? clustersOf(doc) : notesOf(doc), id);
}

/** The smallest splice from one text to another, moved outwards off the middle of a surrogate pair. */
export function splice(text: Y.Text, before: string, after: string): void {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (head > 0 && isHigh(before.charCodeAt(head - 1))) head--;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--;
  const gone = before.length - head - tail;
  if (gone > 0) text.delete(head, gone);
  const come = after.slice(head, after.length - tail);
  if (come) text.insert(head, come);
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const roundPos = ([x, y]: Pos): Pos => [Math.round(x), Math.round(y)];
const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A cluster by id as plain data, or null. */
export function findCluster(doc: Y.Doc, id: ClusterId): ClusterView | null {
  return readCluster(id, clustersOf(doc).get(id));
}

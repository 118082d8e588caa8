/**
 * The shape of a station's Yjs document, and the only file that knows its keys.
 *
 * ```
 * meta      Y.Map   v, title, kind, rounds, round, lanes?, levels, frozen      (the server is the only writer)
 * notes     Y.Map   noteId → Y.Map    text: Y.Text, pos, round, at, cluster?, order?, level?, slot?
 * clusters  Y.Map   clusterId → Y.Map title, pos, into?
 * ```
 *
 * A field that is missing or of the wrong type makes its note "not whole": accepted, not shown (a client that
 * creates without `transact` sends five updates).
 */

import * as Y from 'yjs';
import type { Lane, Level, StationKind } from '../domain/hall.ts';
import type { ClusterId, NoteId } from '../domain/ids.ts';
import type { Round } from '../domain/round.ts';

/** World units; a note is `NOTE_SIZE` square. */
export type Pos = readonly [x: number, y: number];
export type Slot = readonly [lane: string, fromMonth: number, toMonth: number];

/** A whole note, as plain data. */
export interface NoteView {
  id: NoteId;
  text: string;
  pos: Pos;
  round: number;
  at: number;
  cluster?: ClusterId;
  order?: string;
  level?: Level;
  slot?: Slot;
}

/** A whole cluster, as plain data. `into` is set by a merge; readers follow it. */
export interface ClusterView {
  id: ClusterId;
  title: string;
  pos: Pos;
  into?: ClusterId;
}

/** The station's furniture, mirrored from the hall by the server. */
export interface BoardMeta {
  v: 1;
  title: string;
  kind: StationKind;
  rounds: Round[];
  round: number;
  levels: boolean;
  frozen: boolean;
  lanes?: Lane[];
}

export type NoteField = Exclude<(typeof NOTE_FIELDS)[number], 'text'>;
export type ClusterField = (typeof CLUSTER_FIELDS)[number];
export type Fields = Y.Map<unknown>;

export const ROOT_NAMES = ['meta', 'notes', 'clusters'] as const;
export const NOTE_FIELDS = ['text', 'pos', 'round', 'at', 'cluster', 'order', 'level', 'slot'] as const;
export const CLUSTER_FIELDS = ['title', 'pos', 'into'] as const;

export const metaOf = (doc: Y.Doc): Fields => doc.getMap('meta');
export const notesOf = (doc: Y.Doc): Y.Map<Fields> => doc.getMap('notes');
export const clustersOf = (doc: Y.Doc): Y.Map<Fields> => doc.getMap('clusters');

/** The note's text type, or null while the note is not there or not whole. */
export function textOf(doc: Y.Doc, id: NoteId): Y.Text | null {
  const text = fieldsIn(notesOf(doc), id)?.get('text');
  return text instanceof Y.Text ? text : null;
}

/** The fields of a note or cluster, or null where the key holds something else or nothing. */
export function fieldsIn(root: Y.Map<Fields>, id: string): Fields | null {
  const fields: unknown = root.get(id);
  return fields instanceof Y.Map ? fields : null;
}

/** The note as plain data; null while it is not whole. */
export function readNote(id: string, fields: unknown): NoteView | null {
  if (!(fields instanceof Y.Map)) return null;
  const text = fields.get('text');
  const pos = asPos(fields.get('pos'));
  const round = fields.get('round');
  const at = fields.get('at');
  if (!(text instanceof Y.Text) || !pos || !isCount(round) || typeof at !== 'number') return null;
  const note: NoteView = { id: id as NoteId, text: text.toString(), pos, round, at };
  const cluster = fields.get('cluster');
  const order = fields.get('order');
  const level = fields.get('level');
  const slot = asSlot(fields.get('slot'));
  if (typeof cluster === 'string') note.cluster = cluster as ClusterId;
  if (typeof order === 'string') note.order = order;
  if (level === 'local' || level === 'national') note.level = level;
  if (slot) note.slot = slot;
  return note;
}

/** The cluster as plain data; null while it is not whole. */
export function readCluster(id: string, fields: unknown): ClusterView | null {
  if (!(fields instanceof Y.Map)) return null;
  const pos = asPos(fields.get('pos'));
  const title = fields.get('title');
  if (!pos || typeof title !== 'string') return null;
  const cluster: ClusterView = { id: id as ClusterId, title, pos };
  const into = fields.get('into');
  if (typeof into === 'string') cluster.into = into as ClusterId;
  return cluster;
}

/** All whole notes, in no order. */
export function readNotes(doc: Y.Doc): NoteView[] {
  return readAll(notesOf(doc), readNote);
}

/** All whole clusters, in no order, merged ones too. */
export function readClusters(doc: Y.Doc): ClusterView[] {
  return readAll(clustersOf(doc), readCluster);
}

/** The furniture, or null before the server has written it. */
export function readMeta(doc: Y.Doc): BoardMeta | null {
  const meta = metaOf(doc);
  return meta.get('v') === 1 ? (meta.toJSON() as BoardMeta) : null;
}

/** Writes what differs of the furniture, so that an unchanged mirror costs no bytes. For the server alone. */
export function writeMeta(doc: Y.Doc, wanted: BoardMeta): void {
  const meta = metaOf(doc);
  for (const [key, value] of Object.entries(wanted)) {
    if (value !== undefined && JSON.stringify(meta.get(key)) !== JSON.stringify(value)) meta.set(key, value);
  }
}

function readAll<T>(root: Y.Map<Fields>, read: (id: string, fields: unknown) => T | null): T[] {
  const all: T[] = [];
  root.forEach((fields, id) => {
    const view = read(id, fields);
    if (view) all.push(view);
  });
  return all;
}

function asPos(value: unknown): Pos | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [x, y] = value;
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}

function asSlot(value: unknown): Slot | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [lane, from, to] = value;
  return typeof lane === 'string' && isCount(from) && isCount(to) ? [lane, from, to] : null;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

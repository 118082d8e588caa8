/** What a drop does, decided on plain boxes: nothing here touches the document or the screen. */

import type { Pos } from '../../../shared/board/boardDoc.ts';
import {
  type Box,
  CLUSTER_HEAD,
  CLUSTER_PAD,
  indexAt,
  NOTE_SIZE,
  type PlacedCluster,
  type PlacedNote,
} from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { Point } from '../surface/camera.ts';

/** A note in the hand: where it is now, and the cluster it was lifted from. */
export interface HeldNote {
  id: NoteId;
  x: number;
  y: number;
  cluster?: ClusterId | undefined;
}

/** What is in the hand: notes (the first is the one that was gripped), or one whole cluster. */
export type Held =
  | { kind: 'notes'; notes: readonly HeldNote[] }
  | { kind: 'cluster'; id: ClusterId; box: Box };

/** What the held thing is over, closely enough that dropping it there means something. */
export type DropTarget = { kind: 'note'; id: NoteId } | { kind: 'cluster'; id: ClusterId };

/** What a drop comes to. */
export type Drop =
  | { do: 'nothing' }
  | { do: 'move'; places: { id: NoteId | ClusterId; pos: Pos }[] }
  | { do: 'pullOut'; places: { id: NoteId; pos: Pos }[] }
  | { do: 'group'; onto: NoteId; pos: Pos; notes: NoteId[] }
  | { do: 'join'; cluster: ClusterId; notes: NoteId[] }
  /** Within their own cluster: to stand before this note, or last. `index` is where the first of them comes to stand. */
  | { do: 'order'; cluster: ClusterId; notes: NoteId[]; before: NoteId | null; index: number }
  | { do: 'merge'; from: ClusterId; into: ClusterId };

/** The share of the smaller thing that must be covered for a drop to group. */
export const COVER = 0.4;
/** How long the pointer must rest on a thing that is covered less than that. */
export const HOVER_MS = 150;

/** What the pointer has been over, and since when. */
export interface Hover {
  over: DropTarget | null;
  since: number;
}
export const NO_HOVER: Hover = { over: null, since: 0 };

interface Candidates {
  notes: Iterable<PlacedNote>;
  clusters: Iterable<PlacedCluster>;
}

interface Found {
  target: DropTarget;
  cover: number;
}

/**
 * What would happen on a drop here and now: the target, or null for open wall.
 * @param pointer where the pointer is, in world units
 * @returns the target with the hover to hand in next time
 */
export function findTarget(
  held: Held,
  near: Candidates,
  pointer: Point,
  hover: Hover,
  now: number,
): { target: DropTarget | null; hover: Hover } {
  const found = coveredBy(held, near);
  const best = found.reduce<Found | null>((a, b) => (a && a.cover >= b.cover ? a : b), null);
  const under = underPointer(held, near, pointer);
  const next = sameTarget(under, hover.over) ? hover : { over: under, since: now };
  if (best && best.cover >= COVER) return { target: best.target, hover: next };
  const rested = under && now - next.since >= HOVER_MS;
  return { target: rested ? under : null, hover: next };
}

/** What dropping the held thing on the target does. `on` is the target as it hangs. */
export function outcome(held: Held, target: DropTarget | null, on?: PlacedNote | PlacedCluster): Drop {
  if (held.kind === 'cluster') {
    if (target?.kind === 'cluster') return { do: 'merge', from: held.id, into: target.id };
    return { do: 'move', places: [{ id: held.id, pos: [held.box.x, held.box.y] }] };
  }
  const notes = held.notes.map(({ id }) => id);
  if (target?.kind === 'cluster') {
    const strangers = held.notes.filter(({ cluster }) => cluster !== target.id).map(({ id }) => id);
    if (strangers.length === 0) return on && 'members' in on ? reorder(held, on) : { do: 'nothing' };
    return { do: 'join', cluster: target.id, notes: strangers };
  }
  if (target && on) {
    // The cluster is laid so that the target note stays where it hangs.
    const pos: Pos = [on.x - CLUSTER_PAD, on.y - CLUSTER_HEAD];
    return { do: 'group', onto: target.id, pos, notes };
  }
  const places = held.notes.map(({ id, x, y }) => ({ id, pos: [x, y] as Pos }));
  return held.notes.some(({ cluster }) => cluster) ? { do: 'pullOut', places } : { do: 'move', places };
}

/** The gripped note comes to stand where it is held, and the others that are held right after it. */
function reorder(held: Extract<Held, { kind: 'notes' }>, home: PlacedCluster): Drop {
  if (home.folded) return { do: 'nothing' };
  const { x, y } = held.notes[0]!;
  const middle = NOTE_SIZE / 2;
  const wanted = indexAt([home.x, home.y], home.members.length, x + middle, y + middle);
  return standAt(
    home,
    held.notes.map(({ id }) => id),
    wanted,
  );
}

/** Makes notes of a cluster stand from this index on; nothing where they do so already. */
export function standAt({ id, members }: PlacedCluster, notes: readonly NoteId[], wanted: number): Drop {
  const rest = members.filter((member) => !notes.includes(member));
  const index = Math.max(0, Math.min(rest.length, wanted));
  const after = [...rest.slice(0, index), ...notes, ...rest.slice(index)];
  if (after.every((note, at) => note === members[at])) return { do: 'nothing' };
  return { do: 'order', cluster: id, notes: [...notes], before: rest[index] ?? null, index };
}

export function sameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  return a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);
}

/** Everything that the held thing covers some of, and how much. */
function coveredBy(held: Held, near: Candidates): Found[] {
  const found: Found[] = [];
  if (held.kind === 'cluster') {
    for (const cluster of near.clusters) {
      if (cluster.id === held.id) continue;
      const cover = shared(held.box, cluster) / Math.min(area(held.box), area(cluster));
      if (cover > 0) found.push({ target: { kind: 'cluster', id: cluster.id }, cover });
    }
    return found;
  }
  const grip = gripOf(held);
  for (const placed of near.notes) {
    if (placed.cluster || isHeld(held, placed.note.id)) continue;
    const cover = shared(grip, boxOf(placed)) / area(grip);
    if (cover > 0) found.push({ target: { kind: 'note', id: placed.note.id }, cover });
  }
  for (const cluster of near.clusters) {
    const cover = shared(grip, cluster) / area(grip);
    if (cover > 0) found.push({ target: { kind: 'cluster', id: cluster.id }, cover });
  }
  return found;
}

function underPointer(held: Held, near: Candidates, pointer: Point): DropTarget | null {
  if (held.kind === 'notes') {
    for (const placed of near.notes) {
      if (placed.cluster || isHeld(held, placed.note.id)) continue;
      if (inside(pointer, boxOf(placed))) return { kind: 'note', id: placed.note.id };
    }
  }
  for (const cluster of near.clusters) {
    if (held.kind === 'cluster' && cluster.id === held.id) continue;
    if (inside(pointer, cluster)) return { kind: 'cluster', id: cluster.id };
  }
  return null;
}

const gripOf = (held: Extract<Held, { kind: 'notes' }>): Box => boxOf(held.notes[0]!);
const boxOf = ({ x, y }: Point): Box => ({ x, y, w: NOTE_SIZE, h: NOTE_SIZE });
const area = ({ w, h }: Box) => w * h;
const inside = (point: Point, box: Box) =>
  point.x >= box.x && point.x <= box.x + box.w && point.y >= box.y && point.y <= box.y + box.h;

function isHeld(held: Extract<Held, { kind: 'notes' }>, id: NoteId): boolean {
  return held.notes.some((note) => note.id === id);
}

function shared(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

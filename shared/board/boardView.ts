/** Where things hang: merges followed, clusters laid out, free places found. Pure functions on plain data. */

import type { ClusterId, NoteId } from '../domain/ids.ts';
import type { ClusterView, NoteView, Pos } from './boardDoc.ts';

/** World units. One size of note for everybody: a bigger note is an undemocratic note. */
export const NOTE_SIZE = 200;
export const CLUSTER_PAD = 20;
export const CLUSTER_HEAD = 64;
const GAP = 14;
const COLUMNS_MAX = 6;
/** A folded cluster: its head, and the edges of its first notes. */
export const FOLDED_EDGES = 3;
export const FOLDED_EDGE = 30;
const FOLDED_WIDTH = 340;
/** Free notes are placed on this raster: a note and some air. */
const STEP = NOTE_SIZE + 24;

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A cluster as it hangs: its box, and its notes in order. */
export interface PlacedCluster extends Box {
  id: ClusterId;
  title: string;
  members: NoteId[];
  /** On this screen: only its head and the edges of its first notes are shown. */
  folded?: true;
}

/** A note as it hangs: its own place, or the one its cluster gives it. */
export interface PlacedNote {
  note: NoteView;
  x: number;
  y: number;
  /** The cluster it hangs in after all merges, if any. */
  cluster?: ClusterId;
  /** Its cluster is folded on this screen: it is there, but not to be seen or touched. */
  folded?: true;
}

export interface BoardView {
  notes: Map<NoteId, PlacedNote>;
  /** Clusters that have notes; empty and merged ones are not shown. */
  clusters: Map<ClusterId, PlacedCluster>;
}

/** The cluster that `id` ends in when merges are followed; a circle ends at its smallest id. Null if there is none. */
export function followMerges(clusters: ReadonlyMap<ClusterId, ClusterView>, id: ClusterId): ClusterId | null {
  const path: ClusterId[] = [];
  let at: ClusterId | undefined = id;
  while (at !== undefined) {
    const seen = path.indexOf(at);
    if (seen >= 0) return path.slice(seen).sort()[0]!;
    const cluster = clusters.get(at);
    if (!cluster) return path.at(-1) ?? null;
    path.push(at);
    at = cluster.into;
  }
  return path.at(-1)!;
}

/**
 * The whole board as it hangs. O(notes + clusters).
 * @param folded clusters that one screen shows folded; no part of the document
 */
export function viewBoard(
  notes: Iterable<NoteView>,
  clusters: Iterable<ClusterView>,
  folded: ReadonlySet<ClusterId> = NONE,
): BoardView {
  const byId = new Map<ClusterId, ClusterView>();
  for (const cluster of clusters) byId.set(cluster.id, cluster);
  const members = new Map<ClusterId, NoteView[]>();
  const view: BoardView = { notes: new Map(), clusters: new Map() };
  for (const note of notes) {
    const end = note.cluster ? followMerges(byId, note.cluster) : null;
    if (end === null) {
      view.notes.set(note.id, { note, x: note.pos[0], y: note.pos[1] });
    } else {
      const list = members.get(end);
      if (list) list.push(note);
      else members.set(end, [note]);
    }
  }
  for (const [id, list] of members) {
    const { title, pos } = byId.get(id)!;
    list.sort((a, b) => byOrder(a, b, id));
    const own = { id, title, members: list.map((note) => note.id) };
    if (folded.has(id)) {
      view.clusters.set(id, { ...own, ...foldedBox(pos, list.length), folded: true });
      const [x, y] = placeInCluster(pos, 1, 0);
      for (const note of list) view.notes.set(note.id, { note, x, y, cluster: id, folded: true });
      continue;
    }
    view.clusters.set(id, { ...own, ...clusterBox(pos, list.length) });
    list.forEach((note, index) => {
      const [x, y] = placeInCluster(pos, list.length, index);
      view.notes.set(note.id, { note, x, y, cluster: id });
    });
  }
  return view;
}

/** The box of a cluster of `count` notes whose top left corner is at `pos`. */
export function clusterBox(pos: Pos, count: number): Box {
  const columns = columnsFor(count);
  const rows = Math.ceil(count / columns);
  return {
    x: pos[0],
    y: pos[1],
    w: CLUSTER_PAD * 2 + columns * NOTE_SIZE + (columns - 1) * GAP,
    h: CLUSTER_HEAD + CLUSTER_PAD + rows * NOTE_SIZE + (rows - 1) * GAP,
  };
}

/** The box of a folded cluster; never larger than the open one, so that it covers nothing that was free. */
export function foldedBox(pos: Pos, count: number): Box {
  const open = clusterBox(pos, count);
  const h = CLUSTER_HEAD + Math.min(FOLDED_EDGES, count) * FOLDED_EDGE + CLUSTER_PAD;
  return { ...open, w: Math.min(open.w, FOLDED_WIDTH), h: Math.min(open.h, h) };
}

/** The index in a cluster of `count` whose place is nearest to a point. */
export function indexAt(pos: Pos, count: number, x: number, y: number): number {
  const columns = columnsFor(count);
  const rows = Math.ceil(count / columns);
  const step = NOTE_SIZE + GAP;
  const row = clamp(Math.floor((y - pos[1] - CLUSTER_HEAD + GAP / 2) / step), 0, rows - 1);
  const column = clamp(Math.floor((x - pos[0] - CLUSTER_PAD + GAP / 2) / step), 0, columns - 1);
  return Math.min(count - 1, row * columns + column);
}

/** Where the note with this index hangs in a cluster of `count`. */
export function placeInCluster(pos: Pos, count: number, index: number): Pos {
  const columns = columnsFor(count);
  const column = index % columns;
  const row = Math.floor(index / columns);
  return [pos[0] + CLUSTER_PAD + column * (NOTE_SIZE + GAP), pos[1] + CLUSTER_HEAD + row * (NOTE_SIZE + GAP)];
}

/** The box around everything, or null on an empty board. */
export function boundsOf(view: BoardView): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number, w: number, h: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + w);
    bottom = Math.max(bottom, y + h);
  };
  for (const { x, y, folded } of view.notes.values()) if (!folded) take(x, y, NOTE_SIZE, NOTE_SIZE);
  for (const { x, y, w, h } of view.clusters.values()) take(x, y, w, h);
  return left === Infinity ? null : { x: left, y: top, w: right - left, h: bottom - top };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/**
 * Finds places for notes that come from pads: the free cell nearest the middle of the board, wider than high as
 * walls are. Keeps what it has handed out, so one finder serves a whole tick.
 */
export class FreePlaces {
  #taken = new Set<string>();
  #ring = 0;
  #cells: [number, number][] = [];

  constructor(view: BoardView) {
    for (const { x, y, cluster } of view.notes.values()) {
      if (!cluster) this.#take({ x, y, w: NOTE_SIZE, h: NOTE_SIZE });
    }
    for (const box of view.clusters.values()) this.#take(box);
  }

  next(): Pos {
    for (;;) {
      const cell = this.#cells.shift();
      if (!cell) {
        this.#cells = ringCells(this.#ring++);
        continue;
      }
      const key = cell.join();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return [cell[0] * STEP, cell[1] * STEP];
    }
  }

  #take(box: Box): void {
    // Far-away things can't take cells near the middle; the clamp keeps a hostile 1e300 from looping for ever.
    const cell = (value: number) => Math.max(-400, Math.min(400, value));
    const left = cell(Math.floor(box.x / STEP));
    const right = cell(Math.ceil((box.x + box.w) / STEP) - 1);
    const top = cell(Math.floor(box.y / STEP));
    const bottom = cell(Math.ceil((box.y + box.h) / STEP) - 1);
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) this.#taken.add(`${column},${row}`);
    }
  }
}

/** The cells of one growing rectangle's edge, nearest the middle first, so that notes hang together. */
function ringCells(ring: number): [number, number][] {
  const width = Math.ceil(ring * 1.6);
  const [innerWidth, inner] = ring === 0 ? [-1, -1] : [Math.ceil((ring - 1) * 1.6), ring - 1];
  const cells: [number, number][] = [];
  for (let row = -ring; row <= ring; row++) {
    for (let column = -width; column <= width; column++) {
      if (Math.abs(row) > inner || Math.abs(column) > innerWidth) cells.push([column, row]);
    }
  }
  const distance = ([column, row]: [number, number]) => Math.hypot(column / 1.6, row);
  return cells.sort((a, b) => distance(a) - distance(b));
}

function columnsFor(count: number): number {
  return Math.max(1, Math.min(COLUMNS_MAX, Math.ceil(Math.sqrt(count))));
}

/**
 * Order in a cluster: its own notes, then those of each cluster that was merged into it; each by `order`, then by
 * time, then by id, so that all screens agree. Merged notes would otherwise be shuffled into one another.
 */
export function byOrder(a: NoteView, b: NoteView, cluster: ClusterId): number {
  const guest = ({ cluster: of }: NoteView) => (of === cluster || of === undefined ? '' : of);
  return (
    compare(guest(a), guest(b)) ||
    compare(a.order ?? '~', b.order ?? '~') ||
    a.at - b.at ||
    compare(a.id, b.id)
  );
}

const NONE: ReadonlySet<ClusterId> = new Set();
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

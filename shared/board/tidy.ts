/**
 * Tidies a board: nothing lies on anything, things stand in rows and columns, and all stay as near as can be to where
 * people had put them. Pure, and the same for the same board: a second tidying changes nothing.
 *
 * The wall is a raster of half notes. Clusters go first, in reading order, each to the free spot nearest to its own.
 * Then the loose notes: one keeps each cell that notes lie in, the others of the heap go to the nearest free cells, and
 * a heap is read afterwards in the order in which it was read before.
 */

import type { ClusterId, NoteId } from '../domain/ids.ts';
import type { Pos } from './boardDoc.ts';
import { type BoardView, type Box, clusterBox, NOTE_SIZE, type PlacedNote } from './boardView.ts';

/** Notes stand this far apart, from corner to corner: a note and some air. */
export const TIDY_STEP = NOTE_SIZE + 24;
const HALF = TIDY_STEP / 2;
/** At least this between a cluster and what stands to its right and below. */
const AIR = 16;
/** Things further away than this many half steps are left alone: nobody has put them there on purpose. */
const FAR = 1 << 19;
/** Notes within this much height are read as one line. */
const LINE = NOTE_SIZE / 4;

export interface TidyWish {
  /** Only these are moved; absent: everything. */
  only?: ReadonlySet<NoteId | ClusterId>;
  /** What stays where it is and is worked round: what somebody holds, and what this person may not move. */
  stays?(id: NoteId | ClusterId): boolean;
  /** Where nothing may be laid: the station's furniture. */
  blocked?: readonly Box[];
}

export interface TidyPlace {
  id: NoteId | ClusterId;
  pos: Pos;
}

/** Where things must go; only those that are not there yet. */
export function tidy(view: BoardView, { only, stays, blocked = [] }: TidyWish = {}): TidyPlace[] {
  const moves = (id: NoteId | ClusterId) => (!only || only.has(id)) && !stays?.(id);
  const wall = new Raster();
  for (const box of blocked) wall.block(box);

  const clusters: Thing<ClusterId>[] = [];
  for (const { id, x, y, members } of view.clusters.values()) {
    // A cluster that is folded on this screen is open on others.
    const box = clusterBox([x, y], members.length);
    if (moves(id) && isNear(box)) clusters.push({ id, box });
    else wall.block(box);
  }
  const notes: Thing<NoteId>[] = [];
  for (const placed of view.notes.values()) {
    if (placed.cluster) continue;
    const box = { x: placed.x, y: placed.y, w: NOTE_SIZE, h: NOTE_SIZE };
    // A note on the timeline has its place by lane and month.
    if (moves(placed.note.id) && isNear(box) && !placed.note.slot) notes.push(thingOf(placed, box));
    else wall.block(box);
  }
  const places: TidyPlace[] = [];
  const put = ({ id, box }: Thing<NoteId | ClusterId>, pos: Pos) => {
    if (pos[0] !== box.x || pos[1] !== box.y) places.push({ id, pos });
  };
  for (const cluster of clusters.sort(byReading)) put(cluster, wall.placeCluster(cluster.box));
  for (const [note, pos] of placeNotes(notes, wall)) put(note, pos);
  return places;
}

interface Thing<Id> {
  id: Id;
  box: Box;
  at?: number;
}

/** Notes that lie about the same cell. */
interface Heap {
  column: number;
  row: number;
  notes: Thing<NoteId>[];
  cells: Cell[];
}

type Cell = readonly [column: number, row: number];

function* placeNotes(notes: readonly Thing<NoteId>[], wall: Raster): Iterable<[Thing<NoteId>, Pos]> {
  const heaps = heapsOf(notes);
  // First everybody's own cell, so that no heap takes that of a note which lies well where it lies.
  for (const heap of heaps) {
    const own: Cell = [heap.column, heap.row];
    if (wall.isFree(own)) heap.cells.push(wall.take(own));
  }
  for (const heap of heaps) {
    const near = [...heap.notes].sort((a, b) => offset(a, heap) - offset(b, heap) || byReading(a, b));
    // The one that lies best has the cell; each other one looks from where it lies itself.
    for (const note of near.slice(heap.cells.length)) heap.cells.push(wall.take(wall.nearestFree(note.box)));
    heap.cells.sort(([c1, r1], [c2, r2]) => r1 - r2 || c1 - c2);
    const read = [...heap.notes].sort(byReading);
    for (const [index, note] of read.entries()) {
      const [column, row] = heap.cells[index]!;
      yield [note, [column * TIDY_STEP, row * TIDY_STEP]];
    }
  }
}

function heapsOf(notes: readonly Thing<NoteId>[]): Heap[] {
  const heaps = new Map<string, Heap>();
  for (const note of notes) {
    const column = whole(note.box.x / TIDY_STEP);
    const row = whole(note.box.y / TIDY_STEP);
    const key = `${column},${row}`;
    const heap = heaps.get(key) ?? { column, row, notes: [], cells: [] };
    heap.notes.push(note);
    heaps.set(key, heap);
  }
  return [...heaps.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** What is taken of the wall, by half steps. */
class Raster {
  #taken = new Set<number>();
  /** For notes that look from the same cell: no ring nearer than this has a free cell left. */
  #fullTo = new Map<number, number>();

  block({ x, y, w, h }: Box): void {
    const low = (value: number) => clamp(Math.floor(value / HALF));
    const high = (value: number) => clamp(Math.ceil(value / HALF));
    this.#fill(low(x), low(y), high(x + w), high(y + h));
  }

  isFree([column, row]: Cell): boolean {
    return this.#isOpen(column * 2, row * 2, 2, 2);
  }

  take(cell: Cell): Cell {
    const [column, row] = cell;
    this.#fill(column * 2, row * 2, column * 2 + 2, row * 2 + 2);
    return cell;
  }

  /** The free cell for a note nearest to its place. */
  nearestFree({ x, y }: Box): Cell {
    const column = whole(x / TIDY_STEP);
    const row = whole(y / TIDY_STEP);
    const start = keyOf(column, row);
    const first = this.#fullTo.get(start) ?? 0;
    let best: Cell | null = null;
    let least = Infinity;
    let full = true;
    for (let ring = first; !best || (ring - 1) * TIDY_STEP < least; ring++) {
      for (const cell of ringOf(column, row, ring)) {
        if (!this.isFree(cell)) continue;
        full = false;
        const far = Math.hypot(cell[0] * TIDY_STEP - x, cell[1] * TIDY_STEP - y);
        if (far < least) [best, least] = [cell, far];
      }
      if (full) this.#fullTo.set(start, ring + 1);
    }
    return best!;
  }

  /** Takes the free place for a cluster nearest to its own. */
  placeCluster({ x, y, w, h }: Box): Pos {
    const columns = Math.ceil((w + AIR) / HALF);
    const rows = Math.ceil((h + AIR) / HALF);
    const column = whole(x / HALF);
    const row = whole(y / HALF);
    let best: Cell | null = null;
    let least = Infinity;
    for (let ring = 0; !best || (ring - 1) * HALF < least; ring++) {
      for (const cell of ringOf(column, row, ring)) {
        const far = Math.hypot(cell[0] * HALF - x, cell[1] * HALF - y);
        if (far < least && this.#isOpen(cell[0], cell[1], columns, rows)) [best, least] = [cell, far];
      }
    }
    const [left, top] = best!;
    this.#fill(left, top, left + columns, top + rows);
    return [left * HALF, top * HALF];
  }

  #isOpen(column: number, row: number, columns: number, rows: number): boolean {
    for (let y = row; y < row + rows; y++) {
      for (let x = column; x < column + columns; x++) if (this.#taken.has(keyOf(x, y))) return false;
    }
    return true;
  }

  #fill(left: number, top: number, right: number, bottom: number): void {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) this.#taken.add(keyOf(x, y));
  }
}

/** The cells around one, clockwise from the right: people go on to the right and then downwards. */
function* ringOf(column: number, row: number, ring: number): Iterable<Cell> {
  if (ring === 0) {
    yield [column, row];
    return;
  }
  for (let y = 0; y <= ring; y++) yield [column + ring, row + y];
  for (let x = ring - 1; x >= -ring; x--) yield [column + x, row + ring];
  for (let y = ring - 1; y >= -ring; y--) yield [column - ring, row + y];
  for (let x = -ring + 1; x <= ring; x++) yield [column + x, row - ring];
  for (let y = -ring + 1; y < 0; y++) yield [column + ring, row + y];
}

function thingOf({ note }: PlacedNote, box: Box): Thing<NoteId> {
  return { id: note.id, box, at: note.at };
}

/** As one reads: by lines, and in a line from the left; what lies in one spot, by age. */
function byReading(a: Thing<string>, b: Thing<string>): number {
  return (
    Math.round(a.box.y / LINE) - Math.round(b.box.y / LINE) ||
    a.box.x - b.box.x ||
    a.box.y - b.box.y ||
    (a.at ?? 0) - (b.at ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

const offset = ({ box }: Thing<NoteId>, { column, row }: Heap) =>
  Math.hypot(box.x - column * TIDY_STEP, box.y - row * TIDY_STEP);
/** Never minus zero, which is another value to some. */
const whole = (value: number) => Math.round(value) + 0;
const clamp = (cell: number) => Math.max(-FAR, Math.min(FAR, cell));
const isNear = ({ x, y, w, h }: Box) =>
  [x, y, x + w, y + h].every((value) => Math.abs(value / HALF) < FAR / 2);
const keyOf = (column: number, row: number) => (row + FAR * 2) * FAR * 4 + column + FAR * 2;

/** A station as it hung at a frame of its replay: plain data, laid out as boards are, or in lanes and months. */

import type { ClusterView, NoteView, Pos, Slot } from '../../shared/board/boardDoc.ts';
import { type Box, NOTE_SIZE, viewBoard } from '../../shared/board/boardView.ts';
import type { Lane } from '../../shared/domain/hall.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { Replay, ReplayGroup, ReplayNote } from '../../shared/protocol/past.ts';

export interface SceneGroup extends Box {
  title: string;
  /** Places in the replay's list of notes, in order. */
  notes: number[];
}

export interface Scene {
  /** By place in the replay's list of notes. */
  notes: Map<number, { x: number; y: number }>;
  groups: SceneGroup[];
  /** Rows of a timeline, with the tray as the last one (`title` empty). */
  lanes: (Box & { title: string })[];
}

/** How one note hung at a frame. */
export interface Hung {
  /** The title of the group that it lay in, empty where it had none; absent: it lay by itself. */
  group?: string;
  pos: Pos;
  slot?: Slot;
}

const CELL = { w: 2 * NOTE_SIZE + 60, h: 3 * NOTE_SIZE };
const MONTHS = 12;
/** Between notes that lie over one another in a cell. */
const STEP = 64;

export class SceneReader {
  readonly #replay: Replay;
  readonly #lanes: readonly Lane[] | null;
  readonly #index: ReadonlyMap<string, number>;
  #notes = new Map<number, ReplayNote>();
  #groups = new Map<number, ReplayGroup>();
  #frame = -1;

  /** @param lanes of a timeline; null: a wall */
  constructor(replay: Replay, lanes: readonly Lane[] | null) {
    this.#replay = replay;
    this.#lanes = lanes;
    this.#index = new Map(replay.notes.map(({ id }, index) => [id, index]));
  }

  /** The scene once this frame has come; -1: an empty wall. */
  at(frame: number): Scene {
    if (frame < this.#frame) {
      this.#notes.clear();
      this.#groups.clear();
      this.#frame = -1;
    }
    while (this.#frame < frame) {
      const next = this.#replay.frames[++this.#frame];
      if (!next) break;
      for (const note of next.notes) {
        if (note.pos) this.#notes.set(note.note, note);
        else this.#notes.delete(note.note);
      }
      for (const group of next.groups) this.#groups.set(group.group, group);
    }
    return this.#lanes ? this.#inLanes(this.#lanes) : this.#onWall();
  }

  /** The notes that a frame is about. */
  changedBy(frame: number): number[] {
    return this.#replay.frames[frame]?.notes.map(({ note }) => note) ?? [];
  }

  /** All that the replay shows lies within this, or nearly: some frames are looked at. */
  bounds(): Box {
    const last = this.#replay.frames.length - 1;
    let box: Box | null = null;
    for (let step = 0; step <= 12; step++) {
      const scene = this.at(Math.round((last * step) / 12));
      const notes = [...scene.notes.values()].map(({ x, y }) => ({ x, y, w: NOTE_SIZE, h: NOTE_SIZE }));
      for (const one of [...notes, ...scene.groups, ...scene.lanes]) box = box ? around(box, one) : one;
    }
    return box ?? { x: 0, y: 0, w: NOTE_SIZE, h: NOTE_SIZE };
  }

  #onWall(): Scene {
    const { notes, groups } = this.#replay;
    const asNote = ([index, { pos, group, order }]: [number, ReplayNote]): NoteView => ({
      id: notes[index]!.id,
      text: '',
      round: notes[index]!.round,
      at: index,
      pos: pos!,
      ...(group === undefined ? {} : { cluster: groups[group]!.id }),
      ...(order === undefined ? {} : { order }),
    });
    const asCluster = ([index, { pos, into, named }]: [number, ReplayGroup]): ClusterView => ({
      id: groups[index]!.id,
      title: named ? groups[index]!.title : '',
      pos,
      ...(into === undefined ? {} : { into: groups[into]!.id }),
    });
    const view = viewBoard([...this.#notes].map(asNote), [...this.#groups].map(asCluster));
    const indexOf = (id: NoteId) => this.#index.get(id)!;
    return {
      notes: new Map([...view.notes.values()].map(({ note, x, y }) => [indexOf(note.id), { x, y }])),
      groups: [...view.clusters.values()].map(({ members, x, y, w, h, title }) => ({
        x,
        y,
        w,
        h,
        title,
        notes: members.map(indexOf),
      })),
      lanes: [],
    };
  }

  #inLanes(lanes: readonly Lane[]): Scene {
    const filled = new Map<string, number>();
    const places = new Map<number, { x: number; y: number }>();
    const place = (slot: Slot | undefined) => {
      const row = slot ? lanes.findIndex(({ id }) => id === slot[0]) : -1;
      const [lane, month] = slot && row >= 0 && slot[1] < MONTHS ? [row, slot[1]] : [lanes.length, -1];
      const cell = `${lane} ${month}`;
      const count = filled.get(cell) ?? 0;
      filled.set(cell, count + 1);
      const y = lane * CELL.h + 20;
      // The tray is as long as the year.
      if (month < 0) return { x: (count % 24) * (NOTE_SIZE + 20), y: y + Math.floor(count / 24) * STEP };
      return { x: month * CELL.w + 20 + (count % 2) * (NOTE_SIZE + 10), y: y + Math.floor(count / 2) * STEP };
    };
    for (const [index, { slot }] of this.#notes) places.set(index, place(slot));
    const rows = [...lanes.map(({ title }) => title), ''];
    const w = MONTHS * CELL.w;
    return {
      notes: places,
      groups: [],
      lanes: rows.map((title, row) => ({ title, x: 0, y: row * CELL.h, w, h: CELL.h })),
    };
  }
}

/** How a note hung once this frame had come; null where it did not. @param index its place in the replay's list */
export function hungAt(replay: Replay, frame: number, index: number): Hung | null {
  let found: ReplayNote | undefined;
  for (const { notes } of replay.frames.slice(0, frame + 1)) {
    for (const note of notes) if (note.note === index) found = note;
  }
  if (!found?.pos) return null;
  const { pos, slot } = found;
  const group = new SceneReader(replay, null).at(frame).groups.find(({ notes }) => notes.includes(index));
  return { pos, ...(group ? { group: group.title } : {}), ...(slot ? { slot } : {}) };
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

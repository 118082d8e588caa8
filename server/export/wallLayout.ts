/** Where things stand on the picture of a wall: as they hang, or, on a timeline, by lane and month. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import { type Box, boundsOf, NOTE_SIZE, viewBoard } from '../../shared/board/boardView.ts';
import type { Station } from '../../shared/domain/hall.ts';
import type { ReportText } from '../../shared/text/report.ts';
import type { BoardAtRest } from './hallAtRest.ts';

export interface PlacedText extends Box {
  text: string;
}

export interface WallLayout {
  box: Box;
  notes: { note: NoteView; x: number; y: number }[];
  /** Groups, with their titles. */
  groups: PlacedText[];
  /** Rows and columns of a timeline, with their titles. */
  rows: PlacedText[];
  columns: PlacedText[];
  /** From the first to the last month of a note that lasts longer than one. */
  spans: { x: number; y: number; w: number; round: number }[];
}

const STEP = NOTE_SIZE + 24;
const LANE_HEAD = 64;
const MONTH_HEAD = 56;
/** Farther out than this nobody hangs notes by hand: such places would make a picture of nothing. */
const FAR = 60_000;

export function layOut(station: Station, board: BoardAtRest, text: ReportText): WallLayout {
  return station.kind === 'timeline' ? timeline(station, board, text) : wall(board, text);
}

function wall({ notes, clusters }: BoardAtRest, text: ReportText): WallLayout {
  const view = viewBoard(notes.map(near), clusters.map(near));
  return {
    box: boundsOf(view) ?? { x: 0, y: 0, w: NOTE_SIZE, h: NOTE_SIZE },
    notes: [...view.notes.values()].map(({ note, x, y }) => ({ note, x, y })),
    groups: [...view.clusters.values()].map(({ x, y, w, h, title }) => ({
      x,
      y,
      w,
      h,
      text: title.trim() || text.noTitle,
    })),
    rows: [],
    columns: [],
    spans: [],
  };
}

function timeline({ lanes = [], year }: Station, { notes }: BoardAtRest, text: ReportText): WallLayout {
  const made: WallLayout = {
    box: { x: 0, y: 0, w: 0, h: 0 },
    notes: [],
    groups: [],
    rows: [],
    columns: [],
    spans: [],
  };
  const wide = 12 * STEP;
  let y = MONTH_HEAD;
  for (const { id, title } of lanes) {
    const depth = Array.from({ length: 12 }, () => 0);
    for (const note of notes) {
      if (note.slot?.[0] !== id) continue;
      const from = Math.min(11, note.slot[1]);
      const to = Math.max(from, Math.min(11, note.slot[2]));
      const months = depth.slice(from, to + 1);
      const row = Math.max(...months);
      depth.fill(row + 1, from, to + 1);
      const place = { x: from * STEP + 12, y: y + LANE_HEAD + row * STEP };
      made.notes.push({ note, ...place });
      if (to > from) {
        const x = place.x + NOTE_SIZE;
        made.spans.push({ x, y: place.y + NOTE_SIZE / 2, w: (to - from) * STEP - 12, round: note.round });
      }
    }
    const h = LANE_HEAD + Math.max(1, ...depth) * STEP;
    made.rows.push({ x: 0, y, w: wide, h, text: title });
    y += h;
  }
  text.monthNames.forEach((_, index) => {
    const month = text.monthNames[(index + (year === 'calendar' ? 0 : 7)) % 12]!;
    made.columns.push({ x: index * STEP, y: 0, w: STEP, h: y, text: month });
  });
  const loose = notes.filter(({ slot }) => !slot || !lanes.some(({ id }) => id === slot[0]));
  loose.forEach((note, index) => {
    made.notes.push({ note, x: (index % 12) * STEP + 12, y: y + 40 + Math.floor(index / 12) * STEP });
  });
  made.box = {
    x: 0,
    y: 0,
    w: wide,
    h: y + (loose.length > 0 ? 40 + Math.ceil(loose.length / 12) * STEP : 0),
  };
  return made;
}

function near<T extends { pos: readonly [number, number] }>(thing: T): T {
  const [x, y] = thing.pos.map((value) => Math.max(-FAR, Math.min(FAR, value)));
  return { ...thing, pos: [x!, y!] as const };
}

/**
 * A wall's own layout: cards in columns, packed by group, in pages where one screen is too small. What hangs stays
 * where it hangs: a newcomer takes a free place, a group that grew moves by itself, and all else moves only when the
 * whole is packed anew. Pure; nothing of it is written to the document.
 *
 * Over 300 lines: blocks and their places only make sense side by side.
 */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Level } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import { LINE_HEIGHT, type SetText, setText, setTitle, TYPE_FLOOR } from './wallText.ts';

export interface WallNote {
  id: NoteId;
  text: string;
  round: number;
  at: number;
  level?: Level | undefined;
  /** Its place on a timeline. */
  slot?: Slot | undefined;
}

export interface WallGroup {
  id: ClusterId;
  title: string;
  notes: readonly WallNote[];
}

/** What hangs at a station: groups in the order in which they began, notes in the order in which they came. */
export interface WallThings {
  groups: readonly WallGroup[];
  loose: readonly WallNote[];
}

/** Where it is to hang. `unit`: pixels of a hundredth of the screen's height. */
export interface WallSheet {
  w: number;
  h: number;
  unit: number;
}

export interface Card extends SetText {
  note: WallNote;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** The ground of a group, or of a part of one that is larger than a page. */
export interface Frame {
  id: ClusterId;
  key: string;
  title: SetText;
  /** Notes of the whole group. */
  count: number;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface WallLayout {
  sheet: WallSheet;
  /** The type of short notes, in pixels. */
  type: number;
  pages: number;
  cards: Map<NoteId, Card>;
  frames: Map<string, Frame>;
  places: ReadonlyMap<string, Place>;
}

interface Place {
  page: number;
  column: number;
  y: number;
  columns: number;
  h: number;
}

/** What is placed as one: a loose note, or a group with its notes. Inner places are from its own corner. */
interface Block {
  key: string;
  columns: number;
  h: number;
  cards: Omit<Card, 'page'>[];
  frame?: Omit<Frame, 'page' | 'x' | 'y'>;
}

/** Types that a wall may have, in hundredths of the height: as large as all of it fits on one screen. */
export const TYPES = [7.2, 6, 5.2, 4.5, 4, 3.5, TYPE_FLOOR] as const;
/** The type of a wall in pages. */
export const PAGED_TYPE = 4.5;
/** To change to larger type there must be room for so many more: one note more or less must not turn it about. */
const SPARE = 3;
/** A column is so many times as wide as its type. */
const COLUMN_EMS = 9.4;
const GAP = 1.5;
const FRAME_PAD = 1.3;
/** The strip with a note's round along its top. */
export const STRIP = 3.3;
const PAD_X = 1.3;
const PAD_TOP = 0.5;
const PAD_BOTTOM = 1;
/** From so many notes on there is no need to try whether they fit on one screen. */
const ONE_SCREEN_MAX = 60;

/**
 * The largest type at which all fits on one screen; null where none does.
 * @param before the type there is now, in hundredths of the height
 */
export function typeFor(things: WallThings, sheet: WallSheet, before: number | null): number | null {
  const count = things.loose.length + things.groups.reduce((sum, { notes }) => sum + notes.length, 0);
  if (count > ONE_SCREEN_MAX) return null;
  const spacious = { ...things, loose: [...things.loose, ...spareNotes(things)] };
  for (const type of TYPES) {
    const larger = before !== null && type > before;
    if (layWall(larger ? spacious : things, sheet, type).pages <= 1) return type;
  }
  return null;
}

/**
 * Lays things on a sheet at a type (in hundredths of the height).
 * @param before the layout that is shown: what can stay where it is, stays
 */
export function layWall(
  things: WallThings,
  sheet: WallSheet,
  type: number,
  before: WallLayout | null = null,
): WallLayout {
  const grid = gridOf(sheet, type);
  const blocks = [
    ...things.groups.flatMap((group) => groupBlocks(group, grid)),
    ...things.loose.map((note) => noteBlock(note, grid)),
  ];
  const sizes = new Map(blocks.map(({ key, columns, h }) => [key, { columns, h }]));
  const goesOn = before !== null && before.type === grid.type && sameSheet(before.sheet, sheet);
  let places = goesOn ? settle(sizes, grid, before.places) : null;
  if (places && before && hasHoles(before.places, places)) {
    const anew = settle(sizes, grid, new Map());
    if (pagesOf(anew) === 1 ? pagesOf(places) > 1 : pagesOf(places) > pagesOf(anew) * 1.5 + 1) places = anew;
  }
  places ??= settle(sizes, grid, new Map());
  return hung(blocks, places, grid, sheet);
}

/** As large as the largest that hang. */
function spareNotes({ groups, loose }: WallThings): WallNote[] {
  const all = [...loose, ...groups.flatMap(({ notes }) => notes)];
  return all
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, SPARE)
    .map((note, index) => ({ ...note, id: `n_spare${index}` as NoteId }));
}

// ── places ─────────────────────────────────────────────────────────────────────────────────────────────────────

interface Grid {
  unit: number;
  type: number;
  columns: number;
  columnWidth: number;
  gap: number;
  h: number;
}

function gridOf({ w, h, unit }: WallSheet, type: number): Grid {
  const gap = GAP * unit;
  const columns = Math.max(1, Math.floor((w + gap) / (type * unit * COLUMN_EMS + gap)));
  return { unit, type: type * unit, columns, columnWidth: (w - gap * (columns - 1)) / columns, gap, h };
}

const widthOf = ({ columnWidth, gap }: Grid, columns: number) => columns * columnWidth + (columns - 1) * gap;

/** What keeps its size keeps its place; then what grew or shrank; then what is new, on the last page. */
function settle(
  sizes: ReadonlyMap<string, Pick<Place, 'columns' | 'h'>>,
  grid: Grid,
  before: ReadonlyMap<string, Place>,
): Map<string, Place> {
  const places = new Map<string, Place>();
  const pages: Place[][] = [];
  const put = (key: string, place: Place) => {
    while (pages.length <= place.page) pages.push([]);
    pages[place.page]!.push(place);
    places.set(key, place);
  };
  const changed: [string, Place][] = [];
  for (const [key, size] of sizes) {
    const place = before.get(key);
    if (!place) continue;
    if (place.columns === size.columns && Math.abs(place.h - size.h) < 0.5) put(key, place);
    else changed.push([key, place]);
  }
  for (const [key, place] of changed) {
    const size = sizes.get(key)!;
    const same = { ...place, ...size };
    const there = pages[place.page] ?? [];
    const stays = fitsPage(same, grid) && !there.some((other) => collides(same, other, grid));
    put(key, stays ? same : (freeOn(there, place.page, size, grid) ?? onLast(pages, size, grid)));
  }
  for (const [key, size] of sizes) if (!before.has(key)) put(key, onLast(pages, size, grid));
  return withoutEmptyPages(places);
}

function onLast(pages: Place[][], size: Pick<Place, 'columns' | 'h'>, grid: Grid): Place {
  const last = Math.max(0, pages.length - 1);
  return freeOn(pages[last] ?? [], last, size, grid) ?? { page: pages.length, column: 0, y: 0, ...size };
}

/** The highest free place on a page, then the leftmost. */
function freeOn(
  there: readonly Place[],
  page: number,
  size: Pick<Place, 'columns' | 'h'>,
  grid: Grid,
): Place | null {
  const heights = [0, ...there.map(({ y, h }) => y + h + grid.gap)].sort((a, b) => a - b);
  for (const y of heights) {
    for (let column = 0; column + size.columns <= grid.columns; column++) {
      const place = { page, column, y, ...size };
      if (fitsPage(place, grid) && !there.some((other) => collides(place, other, grid))) return place;
    }
  }
  return null;
}

const fitsPage = ({ y, h, column, columns }: Place, grid: Grid) =>
  y + h <= grid.h + 0.5 && column + columns <= grid.columns;

function collides(a: Place, b: Place, { gap }: Grid): boolean {
  return (
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns &&
    a.y < b.y + b.h + gap - 0.5 &&
    b.y < a.y + a.h + gap - 0.5
  );
}

/** A page whose last thing was taken down is gone; those after it move up whole. */
function withoutEmptyPages(places: Map<string, Place>): Map<string, Place> {
  const used = [...new Set([...places.values()].map(({ page }) => page))].sort((a, b) => a - b);
  if (used.every((page, index) => page === index)) return places;
  const now = new Map(used.map((page, index) => [page, index]));
  return new Map([...places].map(([key, place]) => [key, { ...place, page: now.get(place.page)! }]));
}

function hasHoles(before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>): boolean {
  for (const [key, was] of before) {
    const is = after.get(key);
    if (!is || is.page !== was.page || is.y !== was.y || is.column !== was.column || is.h < was.h)
      return true;
  }
  return false;
}

const pagesOf = (places: ReadonlyMap<string, Place>) =>
  [...places.values()].reduce((most, { page }) => Math.max(most, page + 1), 0);

const sameSheet = (a: WallSheet, b: WallSheet) => a.w === b.w && a.h === b.h && a.unit === b.unit;

// ── blocks ─────────────────────────────────────────────────────────────────────────────────────────────────────

function noteBlock(note: WallNote, grid: Grid): Block {
  const card = cardOf(note, grid.columnWidth, grid.h, grid);
  return { key: note.id, columns: 1, h: card.h, cards: [{ ...card, x: 0, y: 0 }] };
}

function cardOf(
  note: WallNote,
  w: number,
  room: number,
  { unit, type }: Grid,
): Omit<Card, 'page' | 'x' | 'y'> {
  const around = (STRIP + PAD_TOP + PAD_BOTTOM) * unit;
  const text = setText(note.text, w - PAD_X * 2 * unit, type, TYPE_FLOOR * unit, room - around);
  return { note, ...text, w, h: around + text.lines.length * text.type * LINE_HEIGHT };
}

/** A group as one block, or as several where it is larger than a page. */
function groupBlocks(group: WallGroup, grid: Grid): Block[] {
  const blocks: Block[] = [];
  let rest = group.notes;
  while (rest.length > 0) {
    let block: Block | null = null;
    for (let columns = Math.min(grid.columns, columnsFor(rest.length)); columns <= grid.columns; columns++) {
      block = groupBlock(group, rest, blocks.length, columns, grid);
      if (block.cards.length === rest.length) break;
    }
    blocks.push(block!);
    rest = rest.slice(block!.cards.length);
  }
  return blocks;
}

/** As many of the notes as fit on a page, each in the column that is shortest so far: earlier ones never move. */
function groupBlock(
  group: WallGroup,
  notes: readonly WallNote[],
  part: number,
  columns: number,
  grid: Grid,
): Block {
  const { unit, gap } = grid;
  const pad = FRAME_PAD * unit;
  const inner = widthOf(grid, columns) - pad * 2;
  const title = setTitle(group.title, inner - 6 * unit, Math.max(grid.type, 3.6 * unit));
  const top = pad * 0.8 + title.lines.length * title.type * LINE_HEIGHT + pad * 0.6;
  const w = (inner - gap * 0.7 * (columns - 1)) / columns;
  const ends = Array.from({ length: columns }, () => top);
  const cards: Block['cards'] = [];
  for (const note of notes) {
    const card = cardOf(note, w, grid.h - top - pad, grid);
    const column = ends.indexOf(Math.min(...ends));
    const y = ends[column]!;
    if (y + card.h + pad > grid.h + 0.5 && cards.length > 0) break;
    cards.push({ ...card, x: pad + column * (w + gap * 0.7), y });
    ends[column] = y + card.h + gap * 0.7;
  }
  const h = Math.max(...ends) - gap * 0.7 + pad;
  const key = part === 0 ? group.id : `${group.id} ${part}`;
  const frame = { id: group.id, key, title, count: group.notes.length, w: widthOf(grid, columns), h };
  return { key, columns, h, cards, frame };
}

const columnsFor = (count: number) => (count <= 2 ? 1 : count <= 6 ? 2 : count <= 12 ? 3 : 4);

function hung(
  blocks: readonly Block[],
  places: ReadonlyMap<string, Place>,
  grid: Grid,
  sheet: WallSheet,
): WallLayout {
  const cards = new Map<NoteId, Card>();
  const frames = new Map<string, Frame>();
  for (const block of blocks) {
    const { page, column, y } = places.get(block.key)!;
    const x = column * (grid.columnWidth + grid.gap);
    for (const card of block.cards) {
      cards.set(card.note.id, { ...card, page, x: x + card.x, y: y + card.y });
    }
    if (block.frame) frames.set(block.key, { ...block.frame, page, x, y });
  }
  return { sheet, type: grid.type, pages: pagesOf(places), cards, frames, places };
}

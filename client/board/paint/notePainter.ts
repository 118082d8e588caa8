/** Paints a note on a canvas as the stylesheet draws the element; from afar, where no letter can be told, in less. */

import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { RoundLook } from '../../../shared/domain/round.ts';
import type { LaidText } from './fitText.ts';
import { SPACE, widthOf } from './letterWidths.ts';
import type { NoteMark } from './NoteLayer.ts';
import type { NoteGeometry } from './noteGeometry.ts';
import { coloursOf, type NoteColours, type RoomColours } from './notePalette.ts';

/** All that is to be seen of a note. */
export interface PaintedNote {
  laid: LaidText;
  look: RoundLook;
  number: string;
  level: string;
  marks: ReadonlySet<NoteMark>;
}

/** What all notes of a drawing have in common. */
export interface Paper {
  geometry: NoteGeometry;
  room: RoomColours;
  /** Device pixels to a world unit. */
  scale: number;
  /** How much thicker the rings are than at full size. */
  ring: number;
  /** Painted for the moment, as if from further away, with bars for words that could be read: much faster. */
  coarse: boolean;
}

/** What notes are painted on. */
export type NoteContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** How far a ring reaches out of its note, in world units at `ring` 1. */
export const RING_REACH = 11;
/** Type smaller than this, in device pixels, can't be read, and is drawn as bars. */
export const TYPE_LEAST = 2.6;
const LINE_HEIGHT = 1.2;
const RADIUS = 4;
/** Below these scales corners and patterns are less than a pixel. */
const CORNERS_FROM = 0.3;
const PATTERN_FROM = 0.16;
/** How dark a pattern is in all: what is left of it where its parts can't be told. */
const COVER: Record<RoundLook['mark'], number> = { stripe: 0.32, stripes: 0.38, dots: 0.2, diagonal: 0.3 };

/** Paints a note with its top left corner at a place, on a context that is scaled to world units. */
export function paintNote(context: NoteContext, note: PaintedNote, x: number, y: number, paper: Paper): void {
  paintBare(context, note, x, y, paper);
  paintRing(context, note.marks, x, y, paper);
}

/** The same without its ring, which lies all around it. */
export function paintBare(context: NoteContext, note: PaintedNote, x: number, y: number, paper: Paper): void {
  const { geometry, room, scale, coarse } = paper;
  const colours = coloursOf(room, note.look, note.marks.has('dimmed'));
  const { border } = geometry;
  context.fillStyle = colours.edge;
  if (scale >= CORNERS_FROM && !coarse) {
    fillRound(context, x, y, NOTE_SIZE, RADIUS);
    context.fillStyle = colours.fill;
    fillRound(context, x + border, y + border, NOTE_SIZE - 2 * border, Math.max(0, RADIUS - border));
  } else {
    context.fillRect(x, y, NOTE_SIZE, NOTE_SIZE);
    context.fillStyle = colours.fill;
    context.fillRect(x + border, y + border, NOTE_SIZE - 2 * border, NOTE_SIZE - 2 * border);
  }
  paintBand(context, note.look.mark, colours, x, y, paper);
  paintText(context, note.laid, colours, x, y, paper);
  paintFoot(context, note, colours, x, y, paper);
}

function paintBand(
  context: NoteContext,
  mark: RoundLook['mark'],
  { edge }: NoteColours,
  x: number,
  y: number,
  { geometry: { border, bandEnd }, scale, coarse }: Paper,
): void {
  const [left, top, width] = [x + border, y + border, NOTE_SIZE - 2 * border];
  const height = bandEnd - border;
  context.fillStyle = edge;
  if (coarse || scale < PATTERN_FROM) {
    context.globalAlpha = COVER[mark];
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
    return;
  }
  context.fillRect(left, y + bandEnd - border, width, border);
  if (mark === 'stripe') {
    context.fillRect(left, top + 4, width, 3);
  } else if (mark === 'stripes') {
    context.fillRect(left, top + 2, width, 2);
    context.fillRect(left, top + 7, width, 2);
  } else if (mark === 'dots') {
    context.beginPath();
    for (let at = left + 9.5 - 11; at < left + width + 3; at += 11) {
      if (at < left) continue;
      context.moveTo(at + 2.3, top + 5.5);
      context.arc(at, top + 5.5, 2.3, 0, 2 * Math.PI);
    }
    context.fill();
  } else {
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    context.beginPath();
    const [step, wide] = [9 * Math.SQRT2, 2 * Math.SQRT2];
    for (let at = left; at < left + width + height; at += step) {
      context.moveTo(at, top);
      context.lineTo(at + wide, top);
      context.lineTo(at + wide - height, top + height);
      context.lineTo(at - height, top + height);
    }
    context.fill();
    context.restore();
  }
}

function paintText(
  context: NoteContext,
  { size, lines, rightToLeft }: LaidText,
  { ink }: NoteColours,
  x: number,
  y: number,
  { geometry, scale, coarse }: Paper,
): void {
  const left = x + (rightToLeft ? geometry.textRight : geometry.textLeft);
  let baseline = y + geometry.baselines.get(size)!;
  context.fillStyle = ink;
  if (coarse || size * scale < TYPE_LEAST) {
    context.globalAlpha = 0.42;
    for (const line of lines) {
      paintBars(context, line, rightToLeft ? -1 : 1, left, baseline - size * 0.5, size, coarse ? 0 : scale);
      baseline += size * LINE_HEIGHT;
    }
    context.globalAlpha = 1;
    return;
  }
  write(context, geometry, 500, size, rightToLeft);
  for (const line of lines) {
    context.fillText(line, left, baseline);
    baseline += size * LINE_HEIGHT;
  }
}

/** A line as bars: one a word, or from far away one for all. */
function paintBars(
  context: NoteContext,
  line: string,
  way: 1 | -1,
  left: number,
  top: number,
  size: number,
  scale: number,
): void {
  const unit = size / 100;
  const bar = (from: number, width: number) =>
    context.fillRect(way === 1 ? left + from : left - from - width, top, width, size * 0.46);
  if (size * scale < 1.5) {
    bar(0, widthOf(line) * unit * 0.96);
    return;
  }
  let at = 0;
  for (const word of line.split(' ')) {
    const width = widthOf(word) * unit;
    if (width > 0) bar(at, width);
    at += width + SPACE * unit;
  }
}

function paintFoot(
  context: NoteContext,
  { number, level }: PaintedNote,
  { edge, inkSoft }: NoteColours,
  x: number,
  y: number,
  { geometry, scale, coarse }: Paper,
): void {
  if (coarse || 15 * scale < TYPE_LEAST) {
    if (15 * scale < 1) return;
    context.globalAlpha = 0.42;
    context.fillStyle = edge;
    context.fillRect(x + geometry.footLeft, y + geometry.numberBaseline - 9, 7, 9);
    if (level) {
      context.fillStyle = inkSoft;
      const width = widthOf(level) * 0.13;
      context.fillRect(x + geometry.footRight - width, y + geometry.levelBaseline - 7, width, 6);
    }
    context.globalAlpha = 1;
    return;
  }
  context.fillStyle = edge;
  write(context, geometry, 750, 15, false);
  context.fillText(number, x + geometry.footLeft, y + geometry.numberBaseline);
  if (!level) return;
  context.fillStyle = inkSoft;
  write(context, geometry, 600, 13, false);
  context.textAlign = 'right';
  context.fillText(level, x + geometry.footRight, y + geometry.levelBaseline);
}

/** Which ring is seen, where a note has several marks: in the stylesheet's order. */
export function paintRing(
  context: NoteContext,
  marks: ReadonlySet<NoteMark>,
  x: number,
  y: number,
  { room, ring }: Paper,
): void {
  const look = marks.has('held')
    ? { width: 3, air: 3, colour: room.ink, dashed: true }
    : marks.has('target')
      ? { width: 7, air: 3, colour: room.accent, dashed: false }
      : marks.has('focused')
        ? { width: 4, air: 3, colour: room.focus, dashed: false }
        : marks.has('selected')
          ? { width: 4, air: 3, colour: room.ink, dashed: false }
          : marks.has('lit')
            ? { width: 5, air: 2, colour: room.accent, dashed: false }
            : null;
  if (!look) return;
  const width = look.width * ring;
  const out = look.air * ring + width / 2;
  context.strokeStyle = look.colour;
  context.lineWidth = width;
  context.setLineDash(look.dashed ? [2 * width, 2 * width] : []);
  context.beginPath();
  context.roundRect(x - out, y - out, NOTE_SIZE + 2 * out, NOTE_SIZE + 2 * out, RADIUS + out);
  context.stroke();
}

function write(
  context: NoteContext,
  { family }: NoteGeometry,
  weight: number,
  size: number,
  rightToLeft: boolean,
): void {
  context.font = `${weight} ${size}px ${family}`;
  context.textAlign = rightToLeft ? 'right' : 'left';
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  context.textBaseline = 'alphabetic';
  // Not yet in every browser; where it is not, letters have their true widths anyway.
  context.textRendering = 'geometricPrecision';
}

function fillRound(context: NoteContext, x: number, y: number, size: number, radius: number): void {
  context.beginPath();
  context.roundRect(x, y, size, size, radius);
  context.fill();
}

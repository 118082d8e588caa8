/**
 * A station's wall as SVG, drawn from the model: notes in their rounds' colours and marks, groups with titles, text
 * broken by measured widths. The typeface is in the file, and nothing in it is fetched.
 */

import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { Hall, Station } from '../../shared/domain/hall.ts';
import { type RoundLook, roundLook } from '../../shared/domain/round.ts';
import { reportText } from '../../shared/text/report.ts';
import { drawableBy } from './drawable.ts';
import { type Face, fontBytes, openFace, type Weight } from './fonts.ts';
import type { BoardAtRest } from './hallAtRest.ts';
import { plainLine, plainWords } from './plainWords.ts';
import { layOut, type PlacedText } from './wallLayout.ts';
import { wrap } from './wrap.ts';

const EDGE = 60;
const TITLE = 110;
/** Left of a note's text, where the mark of its round is. */
const BAND = 18;
const PAD = 10;
const SIZES = [24, 21, 18, 16, 14, 12, 11, 10];
const LEADING = 1.24;
const INK = '#1A1A1A';

export interface WallOfHall {
  hall: Pick<Hall, 'title' | 'locale' | 'rounds'>;
  station: Station;
  board: BoardAtRest;
}

export function wallSvg({ hall, station, board }: WallOfHall): string {
  const text = reportText(hall.locale);
  const face = openFace();
  const drawable = drawableBy(face, text);
  const { box, notes, groups, rows, columns, spans } = layOut(station, board, text);
  const [width, height] = [Math.max(box.w, 640) + 2 * EDGE, box.h + 2 * EDGE + TITLE].map(Math.ceil);
  const [left, top] = [Math.round(box.x - EDGE), Math.round(box.y - EDGE - TITLE)];
  const said = text.wallOf(plainLine(station.title), board.notes.length);
  const looks = new Map(hall.rounds.map(({ n }) => [n, roundLook(hall.rounds, n)]));
  const lookOf = (round: number) => looks.get(round) ?? roundLook(hall.rounds, round);

  const parts: string[] = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" role="img" aria-labelledby="wall" lang="${text.lang}">`,
    `<title id="wall">${xml(said)}</title>`,
    `<style>${fontFace('regular', 400)}${fontFace('bold', 700)}text{font-family:Hall,Arial,sans-serif;fill:${INK}}</style>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="#F6F4EF"/>`,
    line(face, drawable(plainLine(station.title)), box.x, top + EDGE + 34, 44, 'bold'),
    line(face, drawable(plainLine(hall.title)), box.x, top + EDGE + 74, 24, 'regular'),
  ];
  const titled = ({ x, y, w, text: title }: PlacedText, size: number) => {
    const [first = ''] = wrap(drawable(plainLine(title)), face, 'bold', (w - 40) / size);
    parts.push(line(face, first, x + 20, y + size + 14, size, 'bold'));
  };
  for (const row of rows) {
    parts.push(rect(row, 'fill="#FFFFFF" stroke="#8A909C" stroke-width="2"'));
    titled(row, 24);
  }
  for (const column of columns) {
    if (column.x > 0) {
      parts.push(
        `<path d="M${column.x} ${column.y}v${round(column.h)}" stroke="#C9CED6" stroke-width="2" fill="none"/>`,
      );
    }
    titled(column, 20);
  }
  for (const group of groups) {
    parts.push(rect(group, 'rx="14" fill="#FFFFFF" stroke="#8A909C" stroke-width="2"'));
    titled(group, 26);
  }
  for (const { x, y, w, round: n } of spans) {
    parts.push(
      `<path d="M${round(x)} ${round(y)}h${round(w)}" stroke="${lookOf(n).border}" stroke-width="8"/>`,
    );
  }
  for (const { note, x, y } of notes) {
    const look = lookOf(note.round);
    parts.push(`<g transform="translate(${round(x)} ${round(y)})">`);
    parts.push(`<title>${xml(plainWords(note.text))}</title>`);
    parts.push(
      `<rect width="${NOTE_SIZE}" height="${NOTE_SIZE}" rx="4" fill="${look.fill}" stroke="${look.border}" stroke-width="2"/>`,
      mark(look),
      ...words(face, drawable(note.text)),
      line(face, String(note.round), NOTE_SIZE - 16, NOTE_SIZE - 8, 12, 'bold'),
      '</g>',
    );
  }
  parts.push('</svg>');
  return parts.join('\n');
}

/** The text in the largest size in which it fits; what no size holds ends with an ellipsis, and stands in the title. */
function words(face: Face, text: string): string[] {
  const [wide, high] = [NOTE_SIZE - BAND - PAD - 8, NOTE_SIZE - PAD * 2 - 8];
  let lines: string[] = [];
  let size = SIZES[0]!;
  for (size of SIZES) {
    lines = wrap(text, face, 'regular', wide / size);
    if (lines.length * size * LEADING <= high) break;
  }
  const room = Math.floor(high / (size * LEADING));
  if (lines.length > room) lines = [...lines.slice(0, room - 1), `${lines[room - 1]!.slice(0, -2)}…`];
  return lines.map((one, n) => line(face, one, BAND + 8, PAD + size + n * size * LEADING, size, 'regular'));
}

/** `textLength` keeps the line within its note where the file's typeface is not heeded. */
function line(face: Face, text: string, x: number, y: number, size: number, weight: Weight): string {
  if (!text.trim()) return '';
  const bold = weight === 'bold' ? ' font-weight="700"' : '';
  const length = round(face.width(text, weight) * size);
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold} textLength="${length}" lengthAdjust="spacingAndGlyphs">${xml(text)}</text>`;
}

/** The pattern of a round, for those who can't tell its colour. */
function mark({ mark, border }: RoundLook): string {
  const [x, y, h] = [7, 12, NOTE_SIZE - 24];
  const stroke = (d: string, width: number, more = '') =>
    `<path d="${d}" stroke="${border}" stroke-width="${width}" fill="none"${more}/>`;
  if (mark === 'stripe') return stroke(`M${x + 3} ${y}v${h}`, 6);
  if (mark === 'stripes') return stroke(`M${x + 1} ${y}v${h}M${x + 7} ${y}v${h}`, 3);
  if (mark === 'dots')
    return stroke(`M${x + 4} ${y}v${h}`, 7, ' stroke-linecap="round" stroke-dasharray="0 16"');
  const slants = Array.from({ length: 11 }, (_, n) => `M${x} ${y + 12 + n * 16}l9 -10`);
  return stroke(slants.join(''), 3);
}

function fontFace(weight: Weight, css: number): string {
  const data = fontBytes(weight).toString('base64');
  return `@font-face{font-family:Hall;font-weight:${css};src:url(data:font/ttf;base64,${data})}`;
}

const rect = ({ x, y, w, h }: PlacedText, look: string) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" ${look}/>`;
const round = (value: number) => Math.round(value * 10) / 10;
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '=': '&#61;' };
/** Equals signs too, so that no text can look like an attribute to whoever searches the file for them. */
const xml = (text: string) => text.replace(/[&<>"=]/g, (sign) => SIGNS[sign]!);

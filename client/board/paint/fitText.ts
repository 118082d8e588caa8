/**
 * How a text stands on its note: how large, and broken where. Reckoned from letter widths, so that every screen, and
 * notes as elements and notes as pixels, break it at the same places.
 */

import { SPACE, widthOf } from './letterWidths.ts';

/** The text's own area on a note of 200 × 200, in world units. */
const TEXT_WIDTH = 173;
const TEXT_HEIGHT = 148;
const LINE_HEIGHT = 1.2;

export const SIZES = [34, 30, 27, 24, 21.5, 19.5, 17.5, 16, 14.5, 13.2, 12, 11] as const;
const SMALLEST = 11;
/** Below this size a long word is broken rather than made smaller. */
const WORD_FLOOR = 16;

/** A text as it is laid on a note. */
export interface LaidText {
  size: number;
  lines: readonly string[];
  /** Whether it begins in a script that is written from right to left. */
  rightToLeft: boolean;
}

/** What is not broken unless it is wider than a line. */
interface Piece {
  text: string;
  width: number;
  /** Spaces before it. */
  gap: number;
  newLine: boolean;
}

/** The largest type size at which the whole text fits its note; the smallest one for texts that never do. */
export function fitText(text: string): number {
  return sizeFor(piecesOf(text)) ?? SMALLEST;
}

/**
 * The text as it stands on the note: nearly always as it was written. More lines than a note holds run together. Two
 * people's edits of one text can merge to more than that; it is cut here, since a box that clips costs the browser too much.
 */
export function shownText(text: string): string {
  if (fits(text)) return text;
  const run = text.replace(/\s*\n\s*/g, ' · ');
  return fits(run) ? run : cutTo(text.replace(/\s*\n\s*/g, ' '), fits);
}

const fits = (text: string) => rows(piecesOf(text), SMALLEST) !== null;

/** As much of a text as fits, with an ellipsis where it is not all. */
export function cutTo(text: string, fits: (some: string) => boolean): string {
  if (fits(text)) return text;
  const letters = [...text];
  let [enough, tooMany] = [0, letters.length];
  while (tooMany - enough > 1) {
    const half = (enough + tooMany) >> 1;
    if (fits(`${letters.slice(0, half).join('')}…`)) enough = half;
    else tooMany = half;
  }
  return `${letters.slice(0, enough).join('').trimEnd()}…`;
}

/** Size and lines of a text on its note. */
export function layText(text: string): LaidText {
  let pieces = piecesOf(text);
  let size = sizeFor(pieces);
  if (size === null) {
    pieces = piecesOf(shownText(text));
    size = sizeFor(pieces) ?? SMALLEST;
  }
  return { size, lines: rows(pieces, size) ?? [], rightToLeft: RIGHT_TO_LEFT.test(text) };
}

/** The lines of a text in a column of this width (in hundredths of its type size), broken where browsers would. */
export function linesOf(text: string, width: number): string[] {
  return rows(piecesOf(text), 0, false, width, Infinity)!;
}

/** Layouts of the texts that were asked for last. */
export class LaidTexts {
  #laid = new Map<string, LaidText>();
  #most: number;

  constructor(most = 12_000) {
    this.#most = most;
  }

  of(text: string): LaidText {
    let laid = this.#laid.get(text);
    if (!laid) {
      laid = layText(text);
      if (this.#laid.size >= this.#most) this.#laid.clear();
      this.#laid.set(text, laid);
    }
    return laid;
  }
}

function sizeFor(pieces: readonly Piece[]): number | null {
  return SIZES.find((size) => rows(pieces, size, true)) ?? null;
}

/** The lines at this size, or null where they are too many. `only`: whether they fit is all that is asked. */
function rows(
  pieces: readonly Piece[],
  size: number,
  only = false,
  most = (TEXT_WIDTH / size) * 100,
  rowsMost = Math.floor(TEXT_HEIGHT / (size * LINE_HEIGHT) + 0.02),
): string[] | null {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let count = 1;
  const next = () => {
    if (!only) lines.push(line);
    line = '';
    used = 0;
    count++;
  };
  for (const { text, width, gap, newLine } of pieces) {
    if (width > most && size > WORD_FLOOR) return null;
    if (newLine) next();
    const air = gap * SPACE;
    if (used + air + width <= most) {
      if (!only) line += ' '.repeat(gap) + text;
      used += air + width;
    } else {
      if (used > 0) next();
      if (width <= most) {
        line = text;
        used = width;
      } else {
        // A word that is wider than a line is broken over several.
        for (const letter of lettersOf(text)) {
          const wide = widthOf(letter);
          if (used + wide > most && used > 0) next();
          if (count > rowsMost) return null;
          if (!only) line += letter;
          used += wide;
        }
      }
    }
    if (count > rowsMost) return null;
  }
  if (!only) lines.push(line);
  return lines;
}

/** Letters as people count them, where the browser can tell. Made when it is needed: it takes some 20 ms to make. */
let segmenter: Intl.Segmenter | undefined;

function lettersOf(text: string): Iterable<string> {
  if (typeof Intl.Segmenter !== 'function') return text;
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc]/u;
const CJK = '\\u3041-\\u3096\\u30a1-\\u30fa\\u3400-\\u9fff\\uac00-\\ud7af';
/** Where browsers break inside of a word: after a hyphen and the like, about pictures, between ideographs. */
const INSIDE = new RegExp(
  `(?<=[-–—…?&])(?=[\\p{L}\\p{N}])|(?<=[${CJK}])(?=[${CJK}])|(?<=\\p{L})(?=\\p{Extended_Pictographic})|(?<=\\p{Extended_Pictographic}\\ufe0f?)(?=\\p{L})`,
  'u',
);
const MAY_BREAK = new RegExp(`[-–—…?&${CJK}]|\\p{Extended_Pictographic}`, 'u');

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let newLine = false;
  for (const line of text.split('\n')) {
    let gap = 0;
    let any = false;
    for (const word of line.split(' ')) {
      if (word !== '') {
        for (const part of MAY_BREAK.test(word) ? word.split(INSIDE) : [word]) {
          pieces.push({ text: part, width: widthOf(part), gap, newLine });
          newLine = false;
          gap = 0;
        }
        any = true;
      }
      gap++;
    }
    if (!any) pieces.push({ text: '', width: 0, gap: 0, newLine });
    newLine = true;
  }
  return pieces;
}

/** How texts stand on a wall's cards: how large, and broken where. Never smaller than can be read from the back. */

import { linesOf } from '../board/paint/fitText.ts';

/** Of the screen's height, in per cent: nothing on a wall is smaller. */
export const TYPE_FLOOR = 3;
/** Longer texts than this are set smaller, as far as the floor. */
const LINES_WANTED = 6;
const SMALLER = [1, 0.86, 0.74];
export const LINE_HEIGHT = 1.18;
/** Lines are reckoned at the weight of notes; the bold ones of titles are so much wider. */
const BOLD = 1.07;
const KEPT_MAX = 6_000;

export interface SetText {
  /** In the same unit as the column's width. */
  type: number;
  lines: readonly string[];
}

const kept = new Map<string, readonly string[]>();

/**
 * A note's text in a column: at `type`, or smaller where it is long, cut with an ellipsis where the column ends.
 * @param floor the least type, in the unit of the others
 */
export function setText(text: string, width: number, type: number, floor: number, height: number): SetText {
  const sizes = SMALLER.map((part) => part * type).filter((size) => size > floor);
  for (const size of [...sizes, floor]) {
    const lines = broken(text, width / size);
    if (lines.length <= LINES_WANTED || size === floor) {
      return { type: size, lines: cut(lines, Math.floor(height / (size * LINE_HEIGHT))) };
    }
  }
  throw new Error('unreachable: the floor is always tried');
}

/** A title in a column, of two lines at most. */
export function setTitle(text: string, width: number, type: number): SetText {
  return { type, lines: cut(broken(text, width / (type * BOLD)), 2) };
}

function broken(text: string, ems: number): readonly string[] {
  const width = Math.floor(ems * 100);
  const key = `${width} ${text}`;
  let lines = kept.get(key);
  if (!lines) {
    lines = linesOf(text, width);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(key, lines);
  }
  return lines;
}

function cut(lines: readonly string[], most: number): readonly string[] {
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, Math.max(1, most));
  const last = [...shown.at(-1)!];
  // Room for the ellipsis, wherever the line ends.
  return [
    ...shown.slice(0, -1),
    `${last
      .slice(0, Math.max(1, last.length - 2))
      .join('')
      .trimEnd()} …`,
  ];
}

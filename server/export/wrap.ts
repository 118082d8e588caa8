/** Text broken into lines by measured widths: at spaces, and inside a word only where it is longer than a line. */

import type { Face, Weight } from './fonts.ts';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** @param wide the line's width in parts of the size of the type */
export function wrap(text: string, face: Face, weight: Weight, wide: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, face, weight, wide));
}

function wrapLine(line: string, face: Face, weight: Weight, wide: number): string[] {
  const space = face.width(' ', weight);
  const lines: string[] = [];
  let [now, filled] = ['', 0];
  for (const word of line.split(/[ \u00A0]+/).filter(Boolean)) {
    for (const [index, part] of partsOf(word, face, weight, wide).entries()) {
      const width = face.width(part, weight);
      const joined = index > 0 ? Number.POSITIVE_INFINITY : filled + space + width;
      if (now && joined <= wide) {
        now += ` ${part}`;
        filled = joined;
      } else {
        if (now) lines.push(now);
        [now, filled] = [part, width];
      }
    }
  }
  lines.push(now);
  return lines;
}

function partsOf(word: string, face: Face, weight: Weight, wide: number): string[] {
  if (face.width(word, weight) <= wide) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of GRAPHEMES.segment(word)) {
    // Measured together: letters stand nearer to some than to others.
    if (part && face.width(part + segment, weight) > wide) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  parts.push(part);
  return parts;
}

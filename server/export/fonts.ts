/** The typeface of files that carry their own: Atkinson Hyperlegible Next (SIL OFL, `fonts/OFL.txt`), Latin letters. */

import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';

export type Weight = 'regular' | 'bold';

/** The bytes of a font file; the build lays them beside the compiled code. */
export const fontBytes = (weight: Weight): Buffer =>
  readFileSync(new URL(`./fonts/${weight}.ttf`, import.meta.url));

/** What the typeface can draw, and how wide; widths in parts of the size of the type. */
export interface Face {
  has(codePoint: number): boolean;
  width(word: string, weight: Weight): number;
}

interface Drawn {
  hasGlyphForCodePoint(codePoint: number): boolean;
}

/** Reads both weights. Each word is measured once. */
export function openFace(): Face {
  const page = new PDFDocument({ autoFirstPage: false });
  page.registerFont('regular', fontBytes('regular')).registerFont('bold', fontBytes('bold'));
  page.font('regular');
  const { font } = (page as unknown as { _font: { font: Drawn } })._font;
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return {
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (word, weight) => {
      let width = known[weight].get(word);
      if (width === undefined) {
        width = page.font(weight).fontSize(1_000).widthOfString(word) / 1_000;
        known[weight].set(word, width);
      }
      return width;
    },
  };
}

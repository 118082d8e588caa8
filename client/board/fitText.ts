/**
 * How large a text can stand on its note. Reckoned from letter widths, never measured: measuring makes the browser
 * lay out the page, and a thousand notes would do so a thousand times.
 */

/** The text's own area on a note of 200 × 200, in world units. */
export const TEXT_WIDTH = 173;
export const TEXT_HEIGHT = 148;
export const LINE_HEIGHT = 1.2;

const SIZES = [34, 30, 27, 24, 21.5, 19.5, 17.5, 16, 14.5, 13.2, 12] as const;
/** Below this size a long word is broken rather than made smaller. */
const WORD_FLOOR = 16;

/** Hundredths of the type size, of Atkinson Hyperlegible Next at weight 500. */
const WIDTHS: Record<string, number> = {};
const classes: [number, string][] = [
  [23, ".,:;'’|"],
  [28, 'ijl!I '],
  [34, 'frt()[]-"“”'],
  [42, '1/*'],
  [50, 'ckvxyzsJ?–«»'],
  [57, 'abdeghnopquøåLFEP02345678 9'],
  [63, 'ABCKRSTVXYZÅ+=<>_~'],
  [71, 'DGHNOQUØw&#$€'],
  [88, 'mMWæÆ%@—…'],
];
for (const [width, letters] of classes) for (const letter of letters) WIDTHS[letter] = width;
WIDTHS[' '] = 29;

/** The largest type size at which the whole text fits its note; the smallest one for texts that never do. */
export function fitText(text: string): number {
  for (const size of SIZES) if (fits(text, size)) return size;
  return SIZES.at(-1)!;
}

function fits(text: string, size: number): boolean {
  const lineMax = (TEXT_WIDTH / size) * 100;
  const rowsMax = Math.floor(TEXT_HEIGHT / (size * LINE_HEIGHT) + 0.02);
  let rows = 0;
  for (const line of text.split('\n')) {
    rows++;
    let used = 0;
    for (const word of line.split(' ')) {
      const width = widthOf(word);
      if (width > lineMax && size > WORD_FLOOR) return false;
      const gap = used > 0 ? WIDTHS[' ']! : 0;
      if (used + gap + width <= lineMax) {
        used += gap + width;
      } else {
        // A word that is wider than a line is broken over several.
        const more = Math.ceil(width / lineMax);
        rows += used > 0 ? more : more - 1;
        used = width - (more - 1) * lineMax;
      }
    }
    if (rows > rowsMax) return false;
  }
  return true;
}

function widthOf(word: string): number {
  let width = 0;
  for (const letter of word) width += WIDTHS[letter] ?? (letter.length > 1 || letter >= '⺀' ? 104 : 60);
  return width;
}

/**
 * How large a text can stand on its note. Reckoned from letter widths, never measured: measuring makes the browser
 * lay out the page, and a thousand notes would do so a thousand times.
 */

/** The text's own area on a note of 200 × 200, in world units. */
const TEXT_WIDTH = 173;
const TEXT_HEIGHT = 148;
const LINE_HEIGHT = 1.2;

const SIZES = [34, 30, 27, 24, 21.5, 19.5, 17.5, 16, 14.5, 13.2, 12, 11] as const;
const SMALLEST = 11;
/** Below this size a long word is broken rather than made smaller. */
const WORD_FLOOR = 16;

/** Hundredths of the type size, of Atkinson Hyperlegible Next at weight 500; letters of nearly the same width together. */
const WIDTHS = widthTable([
  [23, ".,:;'’|"],
  [28, 'ijl!I '],
  [34, 'frt()[]-"“”'],
  [42, '1/*'],
  [50, 'ckvxyzsJ?–«»'],
  [57, 'abdeghnopquøåLFEP023456789'],
  [63, 'ABCKRSTVXYZÅ+=<>_~'],
  [71, 'DGHNOQUØw&#$€'],
  [88, 'mMWæÆ%@—…'],
]);
const SPACE = 28;

/** The largest type size at which the whole text fits its note; the smallest one for texts that never do. */
export function fitText(text: string): number {
  return SIZES.find((size) => fits(text, size)) ?? SMALLEST;
}

/**
 * The text as it stands on the note: nearly always whole. Two people's edits of one text can merge to more than a
 * note holds; that is cut here, since a box that clips costs the browser too much.
 */
export function shownText(text: string): string {
  if (fits(text, SMALLEST)) return text;
  const letters = [...text];
  let [enough, tooMany] = [0, letters.length];
  while (tooMany - enough > 1) {
    const half = (enough + tooMany) >> 1;
    if (fits(`${letters.slice(0, half).join('')}…`, SMALLEST)) enough = half;
    else tooMany = half;
  }
  return `${letters.slice(0, enough).join('').trimEnd()}…`;
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
      const gap = used > 0 ? SPACE : 0;
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
  for (const letter of word) width += WIDTHS.get(letter) ?? (letter >= '⺀' ? 104 : 60);
  return width;
}

function widthTable(classes: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(
    classes.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
  );
}

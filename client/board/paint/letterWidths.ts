/**
 * How wide letters are, from a table: measuring makes the browser lay out the page, and a thousand notes would do so a
 * thousand times. Only a letter that the table does not know is measured, once.
 */

/** Hundredths of the type size, of Atkinson Hyperlegible Next at weight 500. */
const WIDTHS = new Map<string, number>(
  (
    [
      [18, "'"],
      [23, '.,:;'],
      [25, 'j’‘'],
      [26, '`·'],
      [27, 'i'],
      [28, 'l|'],
      [29, ' !'],
      [31, '()'],
      [34, 'f[]"'],
      [36, 'rt{}'],
      [38, '-_°'],
      [42, '1/\\I“”„'],
      [45, '•'],
      [49, 'ckvyzsš*žđŧ'],
      [51, 'xJ?–7'],
      [55, 'aåäàáeéèêëuüúL~čć2'],
      [57, 'hnoöóôøFgñ<>^§'],
      [59, 'bdpqEÉT'],
      [61, '356890PSVYZ+«»€'],
      [63, '4BKRŋ='],
      [66, 'AÅÄÀÁCX'],
      [70, 'DGHNUÜ'],
      [74, 'OÖØQw&#…'],
      [84, 'Mm@—'],
      [88, 'Wæ'],
      [94, 'Æ%Œœ'],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);
/** `0` is wide in this face, so that nobody takes it for an O. */
WIDTHS.set('0', 65);

const UNKNOWN = 62;
const WIDE = 104;
/** Letters wider than this are hardly met, and a measure that says so is likelier wrong. */
const WIDEST = 160;

export const SPACE = WIDTHS.get(' ')!;

let ruler: CanvasRenderingContext2D | null | undefined;

/** The width of a text on one line, in hundredths of its type size. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? learn(letter);
  return width;
}

function learn(letter: string): number {
  const width = measured(letter) ?? (letter >= '⺀' ? WIDE : UNKNOWN);
  WIDTHS.set(letter, width);
  return width;
}

function measured(letter: string): number | null {
  if (ruler === undefined) {
    ruler =
      typeof document === 'undefined' ? null : (document.createElement('canvas').getContext?.('2d') ?? null);
  }
  if (!ruler) return null;
  ruler.font = `500 100px ${getComputedStyle(document.body).fontFamily || 'sans-serif'}`;
  const { width } = ruler.measureText(letter);
  return width >= 0 && width <= WIDEST ? Math.ceil(width) : null;
}

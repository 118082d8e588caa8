/** A note's text: what it may hold, how it is cleaned, when it counts as empty. One rule for all doors. */

/** Where interfaces and the server's own writers stop, in UTF-16 units. */
export const NOTE_MAX = 280;
/** Where the board channel stops: two valid edits of one text can merge to more than `NOTE_MAX`. */
export const NOTE_HARD_MAX = 2_000;
export const CLUSTER_TITLE_MAX = 80;
/** Notes on one station. Refused loudly beyond; nothing is ever dropped to make room. */
export const STATION_NOTES_MAX = 5_000;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: stripping control characters is the point
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
const INVISIBLE = /[\s\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0\u2800]/gu;

/**
 * The text as it may hang on a wall: line ends as `\n`, no control characters or direction overrides,
 * no half surrogates (the sender would see them, all others U+FFFD), at most four marks on a letter, trimmed.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(LONE_SURROGATE, '')
    .replace(CONTROLS, '')
    .replace(PILED_MARKS, '$1')
    .trim();
}

/** A one-line text (a name, a title): cleaned, with line ends as spaces. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/[\r\n]+/g, ' '));
}

/** Whether nothing of the text can be seen: spaces, zero-width characters and blanks only. */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '') === '';
}

/**
 * A text that seems to hold several points, split; one element when it seems to hold one.
 * Lines and bullets split for sure; nothing is ever split without the writer's word.
 */
export function splitPoints(text: string): string[] {
  const lines = cleanText(text)
    .split(/\n+|(?:^|\s)[•·▪◦*](?=\s)|(?:^|\s)\d{1,2}[.)]\s/u)
    .map((line) => line.replace(/^[\s\-–—•*·]+/u, '').trim())
    .filter((line) => !isBlank(line));
  if (lines.length > 1) return lines;
  const one = lines[0] ?? '';
  if (one.length <= 140) return one ? [one] : [];
  const sentences = one.split(/(?<=[.!?;])\s+/u).filter((sentence) => !isBlank(sentence));
  return sentences.length > 1 ? sentences : [one];
}

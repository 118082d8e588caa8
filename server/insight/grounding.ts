/** Whether what a model wrote rests on the notes that it cites, and whether it is plain text. Pure. */

import { cleanLine, isBlank } from '../../shared/domain/note.ts';
import { readText } from './readText.ts';

/** Of a point's words, so many must stand in its notes (by their stems), or a person has to look. */
const OVERLAP_LEAST = 0.34;
/** Stems are alike where they begin alike for so long: endings and compounds. */
const STEM_LEAST = 4;
const WEIGHTS = { generic: 0.2, locative: 1, actor: 1 };

const MARKUP = [
  /[<>]/u,
  /[a-z][a-z0-9+.-]*:\/\//iu,
  /\b(?:javascript|data|mailto|tel|vbscript):\S/iu,
  /\bwww\./iu,
  /(?:^|[\s(])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:no|com|org|net|eu|se|dk|io|info|me|ly|gl)(?![\p{L}\p{N}])/iu,
  /\]\(/u,
  /!\[/u,
  /```|`[^`]+`/u,
  /\*\*|__|~~/u,
  /^\s*(?:#{1,6}|[-*+])\s/u,
  /\S@\S+\.\p{L}{2,}/u,
  /&(?:#\d+|#x[\da-f]+|[a-z]+);/iu,
];

/** One line of plain text; null where it is blank or holds links, addresses or markup. */
export function plainLine(text: string, most: number): string | null {
  const line = cleanLine(text.replace(/\p{Cf}/gu, ''));
  if (isBlank(line) || line.length > most || MARKUP.some((sign) => sign.test(line))) return null;
  return line;
}

/** Whether every number in the text stands in the notes: counts come from code, not from a model. */
export function numbersStand(text: string, notes: readonly string[]): boolean {
  const known = new Set(notes.flatMap(numbersIn));
  return numbersIn(text).every((number) => known.has(number));
}

/** Whether the text's words hardly overlap with those of the notes. */
export function hardlyOverlaps(text: string, notes: readonly string[]): boolean {
  const known = [...new Set(notes.flatMap((note) => readText(note, WEIGHTS).map(({ stem }) => stem)))];
  let [all, found] = [0, 0];
  for (const { stem, weight } of readText(text, WEIGHTS)) {
    all += weight;
    if (known.some((other) => areAlike(stem, other))) found += weight;
  }
  return all === 0 || found / all < OVERLAP_LEAST;
}

/** Whether the quote stands in the note letter by letter, spaces and line ends aside. */
export function isVerbatim(quote: string, note: string): boolean {
  const words = spaced(quote);
  return words.length > 0 && spaced(note).includes(words);
}

function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= STEM_LEAST && long.includes(short);
}

const numbersIn = (text: string) => text.match(/\p{Nd}+/gu) ?? [];
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();

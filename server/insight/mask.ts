/**
 * What must not leave with a note's text: addresses, numbers that point at a person, links. Blunt on purpose: a sum
 * that looks like a telephone number is masked too. Names are not found; the organiser is told so.
 */

/** What stands in place of what was masked. */
export const MASKS = ['[lenke]', '[e-post]', '[nummer]', '[telefon]'] as const;

/*
 * Each pattern reads so far from any place and no farther: a note may be 2,000 letters of anything, thousands of notes
 * are masked at once, and what looked to the note's end from each letter would hold up the whole hall.
 */
const INVISIBLE = /\p{Cf}/gu;
const LINK =
  /(?:[a-z][a-z0-9+.-]{0,30}:\/\/|www\.)[^\s<>"«»]+|\b(?:mailto|tel|data|javascript):[^\s<>"«»]+/giu;
const MAIL =
  /[^\s@<>()[\],;:"«»]{1,64}\s?(?:@|[([]\s?(?:at|alfa|krøllalfa)\s?[)\]])\s?[^\s@<>()[\],;:"«»]+\.\p{L}{2,}/giu;
const DOMAIN =
  /(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}-]{1,63}\.){1,30}(?:no|com|org|net|eu|se|dk|io|info|me|ly|gl)(?![\p{L}\p{N}])(?:\/[^\s<>"«»]*)?/giu;
/** Nine digits or more, however they are parted: identity, D- and account numbers, cards, numbers with a country's code. */
const LONG_NUMBER = /(?<![\p{L}\p{Nd}])\+?\p{Nd}(?:[\s.\-–/]{0,2}\p{Nd}){8,}/gu;
/** Eight digits as Norwegian telephone numbers are written. */
const PHONE =
  /(?<![\p{L}\p{Nd}.,])(?:\p{Nd}{8}|\p{Nd}{2}(?:[\s.\-–]\p{Nd}{2}){3}|\p{Nd}{3}[\s.\-–]\p{Nd}{2}[\s.\-–]\p{Nd}{3}|\p{Nd}{4}[\s.\-–]\p{Nd}{4})(?![\p{L}\p{Nd}])/gu;
const YEARS = /^(?:19|20)\d\d\D(?:19|20)\d\d$/;
const TIMES = /^[0-2]\d[.:][0-5]\d\s?[-–]\s?[0-2]\d[.:][0-5]\d$/;

/** The text as it may leave this server. */
export function mask(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(LINK, '[lenke]')
    .replace(MAIL, '[e-post]')
    .replace(DOMAIN, '[lenke]')
    .replace(LONG_NUMBER, '[nummer]')
    .replace(PHONE, (found) => (YEARS.test(found) || TIMES.test(found) ? found : '[telefon]'));
}

/** Whether something was masked in it. */
export function holdsMask(text: string): boolean {
  return MASKS.some((sign) => text.includes(sign));
}

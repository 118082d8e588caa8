/** Text as a typeface can draw it: pictures in words, foreign letters by their nearest, and what is left as `[…]`. */

import type { ReportText } from '../../shared/text/report.ts';
import type { Face } from './fonts.ts';
import { plainWords } from './plainWords.ts';

/** What stands for signs that the typeface lacks. */
export const UNKNOWN = '[…]';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const SPACES = /[^\S\n]/gu;
const UNSEEN = /\p{Cf}|\u034F|[\uFE00-\uFE0E]|\uFE0F/gu;
/** Letters that don't come apart into a plain one and its marks. */
const NEAREST: Record<string, string> = {
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  '…': '...',
  '→': '->',
  '←': '<-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '✓': 'x',
  '■': '•',
  '●': '•',
  '▪': '•',
};

export type Drawable = (text: string) => string;

/** @returns what makes a text drawable, the same text where it is so already */
export function drawableBy(face: Face, words: ReportText): Drawable {
  const has = (part: string) => [...part].every((sign) => face.has(sign.codePointAt(0)!));
  const pictures: Record<string, string> = words.pictures;
  const unknown = has('…') ? UNKNOWN : '[...]';

  function drawn(sign: string): string {
    if (sign === '\n' || has(sign)) return sign;
    if (PICTURE.test(sign)) return ` (${pictures[[...sign][0]!] ?? words.picture}) `;
    const near = [...sign].map((one) => NEAREST[one] ?? one).join('');
    if (has(near)) return near;
    const bare = sign.normalize('NFKD').replace(/\p{M}/gu, '');
    return bare && has(bare) ? bare : '\uFFFF';
  }

  return (text) => {
    const plain = plainWords(text).normalize('NFC').replace(SPACES, ' ');
    if (has(plain.replaceAll('\n', ''))) return plain;
    const all = [...GRAPHEMES.segment(plain)].map(({ segment }) => {
      if (PICTURE.test(segment)) return drawn(segment);
      return drawn(segment.replace(UNSEEN, ''));
    });
    return all
      .join('')
      .replace(/\uFFFF(?:[ \uFFFF]*\uFFFF)?/g, unknown)
      .replace(/ {2,}/g, ' ')
      .replace(/ (?=[,.;:!?)])| $/gm, '')
      .replace(/^ +/gm, '');
  };
}

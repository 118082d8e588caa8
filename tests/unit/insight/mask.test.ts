/** What must not leave with a note's text (SU14 of docs/SPEC.md). */

import { describe, expect, it } from 'vitest';
import { mask } from '../../../server/insight/mask.ts';

describe('what leaves', () => {
  it.each([
    ['Skriv til kari.nordmann@skole.no i dag', 'Skriv til [e-post] i dag'],
    ['Ola (krøllalfa) kommune.no', '[e-post]'],
    ['mailto:a@b.no', '[lenke]'],
    ['Se https://example.com/a?b=c#d og www.skole.no', 'Se [lenke] og [lenke]'],
    ['Meld dere på udir.no/pamelding', 'Meld dere på [lenke]'],
    ['Ring 99887766', 'Ring [telefon]'],
    ['Ring 99 88 77 66.', 'Ring [telefon].'],
    ['Ring 998 87 766!', 'Ring [telefon]!'],
    ['Ring +47 998 87 766', 'Ring [nummer]'],
    ['Ring 0047 99887766', 'Ring [nummer]'],
    ['Fnr 01017012345', 'Fnr [nummer]'],
    ['Fnr 010170 12345', 'Fnr [nummer]'],
    ['D-nummer 410170-12345', 'D-nummer [nummer]'],
    ['Konto 1234.56.78901', 'Konto [nummer]'],
    ['Konto 1234 56 78901', 'Konto [nummer]'],
    ['Fnr 0\u200b1\u200b0170 12345', 'Fnr [nummer]'],
    ['Ring ９９８８７７６６', 'Ring [telefon]'],
  ])('%s → %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'Skoleåret 2026-2027 og 2028',
    'Åpent 08.00-15.30',
    '10 000 000 kroner til buss',
    '45 % av 1 200 elever',
    'Rom 214, 3. etasje',
  ])('%s leaves as it is', (text) => {
    expect(mask(text)).toBe(text);
  });

  it('masks what was masked no further', () => {
    const once = mask('a@b.no 99887766 https://x.no 01017012345');
    expect(mask(once)).toBe(once);
  });
});

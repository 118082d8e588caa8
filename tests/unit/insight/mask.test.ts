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

  it('takes no longer for letters that look like the beginning of an address', () => {
    const texts = ['a', 'a.', '-', '-.-', '1-', 'x@', 'ab+', '12 ', 'www.', 'a(at)'].map((part) =>
      part.repeat(2_000 / part.length),
    );
    // It was 45 ms for one of them, nine seconds for all: longer than a test may take.
    for (let round = 0; round < 20; round++) for (const text of texts) expect(mask(text)).not.toBe('');
  });

  it('finds an address at the end of a long run of letters', () => {
    expect(mask(`${'x'.repeat(500)}@skole.no`)).not.toContain('skole.no');
    expect(mask(`${'x-'.repeat(500)}https://skole.example/a`)).not.toContain('skole.example');
    expect(mask('a@b.no-c@d.no')).not.toContain('@');
  });

  it('masks what was masked no further', () => {
    const once = mask('a@b.no 99887766 https://x.no 01017012345');
    expect(mask(once)).toBe(once);
  });
});

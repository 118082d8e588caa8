/** How a text is broken and sized on its note: the same on every screen, as element or as pixels. */

import { describe, expect, it } from 'vitest';
import { fitText, LaidTexts, layText } from '../../../../client/board/paint/fitText.ts';
import { widthOf } from '../../../../client/board/paint/letterWidths.ts';
import { mixed } from '../../../../client/board/paint/notePalette.ts';

/** A note's text area is 173 × 148. */
const room = ({ size, lines }: { size: number; lines: readonly string[] }) => ({
  wide: Math.max(...lines.map((line) => (widthOf(line) * size) / 100)),
  high: lines.length * size * 1.2,
});

describe('a text laid on a note', () => {
  const texts = [
    'Ja',
    'Vi bør spørre elevene selv hva som skal til',
    'Rekrutteringsarbeid krever praksisveiledning – og tid',
    'Første\n\nTredje linje',
    'a'.repeat(90),
    'e-post/SMS, «stipend» og lån (også på nett) i 2026?',
    '日本語のテキストは空白がないので途中で折り返す',
    'Ord '.repeat(65),
    'ord '.repeat(400),
    '👍'.repeat(120),
    '',
  ];

  for (const text of texts) {
    it(`keeps within its room: «${text.slice(0, 24)}»`, () => {
      const laid = layText(text);
      expect(laid.size).toBe(fitText(text));
      expect(room(laid).wide).toBeLessThanOrEqual(173.01);
      expect(room(laid).high).toBeLessThanOrEqual(152);
    });
  }

  it('loses no letter that has room, and breaks at spaces', () => {
    const text = 'Vi bør spørre elevene selv hva som skal til';
    expect(layText(text).lines.join(' ')).toBe(text);
    expect(layText('a\n\nb').lines).toEqual(['a', '', 'b']);
    expect(layText('to  mellomrom').lines.join(' ')).toContain('to');
  });

  it('runs together more lines than a note holds, larger again and with every letter', () => {
    const lines = Array.from({ length: 14 }, (_, n) => String.fromCharCode(97 + n));
    const laid = layText(lines.join('\n'));
    expect(laid.lines.join(' ')).toBe(lines.join(' · '));
    expect(laid.size).toBeGreaterThan(20);
    // Of as many as a text may hold, none goes either.
    const all = layText('a\n'.repeat(140).trim());
    expect(all.lines.join(' ')).toBe('a '.repeat(140).trim());
  });

  it('breaks after a hyphen, and inside of a word only when that is wider than a line', () => {
    const { lines } = layText('ungdoms-organisasjonene');
    expect(lines[0]).toBe('ungdoms-');
    const long = layText('b'.repeat(40)).lines;
    expect(long.join('')).toBe('b'.repeat(40));
    expect(long.length).toBeGreaterThan(1);
  });

  it('never breaks what people see as one letter', () => {
    const family = '👩‍👩‍👧';
    for (const line of layText(family.repeat(30)).lines) expect(line.replaceAll(family, '')).toMatch(/^…?$/u);
  });

  it('knows which way a script runs', () => {
    expect(layText('שלום לכולם').rightToLeft).toBe(true);
    expect(layText('1. مرحبا').rightToLeft).toBe(true);
    expect(layText('Hei שלום').rightToLeft).toBe(false);
  });

  it('is laid once, and what is kept has a bound', () => {
    const laid = new LaidTexts(2);
    const first = laid.of('a');
    expect(laid.of('a')).toBe(first);
    laid.of('b');
    laid.of('c');
    expect(laid.of('a')).not.toBe(first);
  });
});

describe('a muted colour', () => {
  it('is mixed as the stylesheet mixes it', () => {
    expect(mixed('#000000', 0.5, '#ffffff')).toBe('rgb(128 128 128)');
    expect(mixed('#b9dcfa', 1, '#000000')).toBe('rgb(185 220 250)');
  });
});

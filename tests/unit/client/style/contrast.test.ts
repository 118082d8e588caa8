/** Contrast of every pair of colours that meet, reckoned from the tokens: WCAG 1.4.3 for text, 1.4.11 for edges. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ROUND_LOOKS } from '../../../../shared/domain/round.ts';

const sheet = readFileSync(
  fileURLToPath(new URL('../../../../client/style/tokens.css', import.meta.url)),
  'utf8',
);

/** The tokens of a block, by the selector that opens it. */
function tokensOf(selector: string): Record<string, string> {
  const start = sheet.indexOf(selector);
  if (start < 0) throw new Error(`no ${selector} in the tokens`);
  const block = sheet.slice(start, sheet.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, hex]) => [name, hex!]),
  );
}

const light = tokensOf(':root {');
const dark = { ...light, ...tokensOf(':root:not([data-theme="light"]) {') };
const chosenDark = { ...light, ...tokensOf(':root[data-theme="dark"] {') };

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['wall', 'wall-deep', 'paper'];
/** Text and its grounds. */
const TEXT: [string, string[]][] = [
  ['ink', [...GROUNDS, 'accent-soft', 'warn-soft', 'bad-soft']],
  ['ink-soft', [...GROUNDS, 'accent-soft']],
  ['accent', GROUNDS],
  ['accent-ink', ['accent']],
  ['good', ['paper', 'wall']],
  ['warn', ['paper', 'wall', 'warn-soft']],
  ['bad', ['paper', 'wall', 'bad-soft']],
  ['wall', ['ink', 'focus']],
];
/** What shows where a control is, or has the focus, and its grounds. */
const EDGES: [string, string[]][] = [
  ['line-strong', ['paper', 'wall']],
  ['focus', GROUNDS],
  ['accent', GROUNDS],
  ['bad', ['paper', 'wall']],
  ['warn', ['paper', 'wall']],
];

describe('the tokens', () => {
  it('are the same in the dark, whether the device or the person has chosen it', () => {
    expect(chosenDark).toEqual(dark);
  });
});

describe.each([
  ['light', light],
  ['dark', dark],
])('contrast in the %s', (_name, tokens) => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([over, grounds]) => grounds.map((on) => [over, on] as const));

  it.each(pairs(TEXT))('of the text %s on %s is at least 4.5', (over, on) => {
    expect(contrast(tokens[over]!, tokens[on]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(EDGES))('of the edge %s on %s is at least 3', (over, on) => {
    expect(contrast(tokens[over]!, tokens[on]!)).toBeGreaterThanOrEqual(3);
  });
});

describe.each(Object.entries(ROUND_LOOKS))('the paper of round colour %s', (_name, { fill, border }) => {
  it('bears its text with at least 11.8, and softer words with at least 7', () => {
    expect(contrast(light['note-ink']!, fill)).toBeGreaterThanOrEqual(11.8);
    expect(contrast(light['note-ink-soft']!, fill)).toBeGreaterThanOrEqual(7);
  });

  it('has an edge, which is its pattern and its focus ring too, of at least 4.4 on its fill', () => {
    expect(contrast(border, fill)).toBeGreaterThanOrEqual(4.4);
  });

  it('stands out from the light wall by its edge, and from the dark one by its fill', () => {
    expect(contrast(border, light.wall!)).toBeGreaterThanOrEqual(3);
    expect(contrast(fill, dark.wall!)).toBeGreaterThanOrEqual(3);
    expect(contrast(fill, dark.paper!)).toBeGreaterThanOrEqual(3);
  });

  it('shows what is over its limit', () => {
    expect(contrast('#8c1d18', fill)).toBeGreaterThanOrEqual(4.5);
  });
});

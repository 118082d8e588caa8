/** Rounds: the hall's number gives new notes their colour. It foregrounds, never forbids. */

import type { Locale } from './locale.ts';

/** `fill` and `border` are #RRGGBB; `mark` is the pattern that stands beside the colour for those who can't tell it. */
export interface Round {
  n: number;
  name: string;
  colour: string;
}

/** A round's looks: text #1A1A1A on `fill` is ≥ 11.8:1, `border` on `fill` ≥ 4.4:1. */
export interface RoundLook {
  fill: string;
  border: string;
  mark: 'stripe' | 'stripes' | 'dots' | 'diagonal';
}

export const ROUND_LOOKS: Record<string, RoundLook> = {
  blue: { fill: '#B9DCFA', border: '#0B62A8', mark: 'stripe' },
  pink: { fill: '#FBC7DD', border: '#A8235F', mark: 'stripes' },
  yellow: { fill: '#FFE680', border: '#7A5C00', mark: 'dots' },
  green: { fill: '#BFE8BE', border: '#1F6B2A', mark: 'diagonal' },
  // From the fifth on the marks come again: the number beside them tells which.
  orange: { fill: '#FFCF9E', border: '#8A4300', mark: 'stripe' },
  violet: { fill: '#DCCFFA', border: '#5B3AA8', mark: 'stripes' },
  teal: { fill: '#AEE6E0', border: '#0B6660', mark: 'dots' },
  grey: { fill: '#DADCE0', border: '#4A5260', mark: 'diagonal' },
};

/** What an organiser may choose from; each has its contrast checked. */
export const ROUND_COLOURS = ['blue', 'pink', 'yellow', 'green', 'orange', 'violet', 'teal', 'grey'] as const;
export type RoundColour = (typeof ROUND_COLOURS)[number];
/** Rounds that a hall may have. */
export const ROUND_COUNT_MAX = 8;
export const ROUND_NAME_MAX = 30;

const COLOURS = ['blue', 'pink', 'yellow', 'green'] as const;

const NAMES: Record<Locale, readonly string[]> = {
  nb: ['Blå', 'Rosa', 'Gul', 'Grønn'],
  nn: ['Blå', 'Rosa', 'Gul', 'Grøn'],
  en: ['Blue', 'Pink', 'Yellow', 'Green'],
};

/** The four rounds a hall begins with, named in its language. `colour` is a name in `ROUND_LOOKS`. */
export function defaultRounds(locale: Locale): Round[] {
  return COLOURS.map((colour, index) => ({ n: index + 1, name: NAMES[locale][index]!, colour }));
}

/** How a round looks; an unknown colour looks like the first round's, so that an old client still shows something. */
export function roundLook(rounds: readonly Round[], n: number): RoundLook {
  const colour = rounds.find((round) => round.n === n)?.colour ?? 'blue';
  return ROUND_LOOKS[colour] ?? ROUND_LOOKS.blue!;
}

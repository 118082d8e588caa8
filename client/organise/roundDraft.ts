/** The hall's rounds as the organiser edits them: one more at the end, the last one taken away, what is at fault. */

import {
  ROUND_COLOURS,
  ROUND_COUNT_MAX,
  ROUND_NAME_MAX,
  type Round,
  type RoundColour,
} from '../../shared/domain/round.ts';
import { oneLine } from './stationWords.ts';

export interface RoundDraft {
  name: string;
  colour: RoundColour;
}

export type RoundsFault = 'noName' | 'nameTooLong';

export function draftRounds(rounds: readonly Round[]): RoundDraft[] {
  return rounds.map(({ name, colour }) => ({ name, colour: knownColour(colour) }));
}

/** The same rounds with their numbers, for what paints them. */
export function numbered(draft: readonly RoundDraft[]): Round[] {
  return draft.map((round, index) => ({ ...round, n: index + 1 }));
}

/** One more at the end, in a colour that no other has, named by it; the same where there are as many as may be. */
export function withOneMore(
  draft: readonly RoundDraft[],
  names: Record<RoundColour, string>,
): readonly RoundDraft[] {
  if (draft.length >= ROUND_COUNT_MAX) return draft;
  const colour = ROUND_COLOURS.find((one) => !draft.some((round) => round.colour === one)) ?? 'blue';
  return [...draft, { name: names[colour], colour }];
}

/** Without the last; the same where it has been started, or is the only one. */
export function withoutLast(draft: readonly RoundDraft[], started: number): readonly RoundDraft[] {
  return canDropLast(draft, started) ? draft.slice(0, -1) : draft;
}

/** Whether the last round can go: notes of a started one would lose their colour. */
export function canDropLast(draft: readonly RoundDraft[], started: number): boolean {
  return draft.length > Math.max(1, started);
}

/** One round changed. */
export function withRound(
  draft: readonly RoundDraft[],
  index: number,
  change: Partial<RoundDraft>,
): RoundDraft[] {
  return draft.map((round, at) => (at === index ? { ...round, ...change } : round));
}

/** The draft as it is sent. */
export function roundsOf(draft: readonly RoundDraft[]): RoundDraft[] {
  return draft.map(({ name, colour }) => ({ name: oneLine(name), colour }));
}

/** The first thing that the server would refuse, and at which round; null where it would take them. */
export function roundsFault(draft: readonly RoundDraft[]): { n: number; fault: RoundsFault } | null {
  for (const [index, { name }] of roundsOf(draft).entries()) {
    if (!name) return { n: index + 1, fault: 'noName' };
    if (name.length > ROUND_NAME_MAX) return { n: index + 1, fault: 'nameTooLong' };
  }
  return null;
}

/** Numbers of rounds that share their colour with another one: allowed, and worth a word. */
export function sharedColours(draft: readonly RoundDraft[]): number[] {
  return draft.flatMap(({ colour }, index) =>
    draft.some((other, at) => at !== index && other.colour === colour) ? [index + 1] : [],
  );
}

/** Whether the draft says something else than the hall has. */
export function roundsDiffer(draft: readonly RoundDraft[], rounds: readonly Round[]): boolean {
  return JSON.stringify(roundsOf(draft)) !== JSON.stringify(draftRounds(rounds));
}

function knownColour(colour: string): RoundColour {
  return ROUND_COLOURS.find((one) => one === colour) ?? 'blue';
}

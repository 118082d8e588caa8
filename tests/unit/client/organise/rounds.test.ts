/** Rounds as they are edited: added and taken away at the end, never one that has been started. */

import { describe, expect, it } from 'vitest';
import {
  canDropLast,
  draftRounds,
  numbered,
  type RoundDraft,
  roundsDiffer,
  roundsFault,
  roundsOf,
  sharedColours,
  withOneMore,
  withoutLast,
  withRound,
} from '../../../../client/organise/roundDraft.ts';
import { run } from '../../../../client/text/run.nb.ts';
import {
  defaultRounds,
  ROUND_COLOURS,
  ROUND_COUNT_MAX,
  ROUND_LOOKS,
} from '../../../../shared/domain/round.ts';

const names = run.rounds.colours;
const four = draftRounds(defaultRounds('nb'));

describe('rounds', () => {
  it('are added at the end, each in a colour of its own with its name, until there are eight', () => {
    let draft: readonly RoundDraft[] = four;
    for (let n = draft.length; n < ROUND_COUNT_MAX; n++) draft = withOneMore(draft, names);
    expect(draft).toHaveLength(ROUND_COUNT_MAX);
    expect(sharedColours(draft)).toEqual([]);
    expect(draft[4]).toEqual({ name: 'Oransje', colour: 'orange' });
    expect(withOneMore(draft, names)).toBe(draft);
  });

  it('are taken away at the end, but neither a started one nor the only one', () => {
    expect(withoutLast(four, 2)).toEqual(four.slice(0, 3));
    expect(withoutLast(four, 4)).toBe(four);
    expect(canDropLast(four.slice(0, 1), 0)).toBe(false);
  });

  it('keep their numbers when one is renamed and recoloured', () => {
    const changed = withRound(four, 1, { name: 'Fargerik', colour: 'teal' });
    expect(numbered(changed).map(({ n, colour }) => `${n} ${colour}`)).toEqual([
      '1 blue',
      '2 teal',
      '3 yellow',
      '4 green',
    ]);
    expect(roundsDiffer(changed, defaultRounds('nb'))).toBe(true);
    expect(roundsDiffer(withRound(changed, 1, four[1]!), defaultRounds('nb'))).toBe(false);
  });

  it('that share a colour are named, for the number alone tells them apart', () => {
    expect(sharedColours(withRound(four, 3, { colour: 'blue' }))).toEqual([1, 4]);
  });

  it('without a name, or with one too long, are told before they are sent', () => {
    expect(roundsFault(four)).toBeNull();
    expect(roundsFault(withRound(four, 2, { name: '  ' }))).toEqual({ n: 3, fault: 'noName' });
    expect(roundsFault(withRound(four, 0, { name: 'x'.repeat(31) }))).toEqual({ n: 1, fault: 'nameTooLong' });
    expect(roundsOf(withRound(four, 0, { name: ' Blå   tid ' }))[0]?.name).toBe('Blå tid');
  });

  it('can have any colour that there is to choose, and each has its looks and its name', () => {
    for (const colour of ROUND_COLOURS) {
      expect(ROUND_LOOKS[colour], colour).toBeDefined();
      expect(names[colour], colour).toBeTruthy();
    }
  });
});

/** The measures of grouping, against values reckoned by hand. */

import { describe, expect, it } from 'vitest';
import { scoreGroups, scorePairs } from '../../bench/grouping/scores.ts';

describe('scores', () => {
  it('the same grouping under other names is perfect', () => {
    expect(scoreGroups(['x', 'x', 'y'], ['1', '1', '2'])).toEqual({ precision: 1, recall: 1, f1: 1, ari: 1 });
  });

  it('every note alone has full precision, and agrees no more than chance', () => {
    const scores = scoreGroups(['1', '2', '3', '4'], ['a', 'a', 'a', 'b']);
    expect(scores.precision).toBe(1);
    expect(scores.recall).toBeCloseTo((3 * (1 / 3) + 1) / 4);
    expect(scores.ari).toBe(0);
  });

  it('a split and a mix, by hand', () => {
    // Found {1,2} {3,4}, meant {1,2,3} {4}: precision (1+1+½+½)/4, recall (⅔+⅔+⅓+1)/4.
    const scores = scoreGroups(['x', 'x', 'y', 'y'], ['a', 'a', 'a', 'b']);
    expect(scores.precision).toBeCloseTo(0.75);
    expect(scores.recall).toBeCloseTo(8 / 3 / 4);
    // Pairs: both 1, ours 2, theirs 3, of 6: (1 − 1) / (2.5 − 1).
    expect(scores.ari).toBeCloseTo(0);
  });

  it('pairs count each two of a set once', () => {
    const scores = scorePairs(
      [['a', 'b', 'c']],
      [
        ['a', 'b'],
        ['d', 'e'],
      ],
    );
    expect(scores.precision).toBeCloseTo(1 / 3);
    expect(scores.recall).toBeCloseTo(1 / 2);
  });
});

/** Seeds that failed once, and why: they are run for ever. */

import { describe, expect, it } from 'vitest';
import { simulate } from './Simulation.ts';

/** A seed is a run only as long as the simulator draws in the same order; the reason stays true. */
const SEEDS: readonly (readonly [seed: number, why: string])[] = [
  [56, 'the disk is full for seconds: every failed commit asks everybody, and everybody answers'],
  [95, 'a client that asks too often is read more and more slowly, and still comes to rest'],
  [
    1424,
    'what a spoilt count called saved was forgotten with its page, and what built on it was a gap for good',
  ],
  [1561, 'the same, with a full disk in between'],
  [701019, 'an edit that was kept anew counted as the newest: the text given back was an older one'],
  [1297, 'a frame out of order was counted and passed over, and its sender thought it saved'],
];

describe('regressions', () => {
  it.each(SEEDS)('%i: %s', async (seed) => {
    const { violations, story } = await simulate(seed);
    if (violations.length > 0) throw new Error(story);
    expect(violations).toEqual([]);
  });
});

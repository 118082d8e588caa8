/**
 * T01: the whole engine in one process with seeded people, network, disk and deaths. Each run's name is its seed; a
 * run that fails prints its story, and `npx tsx tests/sim/nightly.ts --seed N` tells all of it.
 */

import { describe, expect, it } from 'vitest';
import { simulate } from './Simulation.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

describe('T01 a hall by seed', () => {
  const totals = { runs: 0, deeds: 0, saved: 0, texts: 0, padNotes: 0, deaths: 0, restarts: 0, refusals: 0 };

  it.each(SEEDS)('%i', async (seed) => {
    const outcome = await simulate(seed);
    if (outcome.violations.length > 0) throw new Error(outcome.story);
    totals.runs++;
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) {
      if (key !== 'runs') totals[key] += outcome[key];
    }
  });

  it('made something at all', () => {
    expect(totals.deeds / totals.runs).toBeGreaterThan(40);
    expect(totals.saved / totals.deeds).toBeGreaterThan(0.4);
    expect(totals.texts / totals.runs).toBeGreaterThan(5);
    expect(totals.padNotes / totals.runs).toBeGreaterThan(3);
    expect(totals.deaths / totals.runs).toBeGreaterThan(0.3);
    expect(totals.restarts).toBeGreaterThan(0);
    expect(totals.refusals).toBeGreaterThan(0);
  });
});

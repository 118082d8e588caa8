/** T10: the engine dies between any two steps of its pipeline; what was acknowledged is there, the rest comes again. */

import { describe, expect, it } from 'vitest';
import type { Step } from './Engine.ts';
import { wholeMorning } from './script.ts';

/** All steps of one morning without a death, in order. */
async function stepsOfAMorning(): Promise<Step[]> {
  const steps: Step[] = [];
  const { world } = await wholeMorning('true', (world) => {
    world.doom = (step) => {
      steps.push(step);
      return false;
    };
  });
  expect(world.violations).toEqual([]);
  return steps;
}

describe('T10 the engine dies at every step of a morning', async () => {
  const steps = await stepsOfAMorning();

  it('and a morning has steps of all kinds', () => {
    const kinds: Step[] = [
      'received',
      'applied',
      'handed',
      'durable',
      'answered',
      'broadcast',
      'acknowledged',
    ];
    expect([...new Set(steps)]).toEqual(expect.arrayContaining([...kinds, 'pad done']));
    expect(steps.length).toBeGreaterThan(80);
  });

  it.each(steps.map((step, index) => [index, step] as const))('%i, %s', async (index) => {
    let at = 0;
    const { world, judged } = await wholeMorning('true', (world) => {
      world.doom = () => at++ === index;
    });
    if (world.violations.length > 0) throw new Error(world.story());
    expect(world.deaths).toBe(1);
    expect(judged.saved).toBeGreaterThan(2);
    expect(judged.notes).toBeGreaterThan(1);
  });

  it('again and again, so that it hardly ever comes to the end of a step', async () => {
    let at = 0;
    const { world, judged } = await wholeMorning('true', (world) => {
      world.downtime = [10, 40];
      world.doom = () => ++at % 17 === 0;
    });
    if (world.violations.length > 0) throw new Error(world.story());
    expect(world.deaths).toBeGreaterThan(2);
    expect(judged.notes).toBeGreaterThan(1);
  });
});

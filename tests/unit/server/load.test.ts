/** How many people a machine has room for: careful, and never more than was measured. */

import { describe, expect, it } from 'vitest';
import { LoadWatch, peopleHeld } from '../../../server/http/load.ts';
import { HandClock } from '../../harness/handClock.ts';

const GB = 1e9;

describe('peopleHeld', () => {
  it('counts on what was measured while few are here', () => {
    expect(peopleHeld(0.025, 0, 4 * GB)).toBe(670);
    expect(peopleHeld(0.025, 5, 4 * GB)).toBe(670);
  });

  it('counts on what each costs here, where that is more', () => {
    // 100 people take half of the core: 40 more take it to 70 %.
    expect(peopleHeld(0.5, 100, 4 * GB)).toBe(140);
    expect(peopleHeld(0.3, 400, 4 * GB)).toBe(800);
    // Overloaded already: no more than are here.
    expect(peopleHeld(0.95, 200, 4 * GB)).toBe(200);
  });

  it('leaves half of the memory to others', () => {
    expect(peopleHeld(0, 0, 12e6)).toBe(50);
  });
});

describe('LoadWatch', () => {
  it('looks anew only after a while, and tells shares of one', async () => {
    const clock = new HandClock();
    const watch = new LoadWatch(clock);
    const first = watch.look();
    expect(watch.look()).toBe(first);
    await clock.pass(2_000);
    const later = watch.look();
    expect(later).not.toBe(first);
    for (const share of [later.load, later.steady]) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    await clock.pass(130_000);
    expect(watch.look().steady).toBeLessThanOrEqual(1);
  });
});

/** The count-down: by what the server said was left and how long ago, and by no clock that can be set. */

import { describe, expect, it } from 'vitest';
import {
  clockAt,
  leftAt,
  minutesAndSeconds,
  secondsOf,
  untilNextSecond,
} from '../../../client/state/countdown.ts';
import type { ShownTimer } from '../../../shared/protocol/hallEvents.ts';

const timer = (left: number, running = true): ShownTimer => ({
  kind: 'work',
  total: 300_000,
  left,
  running,
  until: left,
});

describe('what is left', () => {
  it('is what was left when it was told, less the time since', () => {
    expect(leftAt(timer(300_000), 1_000, 1_000)).toBe(300_000);
    expect(leftAt(timer(300_000), 1_000, 61_000)).toBe(240_000);
  });

  it('is never below nothing: over stays over', () => {
    expect(leftAt(timer(5_000), 0, 5_000)).toBe(0);
    expect(leftAt(timer(5_000), 0, 9_000_000)).toBe(0);
  });

  it('stands while the timer is paused, however long', () => {
    expect(leftAt(timer(42_000, false), 0, 10_000_000)).toBe(42_000);
  });

  it('does not hang on the date: it is told none', () => {
    const told = timer(120_000);
    const { now } = Date;
    try {
      const before = leftAt(told, 500, 10_500);
      Date.now = () => 4_102_444_800_000;
      expect(leftAt(told, 500, 10_500)).toBe(before);
    } finally {
      Date.now = now;
    }
  });

  it('after sleep or a reconnect goes by what is told then, more or less than was counted here', () => {
    // The clock stood while the device slept for four minutes: here 290 s are left, the server says 60.
    expect(leftAt(timer(300_000), 0, 10_000)).toBe(290_000);
    expect(leftAt(timer(60_000), 10_000, 10_000)).toBe(60_000);
    expect(leftAt(timer(60_000), 10_000, 25_000)).toBe(45_000);
  });

  it('is not more than was told when the moments come in the wrong order', () => {
    expect(leftAt(timer(60_000), 10_000, 9_000)).toBe(60_000);
  });
});

describe('the seconds that are shown', () => {
  it('begin with the whole time and end with 0:00 just when it is over', () => {
    expect(minutesAndSeconds(300_000)).toBe('5:00');
    expect(minutesAndSeconds(299_999)).toBe('5:00');
    expect(minutesAndSeconds(299_000)).toBe('4:59');
    expect(minutesAndSeconds(1)).toBe('0:01');
    expect(minutesAndSeconds(0)).toBe('0:00');
    expect(minutesAndSeconds(4 * 60 * 60_000)).toBe('240:00');
  });

  it('stay true exactly as long as is said', () => {
    for (const left of [300_000, 299_999, 61_001, 60_000, 1_500, 1_000, 999, 1]) {
      const wait = untilNextSecond(left);
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(1_000);
      expect(secondsOf(left - wait)).toBe(secondsOf(left) - 1);
    }
  });
});

describe('the clock of a break', () => {
  it('is to the nearest minute, past the hour and past midnight', () => {
    expect(clockAt(new Date(2026, 10, 22, 11, 5, 10).getTime())).toBe('11:05');
    expect(clockAt(new Date(2026, 10, 22, 11, 5, 40).getTime())).toBe('11:06');
    expect(clockAt(new Date(2026, 10, 23, 0, 10).getTime())).toBe('00:10');
  });
});

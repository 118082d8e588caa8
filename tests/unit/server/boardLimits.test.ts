/** What one person may ask of the board channel's door, all their tabs together. */

import { expect, it } from 'vitest';
import { BoardLimits } from '../../../server/board/boardLimits.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { HandClock } from '../../harness/handClock.ts';

const BURST = 60;

it('who comes too often waits at the door, a few at a time; what is sent away costs no further wait', async () => {
  const clock = new HandClock();
  const limits = new BoardLimits(clock);
  const person = newId('p');
  const waits = Array.from({ length: 10_000 }, () => limits.waitToJoin(person));
  expect(waits.slice(0, BURST).every((wait) => wait === 0)).toBe(true);
  const standing = waits.filter((wait) => wait !== null && wait > 0);
  expect(standing.length).toBeGreaterThan(0);
  expect(standing.length).toBeLessThanOrEqual(20);
  expect(Math.max(...(standing as number[]))).toBeLessThanOrEqual(25_000);
  expect(waits.at(-1)).toBeNull();
  expect(limits.waitToJoin(newId('p'))).toBe(0);
  await clock.pass(25_000);
  expect(limits.waitToJoin(person)).toBeLessThan(5_000);
});

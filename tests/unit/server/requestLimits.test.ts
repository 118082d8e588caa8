/** The hall channel's limit is a person's, not a connection's. */

import { expect, it } from 'vitest';
import { RequestLimits } from '../../../server/hall/requestLimits.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { HandClock } from '../../harness/handClock.ts';

it('many lines of one person get no more than one, also anew; others are not touched', async () => {
  const clock = new HandClock();
  const limits = new RequestLimits(clock);
  const person = newId('p');
  const taken = (lines: number) => {
    let count = 0;
    for (const { take } of Array.from({ length: lines }, () => limits.open(person))) while (take()) count++;
    return count;
  };
  expect(taken(20)).toBe(200);
  limits.open(person).close();
  expect(taken(20)).toBe(0);
  expect(limits.open(newId('p')).take()).toBe(true);
  await clock.pass(1_000);
  expect(taken(20)).toBe(40);
});

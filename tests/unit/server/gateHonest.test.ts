/**
 * A slice of honest people at work (`npm run honest` has them work for hours): whatever they do, offline, twice, undone
 * and done again, in one tab or two, under few clientIDs or many, nobody is refused anything. `SEED=…` runs one again.
 */

import { expect, test } from 'vitest';
import { Random } from '../../crowd/random.ts';
import { HonestBoard, type HonestPlan } from '../../honest/HonestBoard.ts';

/** Always the same here; `npm run honest` looks for others. */
const SEED = Number(process.env.SEED ?? 1);
const UPDATES = 1_200;

const PLANS: [string, number, HonestPlan][] = [
  ['few people, one tab each', UPDATES, { people: 4, twoTabs: 0, renewAfter: 300, reloads: 0.7 }],
  ['two of them in two tabs', UPDATES, { people: 4, twoTabs: 2, renewAfter: 100, reloads: 0.7 }],
  ['hundreds of clientIDs', UPDATES, { people: 6, twoTabs: 0, renewAfter: 2, reloads: 0.1 }],
];

test.each(PLANS)(
  `seed ${SEED}: %s: nobody honest is refused anything, and all see the same`,
  (_, updates, plan) => {
    const board = new HonestBoard(new Random(SEED), plan);
    board.work(updates);
    expect(board.complaints).toEqual([]);
    expect(board.count.applied).toBeGreaterThanOrEqual(updates);
    // What only one tab has is never missing.
    if (plan.twoTabs === 0) expect(board.count.gaps).toBe(0);
    if (plan.renewAfter < 10) expect(board.count.clients).toBeGreaterThan(200);
  },
);

test('seed 20261131: of what one update brings side by side from two tabs, nobody is told that it came last', () => {
  const random = new Random(20_261_131);
  const board = new HonestBoard(random.fork(), {
    people: random.whole(3, 8),
    twoTabs: 2,
    renewAfter: 400,
    reloads: 0.7,
  });
  board.work(600);
  expect(board.complaints).toEqual([]);
});

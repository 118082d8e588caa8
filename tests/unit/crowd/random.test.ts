/** The crowd's chance: the same seed is the same crowd. */
import { expect, test } from 'vitest';
import { handPath } from '../../crowd/path.ts';
import { Random } from '../../crowd/random.ts';

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.next());

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(new Random(7), 50)).toEqual(draw(new Random(7), 50));
  expect(draw(new Random(7), 50)).not.toEqual(draw(new Random(8), 50));
});

test('numbers lie in [0, 1) and spread over it', () => {
  const tenths = new Array(10).fill(0);
  for (const number of draw(new Random(2026), 10_000)) {
    expect(number).toBeGreaterThanOrEqual(0);
    expect(number).toBeLessThan(1);
    tenths[Math.floor(number * 10)]++;
  }
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test('whole numbers reach both ends and no further', () => {
  const random = new Random(3);
  const seen = new Set(Array.from({ length: 500 }, () => random.whole(2, 5)));
  expect([...seen].sort()).toEqual([2, 3, 4, 5]);
});

test('picking and shuffling lose nothing, make nothing up and leave the list alone', () => {
  const random = new Random(4);
  const list = Object.freeze(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  const shuffled = random.shuffled(list);
  expect(shuffled).not.toEqual(list);
  expect([...shuffled].sort()).toEqual(list);
  for (let turn = 0; turn < 100; turn++) expect(list).toContain(random.pick(list));
  expect(random.pick([])).toBeUndefined();
});

test('what a fork is used for shifts nothing for its parent', () => {
  const [busy, quiet] = [new Random(9), new Random(9)];
  draw(busy.fork(), 100);
  quiet.fork();
  expect(draw(busy, 20)).toEqual(draw(quiet, 20));
});

test('a drag ends exactly where it shall, and never leaps', () => {
  const path = handPath([0, 0], [1_000, 400], 15, new Random(5));
  expect(path).toHaveLength(15);
  expect(path.at(-1)).toEqual([1_000, 400]);
  let [x, y] = [0, 0];
  for (const place of path) {
    expect(Math.hypot(place[0] - x, place[1] - y)).toBeLessThan(200);
    [x, y] = place;
  }
});

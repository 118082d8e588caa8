/** The timeline's layout: every thing once, none on another, and what has no place in the tray (TL1, TL2, TL7). */

import { describe, expect, it } from 'vitest';
import {
  foldLane,
  layTimeline,
  lengthened,
  moved,
  slotAt,
} from '../../../../client/timeline/timelineModel.ts';
import type { Slot } from '../../../../shared/board/boardDoc.ts';
import { Random } from '../../../crowd/random.ts';

const LANES = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];
const thing = (id: string, slot?: Slot, at = 0) => ({ id, at, slot });

describe('the layout', () => {
  it('puts each thing in one lane or in the tray, and none on another, whatever the slots (random)', () => {
    const seed = Date.now() % 100_000;
    const random = new Random(seed);
    for (let turn = 0; turn < 60; turn++) {
      const things = Array.from({ length: random.whole(0, 79) }, (_, index) => {
        const lane = ['a', 'b', 'gone'][random.whole(0, 2)]!;
        const slot: Slot | undefined =
          random.whole(0, 5) === 0 ? undefined : [lane, random.whole(0, 24), random.whole(0, 24)];
        return thing(`n${index}`, slot, random.whole(0, 49));
      });
      const laid = layTimeline(LANES, things);
      const all = [...laid.tray, ...laid.lanes.flatMap(({ items }) => items.map((item) => item.thing))];
      expect(all.map(({ id }) => id).sort(), `seed ${seed}`).toEqual(things.map(({ id }) => id).sort());
      for (const { items, counts, rows } of laid.lanes) {
        const taken = new Set<string>();
        for (const { from, to, row } of items) {
          expect(row, `seed ${seed}`).toBeLessThan(rows);
          for (let month = from; month <= to; month++) {
            expect(taken.has(`${row} ${month}`), `seed ${seed}`).toBe(false);
            taken.add(`${row} ${month}`);
          }
        }
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(taken.size);
      }
    }
  });

  it('is the same for the same things in any order', () => {
    const things = [thing('x', ['a', 0, 3], 1), thing('y', ['a', 0, 3], 1), thing('z', ['a', 2, 2], 0)];
    expect(layTimeline(LANES, [...things].reverse())).toEqual(layTimeline(LANES, things));
  });

  it('lays in the tray what has no slot, whose lane is gone, or that begins beyond the year', () => {
    const laid = layTimeline(LANES, [thing('x'), thing('y', ['gone', 1, 1]), thing('z', ['a', 12, 14])]);
    expect(laid.tray.map(({ id }) => id)).toEqual(['x', 'y', 'z']);
  });

  it('reads a slot whose months are the wrong way round, or beyond the year, as far as it lies within', () => {
    const [a] = layTimeline(LANES, [thing('x', ['a', 5, 2]), thing('y', ['a', 10, 24])]).lanes;
    expect(a!.items.map(({ from, to }) => [from, to])).toEqual([
      [2, 5],
      [10, 11],
    ]);
  });

  it('folds a lane to so many rows, and counts by month what is not shown', () => {
    const things = Array.from({ length: 6 }, (_, index) => thing(`n${index}`, ['a', 3, 3], index));
    const [a] = layTimeline(LANES, things).lanes;
    const { shown, more } = foldLane(a!, 2);
    expect(shown).toHaveLength(2);
    expect(more[3]).toBe(4);
  });
});

describe('a slot', () => {
  it('grows and shrinks at its end, within the year and a month at least', () => {
    expect(lengthened(['a', 3, 4], 2)).toEqual(['a', 3, 6]);
    expect(lengthened(['a', 3, 4], -5)).toEqual(['a', 3, 3]);
    expect(lengthened(['a', 3, 4], 20)).toEqual(['a', 3, 11]);
  });

  it('moves with its length, and stops at the edges', () => {
    expect(moved(['a', 3, 5], LANES, 2, 1)).toEqual(['b', 5, 7]);
    expect(moved(['a', 3, 5], LANES, 20, -3)).toEqual(['a', 9, 11]);
    expect(moved(['b', 3, 5], LANES, -20, 1)).toEqual(['b', 0, 2]);
  });

  it('keeps its length where a note is laid in another cell, as far as the year goes', () => {
    expect(slotAt('b', 2, ['a', 5, 7])).toEqual(['b', 2, 4]);
    expect(slotAt('b', 11, ['a', 5, 7])).toEqual(['b', 11, 11]);
    expect(slotAt('b', 11, null)).toEqual(['b', 11, 11]);
  });
});

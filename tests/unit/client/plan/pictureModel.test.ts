/** The picture's places, the 90 days' columns, and the lanes that measures can lie in. */

import { describe, expect, it } from 'vitest';
import { byMonth, byPeriod } from '../../../../client/plan/periodModel.ts';
import {
  byPlace,
  fieldPlace,
  nextWaiting,
  nudged,
  placeAt,
  spread,
  thirdAlong,
  withThird,
} from '../../../../client/plan/pictureModel.ts';
import { planYear } from '../../../../client/plan/planYear.ts';
import type { Pos } from '../../../../shared/board/boardDoc.ts';
import { isPrioritised, type MeasureView, PERIODS } from '../../../../shared/plan/planDoc.ts';

const measure = (id: string, more: Partial<MeasureView> = {}): MeasureView => ({
  id: `m_${id}` as MeasureView['id'],
  title: id,
  why: '',
  firstStep: '',
  at: 0,
  sources: [],
  ...more,
});
const plane = { left: 100, top: 50, width: 400, height: 200 };

describe('a place in the picture', () => {
  it('is what is under the hand: feasibility to the right, effect upwards', () => {
    expect(placeAt(plane, 100, 250)).toEqual([0, 0]);
    expect(placeAt(plane, 500, 50)).toEqual([100, 100]);
    expect(placeAt(plane, 300, 100)).toEqual([50, 75]);
  });

  it('never leaves the picture, by hand or by keys', () => {
    expect(placeAt(plane, -999, 9_999)).toEqual([0, 0]);
    expect(nudged([98, 3], 5, -5)).toEqual([100, 0]);
  });

  it('stays where it is when its own third is chosen, and else goes to the middle of the third', () => {
    expect(withThird([70, 95], 'effect', 'high')).toEqual([70, 95]);
    expect(withThird([70, 95], 'effect', 'low')).toEqual([70, 17]);
    expect(withThird(undefined, 'feasibility', 'high')).toEqual([83, 50]);
    for (const third of ['low', 'middle', 'high'] as const) {
      expect(thirdAlong('effect', withThird(undefined, 'effect', third))).toBe(third);
      expect(thirdAlong('feasibility', withThird([1, 1], 'feasibility', third))).toBe(third);
    }
    expect(thirdAlong('effect', undefined)).toBeNull();
  });

  it('is prioritised in the shaded fields alone', () => {
    const first = (feasibility: 'low' | 'middle' | 'high', effect: 'low' | 'middle' | 'high') =>
      isPrioritised({ place: fieldPlace(feasibility, effect) });
    expect([first('middle', 'high'), first('high', 'high')]).toEqual([true, true]);
    expect([first('low', 'high'), first('high', 'middle'), isPrioritised({})]).toEqual([false, false, false]);
  });
});

describe('measures at the same place', () => {
  it('are drawn side by side, the first where it is, all within the picture', () => {
    const items = Array.from({ length: 9 }, (_, index) => ({ id: `m${index}`, place: [100, 100] as Pos }));
    const shown = spread(items, { w: 15, h: 12 });
    expect(shown.get('m0')).toEqual([100, 100]);
    const all = [...shown.values()];
    for (const [index, [x, y]] of all.entries()) {
      expect(x >= 0 && x <= 100 && y >= 0 && y <= 100).toBe(true);
      for (const [a, b] of all.slice(0, index))
        expect(Math.abs(a - x) >= 15 || Math.abs(b - y) >= 12).toBe(true);
    }
  });

  it('are drawn in the fields that they lie in as long as there is room in these', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id, place: [83, 83] as Pos }));
    for (const place of spread(items, { w: 15, h: 15 }).values()) expect(isPrioritised({ place })).toBe(true);
  });

  it('that have room stay where they are', () => {
    const items = [
      { id: 'a', place: [10, 10] as Pos },
      { id: 'b', place: [60, 60] as Pos },
    ];
    expect([...spread(items, { w: 20, h: 20 }).values()]).toEqual([
      [10, 10],
      [60, 60],
    ]);
  });
});

describe('what waits', () => {
  it('is what has no place; the next is taken up in turn, and the first again after the last', () => {
    const { placed, waiting } = byPlace([
      measure('a'),
      measure('b', { place: [1, 1] }),
      measure('c'),
      measure('d'),
    ]);
    expect(placed.map(({ title }) => title)).toEqual(['b']);
    expect(nextWaiting(waiting, 'm_a')?.title).toBe('c');
    expect(nextWaiting(waiting, 'm_d')?.title).toBe('a');
    expect(nextWaiting([waiting[0]!], 'm_a')).toBeNull();
  });
});

describe('the 90 days', () => {
  const all = [
    measure('a', { period: 'm2' }),
    measure('b'),
    measure('c', { period: 'w2' }),
    measure('d', { period: 'm2' }),
  ];

  it('have every period, also empty ones, with measures in the order of action', () => {
    const { columns, waiting } = byPeriod(all);
    expect(columns.map(({ period }) => period)).toEqual([...PERIODS]);
    expect(columns.find(({ period }) => period === 'm2')!.measures.map(({ title }) => title)).toEqual([
      'a',
      'd',
    ]);
    expect(waiting.map(({ title }) => title)).toEqual(['b']);
  });

  it('show four weeks as one column on a wall', () => {
    const { months, of } = byMonth(all);
    expect(months).toEqual(['weeks', 'm1', 'm2', 'm3', 'later']);
    expect(of[0]!.flatMap(({ measures }) => measures).map(({ title }) => title)).toEqual(['c']);
  });
});

describe('the lanes of a plan', () => {
  const lanes = (...ids: string[]) => ids.map((id) => ({ id, title: id.toUpperCase() }));
  it('are those of the hall’s timelines, named with their station where there are several', () => {
    const one = { kind: 'timeline' as const, title: 'T', lanes: lanes('x'), year: 'calendar' as const };
    const two = { ...one, title: 'U', lanes: lanes('y'), year: 'school' as const };
    const wall = { kind: 'wall' as const, title: 'W' };
    expect(planYear([wall], undefined)).toBeNull();
    expect(planYear([wall, one], undefined)).toEqual({ lanes: one.lanes, year: 'calendar' });
    const both = planYear([one, two], ['y', 0, 0])!;
    expect(both.lanes.map(({ title }) => title)).toEqual(['T: X', 'U: Y']);
    expect(both.year).toBe('school');
  });
});

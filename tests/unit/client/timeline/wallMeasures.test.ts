/** Measures on a wall's timeline: none over another, all in rows, with room for their titles. */

import { expect, test } from 'vitest';
import { barRows, pagesOf } from '../../../../client/timeline/wallMeasures.ts';
import { newId } from '../../../../shared/domain/ids.ts';
import type { MeasureView } from '../../../../shared/plan/planDoc.ts';

const lanes = [
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
];
let at = 0;
const measure = (...slot: [string, number, number]): MeasureView => ({
  id: newId('m'),
  title: slot.join(),
  why: '',
  firstStep: '',
  sources: [],
  at: at++,
  slot,
});
const shape = (measures: MeasureView[]) =>
  barRows(lanes, measures).map(({ lane, bars }) => [
    lane,
    ...bars.map(({ first, from, to, last, title }) => `${title} ${first} ${from}-${to} ${last}`),
  ]);

test('a title stands in a long bar, else beside it where there is room', () => {
  expect(shape([measure('a', 2, 6)])).toEqual([['a', 'in 2 2-6 6']]);
  expect(shape([measure('a', 2, 3)])).toEqual([['a', 'after 2 2-3 11']]);
  expect(shape([measure('b', 10, 11)])).toEqual([['b', 'before 0 10-11 11']]);
});

test('neither bars nor titles lie over one another, and every measure with a place is there once', () => {
  const measures = Array.from({ length: 60 }, (_, n) => {
    const from = (n * 7) % 12;
    return measure(n % 2 ? 'a' : 'b', from, Math.min(11, from + (n % 5)));
  });
  const rows = barRows(lanes, [...measures, measure('gone', 0, 3)]);
  for (const { bars } of rows) {
    for (const [index, bar] of bars.entries()) {
      expect(bar.first).toBeGreaterThan(bars[index - 1]?.last ?? -1);
      expect(bar.first).toBeLessThanOrEqual(bar.from);
      expect(bar.last).toBeGreaterThanOrEqual(bar.to);
      expect(bar.last).toBeLessThan(12);
    }
  }
  const shown = pagesOf(rows, 5).flatMap(({ ids }) => ids);
  expect(shown.sort()).toEqual(measures.map(({ id }) => id).sort());
});

/** Lanes and year as they are edited, and months in words (TL1, TL9). */

import { describe, expect, it } from 'vitest';
import { years } from '../../../../client/text/years.nb.ts';
import { countByLane } from '../../../../client/timeline/laneCounts.ts';
import {
  changedYear,
  lanesOf,
  namelessLane,
  renamed,
  withLane,
  withoutLane,
} from '../../../../client/timeline/laneDraft.ts';
import { monthNames, slotWords } from '../../../../client/timeline/slotWords.ts';
import { LANES_MAX } from '../../../../shared/domain/hall.ts';
import { calendarMonth } from '../../../../shared/domain/year.ts';

const LANES = [
  { id: 'hs', title: 'Høgskolene' },
  { id: 'fk', title: 'Fylket' },
];

describe('lanes as they are edited', () => {
  it('get ids that the server takes, and never more of them than there may be', () => {
    let lanes = withLane([]);
    for (let index = 0; index < 20; index++) lanes = withLane(lanes);
    expect(lanes).toHaveLength(LANES_MAX);
    for (const { id } of lanes) expect(id).toMatch(/^[a-z0-9-]{1,40}$/);
    expect(new Set(lanes.map(({ id }) => id)).size).toBe(LANES_MAX);
  });

  it('keep one at least', () => {
    expect(withoutLane(LANES, 'hs')).toEqual([LANES[1]]);
    expect(withoutLane([LANES[0]!], 'hs')).toEqual([LANES[0]]);
  });

  it('are sent only where something changed, one line each', () => {
    const before = { lanes: LANES, year: 'school' as const };
    expect(changedYear(before, { lanes: renamed(LANES, 'hs', '  Høgskolene '), year: 'school' })).toBeNull();
    expect(changedYear(before, { lanes: LANES, year: 'calendar' })).toEqual({ year: 'calendar' });
    expect(lanesOf(renamed(LANES, 'hs', 'A\n B'))[0]!.title).toBe('A B');
    expect(namelessLane(renamed(LANES, 'fk', '  '))).toBe(2);
    expect(namelessLane(LANES)).toBeNull();
  });

  it('count their notes, those of lanes that are gone too', () => {
    const counts = countByLane([{ slot: ['hs', 0, 1] }, { slot: ['hs', 2, 2] }, {}, { slot: ['x', 0, 0] }]);
    expect(counts.get('hs')).toBe(2);
  });
});

describe('months', () => {
  it('begin in August or in January', () => {
    expect(calendarMonth(0)).toBe(7);
    expect(calendarMonth(5, 'school')).toBe(0);
    expect(calendarMonth(5, 'calendar')).toBe(5);
    expect(monthNames(years.months, 'school').slice(0, 2)).toEqual(['august', 'september']);
  });

  it('are told with their lane', () => {
    const year = { lanes: LANES, year: 'school' as const };
    expect(slotWords(years, year, ['hs', 0, 2])).toBe('Høgskolene, august til oktober');
    expect(slotWords(years, year, ['hs', 0, 0])).toBe('Høgskolene, august');
    expect(slotWords(years, year, undefined)).toBe('Uten plass');
    expect(years.cell('Høgskolene', 'august', 3)).toBe('Høgskolene, august, 3 lapper');
  });
});

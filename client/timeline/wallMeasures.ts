/** Measures on a wall's timeline: bars in their months, each with its title in or beside it, row by row. Pure. */

import type { Lane } from '../../shared/domain/hall.ts';
import { MONTHS } from '../../shared/domain/year.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { layTimeline } from './timelineModel.ts';

/** A measure in its row: its months, and the months that its bar and its title take together. */
export interface Bar {
  measure: MeasureView;
  from: number;
  to: number;
  /** Where its title stands. */
  title: 'in' | 'after' | 'before';
  first: number;
  last: number;
}

export interface BarRow {
  lane: string;
  /** From left to right. */
  bars: Bar[];
}

/** A title needs as much room, to be read from the back of the room. */
const TITLE_MONTHS = 4;

/** The measures that have a place in these lanes, none over another, neither bars nor titles. */
export function barRows(lanes: readonly Lane[], measures: readonly MeasureView[]): BarRow[] {
  return layTimeline(lanes, measures).lanes.flatMap(({ lane, items }) => {
    const rows: BarRow[] = [];
    const bars = items.map(({ thing, from, to }) => barOf(thing, from, to));
    for (const bar of bars.sort((a, b) => a.first - b.first)) {
      const row = rows.find(({ bars }) => bars.at(-1)!.last < bar.first);
      if (row) row.bars.push(bar);
      else rows.push({ lane: lane.id, bars: [bar] });
    }
    for (const { bars } of rows) widen(bars);
    return rows;
  });
}

/** Titles take what room is left in their row. */
function widen(bars: Bar[]): void {
  bars.forEach((bar, index) => {
    if (bar.title === 'after') bar.last = (bars[index + 1]?.first ?? MONTHS) - 1;
    if (bar.title === 'before') bar.first = (bars[index - 1]?.last ?? -1) + 1;
  });
}

function barOf(measure: MeasureView, from: number, to: number): Bar {
  const bar = { measure, from, to };
  if (to - from + 1 >= TITLE_MONTHS) return { ...bar, title: 'in', first: from, last: to };
  if (to + TITLE_MONTHS < MONTHS) return { ...bar, title: 'after', first: from, last: to + TITLE_MONTHS };
  return { ...bar, title: 'before', first: from - TITLE_MONTHS, last: to };
}

/** Rows in pages of so many. */
export function pagesOf(rows: readonly BarRow[], most: number): { ids: string[]; rows: BarRow[] }[] {
  const pages = [];
  for (let at = 0; at < rows.length; at += most) {
    const some = rows.slice(at, at + most);
    pages.push({ rows: some, ids: some.flatMap(({ bars }) => bars.map(({ measure }) => measure.id)) });
  }
  return pages;
}

/** Where the arrow keys lead on the timeline: down a month through its cells and notes, across to the next month. Pure. */

import { MONTHS } from '../../shared/domain/year.ts';
import type { LaidTimeline, Lying } from './timelineModel.ts';

/** Something that can have the focus, and the month that one walks in. */
export interface Stop {
  /** A note's id, or a cell's name: its lane and month. */
  stop: string;
  month: number;
}

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** Of each lane, how many rows are shown. */
export type RowsShown = (lane: string) => number;

/** The next stop in a direction; null at the edge. */
export function walk<T extends Lying>(
  { lanes, tray }: LaidTimeline<T>,
  rows: RowsShown,
  { stop, month }: Stop,
  arrow: Arrow,
): Stop | null {
  const column = (at: number): string[] =>
    lanes.flatMap(({ lane, items }) => [
      `${lane.id} ${at}`,
      ...items
        .filter(({ from, to, row }) => from <= at && at <= to && row < rows(lane.id))
        .sort((a, b) => a.row - b.row)
        .map(({ thing }) => thing.id),
    ]);
  const inTray = tray.findIndex(({ id }) => id === stop);
  if (inTray >= 0) {
    const beside = { ArrowLeft: inTray - 1, ArrowRight: inTray + 1, Home: 0, End: tray.length - 1 };
    if (arrow === 'ArrowDown') return null;
    const next = arrow === 'ArrowUp' ? column(month).at(-1) : tray[beside[arrow]]?.id;
    return next === undefined ? null : { stop: next, month };
  }
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const all = [...column(month), ...tray.slice(0, 1).map(({ id }) => id)];
    const next = all[all.indexOf(stop) + (arrow === 'ArrowUp' ? -1 : 1)];
    return all.includes(stop) && next !== undefined ? { stop: next, month } : null;
  }
  for (const { lane, items } of lanes) {
    const item = items.find(({ thing }) => thing.id === stop);
    if (!item && !stop.startsWith(`${lane.id} `)) continue;
    const to = target(arrow, item?.from ?? month, item?.to ?? month);
    if (to < 0 || to >= MONTHS) return null;
    const beside =
      item && items.find(({ from, to: end, row }) => row === item.row && from <= to && to <= end);
    const seen = beside && beside.row < rows(lane.id);
    return { stop: seen ? beside.thing.id : `${lane.id} ${to}`, month: to };
  }
  return null;
}

function target(arrow: Arrow, from: number, to: number): number {
  if (arrow === 'Home') return 0;
  if (arrow === 'End') return MONTHS - 1;
  return arrow === 'ArrowLeft' ? from - 1 : to + 1;
}

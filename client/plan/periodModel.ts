/** The first 90 days as columns: which measures begin when, in the order of action. Pure. */

import { type MeasureView, PERIODS, type Period } from '../../shared/plan/planDoc.ts';

export interface Column {
  period: Period;
  measures: MeasureView[];
}

/** All periods in their order, empty ones too, and the measures that have none. */
export function byPeriod(measures: readonly MeasureView[]): { columns: Column[]; waiting: MeasureView[] } {
  return {
    columns: PERIODS.map((period) => ({
      period,
      measures: measures.filter((measure) => measure.period === period),
    })),
    waiting: measures.filter(({ period }) => period === undefined),
  };
}

/** For a wall, where four weeks share one column: each measure with the week that it begins in. */
export function byMonth(measures: readonly MeasureView[]): { months: (Period | 'weeks')[]; of: Column[][] } {
  const { columns } = byPeriod(measures);
  const weeks = columns.slice(0, 4);
  const rest = columns.slice(4);
  return { months: ['weeks', ...rest.map(({ period }) => period)], of: [weeks, ...rest.map((one) => [one])] };
}

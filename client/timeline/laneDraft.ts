/** A timeline's rows and year as its host or the organiser edits them. Pure. */

import { LANE_TITLE_MAX, LANES_MAX, type Lane, type YearKind } from '../../shared/domain/hall.ts';
import { randomText } from '../../shared/domain/ids.ts';

export interface YearDraft {
  lanes: readonly Lane[];
  year: YearKind;
}

/** One row more, without a name yet; the same where there are as many as may be. */
export function withLane(lanes: readonly Lane[]): readonly Lane[] {
  if (lanes.length >= LANES_MAX) return lanes;
  const id = `lane-${randomText(12).toLowerCase().replace(/_/g, '-')}`;
  return [...lanes, { id, title: '' }];
}

export function withoutLane(lanes: readonly Lane[], id: string): readonly Lane[] {
  return lanes.length > 1 ? lanes.filter((lane) => lane.id !== id) : lanes;
}

export function renamed(lanes: readonly Lane[], id: string, title: string): readonly Lane[] {
  return lanes.map((lane) => (lane.id === id ? { ...lane, title } : lane));
}

/** As they are sent: one line each, without edges. */
export function lanesOf(lanes: readonly Lane[]): Lane[] {
  return lanes.map(({ id, title }) => ({
    id,
    title: title.replace(/\s+/g, ' ').trim().slice(0, LANE_TITLE_MAX),
  }));
}

/** The number of the first row without a name; null where all have one. */
export function namelessLane(lanes: readonly Lane[]): number | null {
  const at = lanesOf(lanes).findIndex(({ title }) => title === '');
  return at < 0 ? null : at + 1;
}

/** What was changed since `before`, and only that; null where nothing was. */
export function changedYear(before: YearDraft, draft: YearDraft): { lanes?: Lane[]; year?: YearKind } | null {
  const lanes = lanesOf(draft.lanes);
  const changed = {
    ...(JSON.stringify(lanes) === JSON.stringify(before.lanes) ? {} : { lanes }),
    ...(draft.year === before.year ? {} : { year: draft.year }),
  };
  return Object.keys(changed).length > 0 ? changed : null;
}

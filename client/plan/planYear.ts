/** The lanes that measures can lie in: those of the hall's timelines, as one. Pure. */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { type Year, yearOf } from '../timeline/slotWords.ts';

type Lined = Pick<StationState, 'kind' | 'title' | 'lanes' | 'year'>;

/**
 * The lanes of all timelines, named with their station where there are several; the months are those of the timeline
 * that the slot lies on. Null in a hall without a timeline.
 */
export function planYear(stations: readonly Lined[], slot: Slot | undefined): Year | null {
  const timelines = stations.filter(({ kind, lanes }) => kind === 'timeline' && lanes && lanes.length > 0);
  const [first] = timelines;
  if (!first) return null;
  const home = timelines.find(({ lanes }) => lanes?.some(({ id }) => id === slot?.[0])) ?? first;
  if (timelines.length === 1) return yearOf(home);
  const lanes = timelines.flatMap(({ title, lanes }) =>
    (lanes ?? []).map((lane) => ({ ...lane, title: `${title}: ${lane.title}` })),
  );
  return { ...yearOf(home), lanes };
}

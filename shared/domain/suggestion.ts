/** What the grouping help suggests, and threads across stations. It suggests; people decide, one by one. */

import type { ClusterId, NoteId, StationId } from './ids.ts';

/**
 * `group`: loose notes that may belong together. `duplicates`: notes that say nearly the same. `add`: loose notes that
 * fit a group people made. `key` is the same for the same things, `why` holds the shared words as they stand in the
 * notes, `sure` is 0–1.
 */
export type Suggestion =
  | { kind: 'group'; key: string; notes: NoteId[]; title: string; why: string[]; sure: number }
  | { kind: 'duplicates'; key: string; notes: NoteId[]; title: string; why: string[]; sure: number }
  | {
      kind: 'add';
      key: string;
      cluster: ClusterId;
      notes: NoteId[];
      title: string;
      why: string[];
      sure: number;
    };

/** The help for one station: the surest suggestion first. */
export interface GroupingHelp {
  suggestions: Suggestion[];
  /** Notes that stand alone: a valid answer. */
  alone: NoteId[];
  /** Notes that belong as much to one group as to another. */
  torn: { note: NoteId; between: ClusterId[] }[];
}

/** Things of several stations that are about the same. */
export interface Thread {
  key: string;
  items: { stationId: StationId; thing: NoteId | ClusterId; title: string }[];
  why: string[];
  sure: number;
}

/** Help that the hall offers and never takes: notes that may belong together, and threads across stations. */

import type { ClusterId, NoteId, StationId } from './ids.ts';

/** One offer. `key` is the same for the same notes; `why`: shared words as they stand in the notes; `sure`: 0 to 1. */
export type Suggestion =
  /** A new group of loose notes. */
  | { kind: 'group'; key: string; notes: NoteId[]; title: string; why: string[]; sure: number }
  /** Notes that say nearly the same. */
  | { kind: 'duplicates'; key: string; notes: NoteId[]; title: string; why: string[]; sure: number }
  /** Loose notes that fit a group people made. */
  | {
      kind: 'add';
      key: string;
      cluster: ClusterId;
      notes: NoteId[];
      title: string;
      why: string[];
      sure: number;
    };

/** All help for one station, the surest first. */
export interface GroupingHelp {
  suggestions: Suggestion[];
  /** Loose notes that stand alone: a valid answer. */
  alone: NoteId[];
  /** Notes that belong in several groups about equally well. */
  torn: TornNote[];
}

/** A loose note that fits several groups, or one that several people drag to and fro between two (`dragged`). */
export interface TornNote {
  note: NoteId;
  /** Where people drag it: first the one in which it was last. */
  between: ClusterId[];
  dragged?: true;
}

/** Notes and groups of several stations that are about the same thing. */
export interface Thread {
  key: string;
  items: { stationId: StationId; note?: NoteId; cluster?: ClusterId; title: string }[];
  why: string[];
  sure: number;
}

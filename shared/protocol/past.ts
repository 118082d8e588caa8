/** The HTTP contract of looking back: a hall copied for the next year, last year's results, a station's replay. */

import { z } from 'zod';
import type { Pos, Slot } from '../board/boardDoc.ts';
import { HALL_TITLE_MAX, type HallBefore, type Level, LOCALES } from '../domain/hall.ts';
import type { ClusterId, NoteId } from '../domain/ids.ts';

/** Body of `POST /api/halls/:hallId/copy`; answered as a new hall is. */
export const copyHallSchema = z.strictObject({
  title: z.string().min(1).max(HALL_TITLE_MAX),
  /** Absent: that of the hall that is copied. Stations keep their words as they are. */
  locale: z.enum(LOCALES).optional(),
  createKey: z.string().max(200).optional(),
});
export type CopyHall = z.input<typeof copyHallSchema>;

/** 200 of `GET /api/halls/:hallId/before`; null where the hall is no copy. */
export interface BeforeAnswer {
  before: HallBefore | null;
}

/**
 * 200 of `GET /api/halls/:hallId/stations/:stationId/replay`. Only notes that hang now, with the words they have now;
 * groups that are not to be seen now have no title.
 */
export interface Replay {
  /** Whether all of the station's record could be read. */
  whole: boolean;
  notes: { id: NoteId; text: string; round: number; level?: Level }[];
  groups: { id: ClusterId; title: string }[];
  /** When rounds were started. */
  rounds: { at: number; n: number }[];
  /** In order; each says what changed since the one before. */
  frames: ReplayFrame[];
}

/** Notes and groups are named by their places in the lists of the replay. */
export interface ReplayFrame {
  at: number;
  notes: ReplayNote[];
  groups: ReplayGroup[];
}

/** Where a note hangs from now on; without `pos` it is off the wall for a while. */
export interface ReplayNote {
  note: number;
  pos?: Pos;
  group?: number;
  order?: string;
  slot?: Slot;
}

export interface ReplayGroup {
  group: number;
  pos: Pos;
  /** The group that it has been merged into. */
  into?: number;
  /** From now on it bears its title. */
  named: boolean;
}

/** Frames of one replay; a longer day is told in larger steps. */
export const REPLAY_FRAMES_MAX = 1_800;

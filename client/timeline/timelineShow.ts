/** What the parts of a timeline are shown by, put together once by the view. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import type { Plan } from '../state/planStore.ts';
import type { Year } from './slotWords.ts';
import type { LaidTimeline } from './timelineModel.ts';
import type { Open, TimelineDeeds, TimelineRights } from './useTimeline.ts';

/** What lies on the timeline: notes, and measures of the plan. */
export type Thing = NoteView | MeasureView;

export const isNote = (thing: Thing): thing is NoteView => 'text' in thing;

export interface TimelineShow {
  board: OpenBoard;
  rounds: readonly Round[];
  /** The round that new notes get. */
  round: number;
  station: StationId;
  year: Year;
  laid: LaidTimeline<Thing>;
  plan: Plan;
  /** The way to the plan. */
  planPath: string;
  rights: TimelineRights;
  now: Open;
  deeds: TimelineDeeds;
  /** A touch wall: many hands at once, nothing is typed. */
  hands: boolean;
  /** Lanes that show all their rows. */
  opened: ReadonlySet<string>;
  fold(lane: string, open: boolean): void;
}

/** How many rows a lane shows until it is opened: more, the fewer lanes share the screen. */
export function rowsShown(rows: number, lanes: number): number {
  const most = Math.max(3, Math.min(6, Math.floor(15 / lanes)));
  // One more than fits is shown too: a «+1» would take its room.
  return rows <= most + 1 ? rows : most;
}

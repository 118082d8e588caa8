/** What weighs behind a main point: its notes, their rounds, who wrote them as far as anybody knows, votes. Pure. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { citedNotes, withNotes } from '../../shared/plan/coverage.ts';
import type { PointView } from '../../shared/plan/planDoc.ts';
import { readSource, type Source } from '../../shared/plan/source.ts';
import type { SummaryFigures, VoteResults } from '../../shared/protocol/hallEvents.ts';
import type { StationBoard } from './stationBoard.ts';

export interface PointWeight {
  /** Oldest first. */
  notes: readonly NoteView[];
  rounds: readonly number[];
  /** Null where that can't be told. */
  writers: number | null;
  /** Dots that are shown to all. */
  votes: number;
}

/** The weight of a station's point. */
export function weighPoint(
  { sources }: Pick<PointView, 'sources'>,
  station: StationId,
  board: StationBoard,
  figures: SummaryFigures | null,
  results: VoteResults | null,
): PointWeight {
  const cited = citedNotes(sources, station, board.notes, board.clusters);
  const notes = board.notes.filter(({ id }) => cited.has(id));
  const groups = new Set(notes.map(({ cluster }) => cluster));
  const [group] = groups;
  const known = groups.size === 1 && group ? figures?.clusters[group] : undefined;
  const whole = known?.notes === notes.length;
  const voted = new Set<string>([...notes.map(({ id }) => id), ...groupsIn(sources, station)]);
  return {
    notes,
    rounds: [...new Set(notes.map(({ round }) => round))].sort((a, b) => a - b),
    // Of several groups the same person may have written in more than one, and what came by a file has no known writer.
    writers: whole ? known.writers || null : null,
    votes: [...voted].reduce((sum, thing) => sum + (results?.dots[thing] ?? 0), 0),
  };
}

/** How many notes stand behind a point of the hall, counted without any board; groups by the server's figures. */
export function countNotes(
  point: PointView,
  all: readonly PointView[],
  figures: SummaryFigures | null,
): number {
  const [own] = withNotes([point], all);
  return (own?.sources ?? []).reduce((sum, source) => {
    const read = readSource(source);
    if (read === null || typeof read === 'string') return sum;
    return sum + (read.thing.startsWith('n_') ? 1 : (figures?.clusters[read.thing]?.notes ?? 0));
  }, 0);
}

/** The stations that a point's notes hang at, through the points that it grew from. */
export function stationsOf(point: PointView, all: readonly PointView[]): StationId[] {
  const stations = new Set<StationId>();
  for (const source of withNotes([point], all)[0]?.sources ?? []) {
    const read = readSource(source);
    if (read !== null && typeof read !== 'string') stations.add(read.station);
  }
  return [...stations];
}

function groupsIn(sources: readonly Source[], station: StationId): string[] {
  return sources.flatMap((source) => {
    const read = readSource(source);
    if (read === null || typeof read === 'string' || read.station !== station) return [];
    return read.thing.startsWith('c_') ? [read.thing] : [];
  });
}

/** Which of a station's notes a summary rests on, and which are left: the coverage line. Pure, on plain data. */

import type { ClusterView, NoteView } from '../board/boardDoc.ts';
import { followMerges } from '../board/boardView.ts';
import type { ClusterId, NoteId, PointId, StationId } from '../domain/ids.ts';
import type { PointView } from './planDoc.ts';
import { notesIn, type Source } from './source.ts';

/** "214 of 231 notes are in it; here are the 17." `all` = `covered` + `left.length`. */
export interface Coverage {
  all: number;
  covered: number;
  /** In the order in which the notes were given. */
  left: NoteId[];
}

type CoveringPoint = Pick<PointView, 'sources'>;
type HangingNote = Pick<NoteView, 'id' | 'cluster'>;

/** The station's notes, and which of them these points cite: by themselves, or by the groups that they hang in. */
export function coverage(
  points: readonly CoveringPoint[],
  station: StationId,
  notes: readonly HangingNote[],
  clusters: readonly ClusterView[],
): Coverage {
  const cited = citedNotes(
    points.flatMap(({ sources }) => sources),
    station,
    notes,
    clusters,
  );
  const left = notes.filter(({ id }) => !cited.has(id)).map(({ id }) => id);
  return { all: notes.length, covered: notes.length - left.length, left };
}

/** The notes that hang at the station and that these sources name. What no longer hangs is not among them. */
export function citedNotes(
  sources: readonly Source[],
  station: StationId,
  notes: readonly HangingNote[],
  clusters: readonly ClusterView[],
): Set<NoteId> {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const endOf = (id: ClusterId) => followMerges(byId, id);
  const members = new Map<ClusterId, NoteId[]>();
  for (const { id, cluster } of notes) {
    const end = cluster && endOf(cluster);
    if (!end) continue;
    const list = members.get(end);
    if (list) list.push(id);
    else members.set(end, [id]);
  }
  const named = notesIn(sources, station, (cluster) => members.get(endOf(cluster) ?? cluster) ?? []);
  return new Set(notes.filter(({ id }) => named.has(id)).map(({ id }) => id));
}

/** Points with the sources of the points that they grew from in place of these: those of the hall's own summary. */
export function withNotes(points: readonly CoveringPoint[], all: readonly PointView[]): CoveringPoint[] {
  const byId = new Map<string, PointView>(all.map((point) => [point.id, point]));
  return points.map(({ sources }) => ({ sources: [...expand(sources, byId, new Set())] }));
}

function expand(
  sources: readonly Source[],
  byId: ReadonlyMap<string, PointView>,
  seen: Set<string>,
): Set<Source> {
  const found = new Set<Source>();
  for (const source of sources) {
    if (source.includes('/')) {
      found.add(source);
    } else if (!seen.has(source)) {
      // Points may name one another in a circle.
      seen.add(source);
      const point = byId.get(source as PointId);
      for (const one of point ? expand(point.sources, byId, seen) : []) found.add(one);
    }
  }
  return found;
}

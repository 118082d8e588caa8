/** What summaries and measures grew from. Without Yjs, so that every door can check it. */

import {
  CLUSTER_ID,
  type ClusterId,
  NOTE_ID,
  type NoteId,
  POINT_ID,
  type PointId,
  STATION_ID,
  type StationId,
} from '../domain/ids.ts';

/** Whose summary: a station's, or the hall's own. */
export type SummaryOf = StationId | 'hall';

/** What a point or a measure grew from: a note or a group of a station, or a point. */
export type Source = `${StationId}/${NoteId | ClusterId}` | PointId;

/** A note or group of a station as a source. */
export const sourceOf = (station: StationId, thing: NoteId | ClusterId): Source => `${station}/${thing}`;

/** A source taken apart; null where it is none. */
export function readSource(
  source: unknown,
): { station: StationId; thing: NoteId | ClusterId } | PointId | null {
  if (typeof source !== 'string') return null;
  if (POINT_ID.test(source)) return source as PointId;
  const [station, thing, ...rest] = source.split('/');
  if (rest.length > 0 || !station || !thing || !STATION_ID.test(station)) return null;
  if (!NOTE_ID.test(thing) && !CLUSTER_ID.test(thing)) return null;
  return { station: station as StationId, thing: thing as NoteId | ClusterId };
}

/** The notes that sources name at a station: themselves, or by the groups that they hang in. */
export function notesIn(
  sources: readonly Source[],
  station: StationId,
  membersOf: (cluster: ClusterId) => readonly NoteId[],
): Set<NoteId> {
  const notes = new Set<NoteId>();
  for (const source of sources) {
    const read = readSource(source);
    if (read === null || typeof read === 'string' || read.station !== station) continue;
    if (read.thing.startsWith('n_')) notes.add(read.thing as NoteId);
    else for (const note of membersOf(read.thing as ClusterId)) notes.add(note);
  }
  return notes;
}

/** What a person does with a summary's notes: put into points, moved between them. One transaction and undo step each. */

import type * as Y from 'yjs';
import { OWN } from '../../shared/board/boardOps.ts';
import type { ClusterId, NoteId, PointId, StationId } from '../../shared/domain/ids.ts';
import { POINT_LINE_MAX, POINT_TITLE_MAX, type PointView, SOURCES_MAX } from '../../shared/plan/planDoc.ts';
import { addPoint, findPoint, removePoint, setPointField } from '../../shared/plan/planOps.ts';
import { readSource, type Source, sourceOf } from '../../shared/plan/source.ts';

export interface PutNote {
  id: NoteId;
  text: string;
}

/** Where a note is put: into a point that is there, or one of its own. */
export type PutInto = PointId | 'fresh' | 'alone';

/**
 * Puts a station's note into a point, and takes it out of the one that it came from. A group that the note was cited
 * by is cited by its other notes from then on. A single voice whose only note goes, goes with it.
 * @returns the point that the note is in now; null where it can't be
 */
export function putNote(
  doc: Y.Doc,
  station: StationId,
  note: PutNote,
  into: PutInto,
  from: PointId | null,
  membersOf: (cluster: ClusterId) => readonly NoteId[],
): PointId | null {
  return doc.transact(() => {
    const source = sourceOf(station, note.id);
    const former = from === null ? null : findPoint(doc, from);
    const rest = former && sourcesWithout(former.sources, station, note.id, membersOf);
    if (rest && rest.length > SOURCES_MAX) return null;
    const target = intoPoint(doc, station, note, source, into);
    if (target === null || !former || !rest || target === former.id) return target;
    if (rest.length === 0 && former.single) removePoint(doc, former.id);
    else setPointField(doc, former.id, 'sources', rest);
    return target;
  }, OWN);
}

function intoPoint(
  doc: Y.Doc,
  station: StationId,
  { text }: PutNote,
  source: Source,
  into: PutInto,
): PointId | null {
  if (into === 'fresh' || into === 'alone') {
    const one: Partial<PointView> = {
      title: titleOf(text),
      line: text.length > POINT_TITLE_MAX ? text.slice(0, POINT_LINE_MAX) : '',
      sources: [source],
      ...(into === 'alone' && { single: true }),
    };
    return addPoint(doc, { of: station, ...one });
  }
  const point = findPoint(doc, into);
  if (!point) return null;
  if (point.sources.includes(source)) return into;
  if (point.sources.length >= SOURCES_MAX) return null;
  setPointField(doc, into, 'sources', [...point.sources, source]);
  if (point.single) setPointField(doc, into, 'single', undefined);
  return into;
}

/** The sources without a note; a group that holds it is replaced by its other notes. */
export function sourcesWithout(
  sources: readonly Source[],
  station: StationId,
  note: NoteId,
  membersOf: (cluster: ClusterId) => readonly NoteId[],
): Source[] {
  return sources.flatMap((source): Source[] => {
    const read = readSource(source);
    if (read === null || typeof read === 'string' || read.station !== station) return [source];
    if (read.thing === note) return [];
    if (!read.thing.startsWith('c_')) return [source];
    const members = membersOf(read.thing as ClusterId);
    if (!members.includes(note)) return [source];
    return members.filter((id) => id !== note).map((id) => sourceOf(station, id));
  });
}

/** A note's text as a heading: cut at a word where it is too long. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= POINT_TITLE_MAX) return line;
  const cut = line.slice(0, POINT_TITLE_MAX - 1);
  const word = cut.lastIndexOf(' ');
  return `${cut.slice(0, word > 40 ? word : undefined).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

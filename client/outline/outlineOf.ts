/** The station as headings and lists: groups with their notes, then the notes on their own. Pure, on plain data. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { BoardView } from '../../shared/board/boardView.ts';
import type { ClusterId } from '../../shared/domain/ids.ts';

export interface OutlineGroup {
  id: ClusterId;
  title: string;
  notes: NoteView[];
}

export interface Outline {
  groups: OutlineGroup[];
  loose: NoteView[];
}

/**
 * In the order of writing, not of where things hang: somebody who drags on the board must not shuffle what another
 * reads, and what is new comes last. A group stands where its oldest note would.
 */
export function outlineOf({ notes, clusters }: BoardView): Outline {
  const groups: (OutlineGroup & { at: number })[] = [];
  for (const { id, title, members } of clusters.values()) {
    const within = members.map((member) => notes.get(member)!.note);
    groups.push({ id, title, notes: within, at: Math.min(...within.map(({ at }) => at)) });
  }
  const loose: NoteView[] = [];
  for (const { note, cluster } of notes.values()) if (!cluster) loose.push(note);
  return { groups: groups.sort(byTime), loose: loose.sort(byTime) };
}

function byTime(a: { at: number; id: string }, b: { at: number; id: string }): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

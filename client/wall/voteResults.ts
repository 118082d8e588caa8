/** A vote's results in the order in which a wall shows them. Pure. */

import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';
import type { WallThings } from './wallLayout.ts';

export interface DotBar {
  id: string;
  name: string;
  dots: number;
}

export interface RatedPoint {
  id: string;
  name: string;
  /** 1–5 each. */
  effect: number;
  feasibility: number;
  count: number;
}

/** Most dots first; things that have been taken down are left out. */
export function dotBars({ dots }: VoteResults, things: WallThings, unnamed: string): DotBar[] {
  const name = namesOf(things, unnamed);
  return Object.entries(dots)
    .flatMap(([id, count]) => (count > 0 && name(id) !== null ? [{ id, name: name(id)!, dots: count }] : []))
    .sort((a, b) => b.dots - a.dots || a.name.localeCompare(b.name));
}

/** The best first: most effect and feasibility together. */
export function ratedPoints({ ratings }: VoteResults, things: WallThings, unnamed: string): RatedPoint[] {
  const name = namesOf(things, unnamed);
  return Object.entries(ratings)
    .flatMap(([id, { effect, feasibility, count }]) =>
      count > 0 && name(id) !== null ? [{ id, name: name(id)!, effect, feasibility, count }] : [],
    )
    .sort((a, b) => b.effect + b.feasibility - a.effect - a.feasibility || a.name.localeCompare(b.name));
}

function namesOf({ groups, loose }: WallThings, unnamed: string): (id: string) => string | null {
  const names = new Map<NoteId | ClusterId, string>();
  for (const { id, title, notes } of groups) {
    names.set(id, title || notes[0]?.text || unnamed);
    for (const note of notes) names.set(note.id, note.text);
  }
  for (const note of loose) names.set(note.id, note.text);
  return (id) => names.get(id as NoteId) ?? null;
}

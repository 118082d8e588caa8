/** What a station's people vote on, and what came of it, as plain data. Pure. */

import type { Poll } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { VoteResults, VoteState } from '../../shared/protocol/hallEvents.ts';
import type { Outline } from '../outline/outlineOf.ts';

export type OwnVote = VoteState['mine'];
export type Rating = [effect: number, feasibility: number];

/** A group or a note to vote on. */
export interface Thing {
  id: NoteId | ClusterId;
  /** A group's title, perhaps none; a note's text. */
  text: string;
  /** Its round, for a note. */
  round?: number;
  /** A group's notes, the first ones, to know it by. */
  notes?: string[];
  count?: number;
}

export interface Ballot {
  groups: Thing[];
  loose: Thing[];
}

/** Of a group so many notes are read with it. */
const NOTES_TOLD = 3;

/** What is voted on: groups and loose notes; groups alone where they are rated, if there are any. */
export function ballotOf({ groups, loose }: Outline, kind: Poll['kind']): Ballot {
  const all = groups.map(({ id, title, notes }) => ({
    id,
    text: title,
    notes: notes.slice(0, NOTES_TOLD).map(({ text }) => text),
    count: notes.length,
  }));
  const single = loose.map(({ id, text, round }) => ({ id, text, round }));
  return { groups: all, loose: kind === 'rating' && all.length > 0 ? [] : single };
}

/** The same things in the order they stood in: what is new comes last, so that nothing moves under a finger. */
export function inPlace(before: readonly Thing[], now: readonly Thing[]): Thing[] {
  const place = new Map(before.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: Thing) => place.get(id) ?? Infinity;
  return [...now].sort((a, b) => {
    const [at, to] = [placeOf(a), placeOf(b)];
    return at === to ? 0 : at - to;
  });
}

/** The dots that a person has laid. */
export function dotsOf(vote: OwnVote | null): number {
  return Object.values(vote?.dots ?? {}).reduce((sum, dots) => sum + dots, 0);
}

/** What was voted on, the most dots first. Things without any come last, in their own order. */
export function byDots({ groups, loose }: Ballot, { dots }: VoteResults): { thing: Thing; dots: number }[] {
  return [...groups, ...loose]
    .map((thing) => ({ thing, dots: dots[thing.id] ?? 0 }))
    .sort((a, b) => b.dots - a.dots);
}

export interface RatedThing {
  thing: Thing;
  effect: number;
  feasibility: number;
  count: number;
}

/** What was rated, by effect and feasibility together, the highest first. */
export function byRating({ groups, loose }: Ballot, { ratings }: VoteResults): RatedThing[] {
  const rated: RatedThing[] = [];
  for (const thing of [...groups, ...loose]) {
    const rating = ratings[thing.id];
    if (rating) rated.push({ thing, ...rating });
  }
  return rated.sort((a, b) => b.effect + b.feasibility - a.effect - a.feasibility);
}

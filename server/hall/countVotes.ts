/** Votes as plain data: where they count when groups were merged and notes withdrawn, and what they come to. Pure. */

import type * as Y from 'yjs';
import { type Fields, notesOf, readClusters, readNote } from '../../shared/board/boardDoc.ts';
import { followMerges } from '../../shared/board/boardView.ts';
import type { ClusterId, StationId } from '../../shared/domain/ids.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';

/** One person's vote. */
export interface Vote {
  station: StationId;
  dots: Record<string, number>;
  ratings: Record<string, [effect: number, feasibility: number]>;
}

/** Where what was laid on a thing counts now: on itself, on the group it was merged into, or (null) nowhere. */
export type Ends = (thing: string) => string | null;

/** The ends on this board as it is now. Good only while the document stays as it is. */
export function endsOn(doc: Y.Doc): Ends {
  const notes = notesOf(doc);
  const clusters = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]));
  let shown: ReadonlySet<string> | null = null;
  // Three hundred people vote on the same few things.
  const known = new Map<string, string | null>();
  const endOf = (thing: string): string | null => {
    if (!clusters.has(thing as ClusterId)) return readNote(thing, notes.get(thing)) ? thing : null;
    const end = followMerges(clusters, thing as ClusterId);
    shown ??= new Set([...namedClusters(notes)].map((id) => followMerges(clusters, id) ?? ''));
    return end !== null && shown.has(end) ? end : null;
  };
  return (thing) => {
    let end = known.get(thing);
    if (end === undefined) {
      end = endOf(thing);
      known.set(thing, end);
    }
    return end;
  };
}

/** The clusters that notes say they are in. */
function namedClusters(notes: Y.Map<Fields>): Set<ClusterId> {
  const named = new Set<ClusterId>();
  notes.forEach((fields) => {
    const cluster = fields.get('cluster');
    if (typeof cluster === 'string') named.add(cluster as ClusterId);
  });
  return named;
}

/** The vote as it counts now: what lies on things that are gone is given back, what was merged lies on one. */
export function settled({ station, dots, ratings }: Vote, ends: Ends): Vote {
  const now: Vote = { station, dots: {}, ratings: {} };
  for (const [thing, laid] of Object.entries(dots)) {
    const end = ends(thing);
    if (end !== null) now.dots[end] = (now.dots[end] ?? 0) + laid;
  }
  for (const [thing, rating] of Object.entries(ratings)) {
    const end = ends(thing);
    // What was said of the group itself goes before what was said of one that was merged into it.
    if (end !== null && (end === thing || !now.ratings[end])) now.ratings[end] = rating;
  }
  return now;
}

export function dotsLaid({ dots }: Vote): number {
  return Object.values(dots).reduce((sum, laid) => sum + laid, 0);
}

export function isEmpty({ dots, ratings }: Vote): boolean {
  return Object.keys(dots).length === 0 && Object.keys(ratings).length === 0;
}

/** What the votes come to: the most dots and raters first, then by id, so that nothing tells who voted when. */
export function countVotes(votes: Iterable<Vote>, ends: Ends): VoteResults {
  const dots = new Map<string, number>();
  const sums = new Map<string, { effect: number; feasibility: number; count: number }>();
  for (const vote of votes) {
    const now = settled(vote, ends);
    for (const [thing, laid] of Object.entries(now.dots)) dots.set(thing, (dots.get(thing) ?? 0) + laid);
    for (const [thing, [effect, feasibility]] of Object.entries(now.ratings)) {
      const sum = sums.get(thing) ?? { effect: 0, feasibility: 0, count: 0 };
      sum.effect += effect;
      sum.feasibility += feasibility;
      sum.count++;
      sums.set(thing, sum);
    }
  }
  const ratings = [...sums].map(([thing, { effect, feasibility, count }]) => {
    return [thing, { effect: mean(effect, count), feasibility: mean(feasibility, count), count }] as const;
  });
  return {
    dots: Object.fromEntries([...dots].sort(([a, x], [b, y]) => y - x || byId(a, b))),
    ratings: Object.fromEntries(ratings.sort(([a, x], [b, y]) => y.count - x.count || byId(a, b))),
  };
}

/** The first so many of each. */
export function topOf({ dots, ratings }: VoteResults, count: number): VoteResults {
  const first = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).slice(0, count));
  return { dots: first(dots), ratings: first(ratings) };
}

const mean = (sum: number, count: number) => Math.round((sum / count) * 100) / 100;
const byId = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

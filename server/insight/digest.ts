/**
 * What a summary needs to know of how alike a station's notes are: what loose notes belong together, what stands
 * alone, and which notes speak for a group. Heavy with many notes: it runs in the insight worker.
 */

import { averageLink, type PairTable, pairAt, pairOf } from './averageLink.ts';
import { CAUTIOUS_CUT, compare, cutOf, inOrder } from './grouping.ts';
import { medoid } from './naming.ts';
import { lexical, type Similarity, type Text } from './similarity.ts';

export interface DigestOrder {
  notes: Text[];
  /** Groups that people made, by their notes' ids. */
  groups: string[][];
}

/** All by note id. */
export interface Digest {
  /** For each group that people made: who speaks for it. */
  voices: string[][];
  /** Loose notes that seem to belong together, with who speaks for them; the largest first, of these the most alike. */
  drafted: { notes: string[]; voices: string[] }[];
  /** Notes that are like nothing else here and hang in no group of several; the loneliest first. */
  alone: string[];
}

/** How many notes speak for a group: the one in the middle, then those most unlike what was said. */
const VOICES = 4;

/** Of a group, those in its middle. */
const INNER = 2 / 3;

/** @returns the same for the same notes, in whatever order they come */
export function digest({ notes, groups }: DigestOrder, similarity: Similarity = lexical()): Digest {
  const texts = inOrder(notes).map((index) => notes[index]!);
  const table = similarity(texts);
  const indexOf = new Map(texts.map(({ id }, index) => [id, index]));
  const idsOf = (members: readonly number[]) => members.map((index) => texts[index]!.id);
  const indexesOf = (ids: readonly string[]) => ids.flatMap((id) => indexOf.get(id) ?? []);

  const grouped = new Set(groups.filter((ids) => ids.length > 1).flat());
  // Cautious: a main point that throws together what has little in common discredits all of them.
  const clusters = averageLink(table, cutOf(table, CAUTIOUS_CUT));
  const drafted: number[][] = [];
  const alone: number[] = [];
  for (const cluster of clusters) {
    const loose = cluster.filter((index) => !grouped.has(texts[index]!.id));
    if (loose.length > 1) drafted.push(loose);
    else if (cluster.length === 1 && loose.length === 1) alone.push(loose[0]!);
  }
  const nearest = new Map(alone.map((index) => [index, nearestOf(table, index)]));
  alone.sort((a, b) => nearest.get(a)! - nearest.get(b)! || compare(texts[a]!.id, texts[b]!.id));
  const held = new Map(drafted.map((loose) => [loose, cohesion(table, loose)]));
  drafted.sort((a, b) => b.length - a.length || held.get(b)! - held.get(a)! || a[0]! - b[0]!);
  return {
    voices: groups.map((ids) =>
      idsOf(
        voicesOf(
          table,
          indexesOf(ids).sort((a, b) => a - b),
          texts,
        ),
      ),
    ),
    drafted: drafted.map((loose) => ({ notes: idsOf(loose), voices: idsOf(voicesOf(table, loose, texts)) })),
    alone: idsOf(alone),
  };
}

/** The note in the middle of its group, then the ones that differ most from those before. */
function voicesOf(table: PairTable, members: readonly number[], texts: readonly Text[]): number[] {
  const likeness = (a: number, b: number) => (a === b ? 0 : pairOf(table, a, b));
  if (members.length === 0) return [];
  const middle = medoid(members, table, texts);
  const voices = [middle];
  // What lies at the rim may not belong here at all: it does not speak for the group.
  const sums = new Map(members.map((a) => [a, members.reduce((sum, b) => sum + likeness(a, b), 0)]));
  const inner = [...members]
    .sort((a, b) => sums.get(b)! - sums.get(a)! || a - b)
    .slice(0, Math.max(VOICES, Math.ceil(members.length * INNER)));
  const closest = new Map(inner.map((index) => [index, likeness(index, middle)]));
  while (voices.length < Math.min(VOICES, inner.length)) {
    const rest = inner.filter((index) => !voices.includes(index));
    const next = rest.reduce((best, index) => (closest.get(index)! < closest.get(best)! ? index : best));
    voices.push(next);
    for (const index of rest) closest.set(index, Math.max(closest.get(index)!, likeness(index, next)));
  }
  return voices;
}

/** How alike its members are on average. */
function cohesion(table: PairTable, members: readonly number[]): number {
  let sum = 0;
  members.forEach((a, at) => {
    for (const b of members.slice(0, at)) sum += pairOf(table, a, b);
  });
  return sum / ((members.length * (members.length - 1)) / 2);
}

function nearestOf({ count, values }: PairTable, index: number): number {
  let nearest = 0;
  for (let other = 0; other < count; other++) {
    if (other === index) continue;
    const value = values[other < index ? pairAt(other, index) : pairAt(index, other)]!;
    if (value > nearest) nearest = value;
  }
  return nearest;
}

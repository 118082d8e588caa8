/**
 * Notes that belong together: average link, cut at a share of what this station's nearest neighbours are alike. Among many
 * notes in two steps: sure groups first, then what is left alone may join one of them.
 */

import { averageLink, type PairTable, pairAt, pairOf } from './averageLink.ts';
import { withCompany } from './neighbours.ts';
import { lexical, type Similarity, type Text } from './similarity.ts';

/** A cut that gives about as many groups as people make. */
export const EVEN_CUT = 0.6;
/** The same for a heap that may come from several stations, where more notes than belong together speak of the same. */
export const HEAP_CUT = 0.735;
/** A cut for suggestions: what it groups, belongs together nearly always. */
export const CAUTIOUS_CUT = 0.8;
/** Never below this, however little a station's notes have in common. */
const LEAST = 0.03;
/** Among few notes half may be copies of each other, and others may still belong together: so much is usual at most. */
const FEW = 40;
const USUAL_AMONG_FEW = 0.5;
/** Among many notes the sure groups are found first, cut at so much of the cut. */
const SURE = 10 / 7;

/** @returns groups of indexes into `texts`, each text once, in order of their first members by id */
export function groupTexts(
  texts: readonly Text[],
  cut: number = EVEN_CUT,
  similarity: Similarity = lexical(),
): number[][] {
  // In order of id, so that the order in which notes come changes nothing.
  const order = inOrder(texts);
  const sorted = order.map((index) => texts[index]!);
  const table = similarity(sorted);
  const clusters = texts.length < FEW ? averageLink(table, cutOf(table, cut)) : linkMany(table, cut);
  return clusters.map((cluster) => cluster.map((at) => order[at]!));
}

function linkMany(likeness: PairTable, cut: number): number[][] {
  const table = withCompany(likeness);
  const clusters = averageLink(table, cutOf(table, cut * SURE));
  return joinLeft(clusters, table, cutOf(table, cut));
}

/** Lets each note that is alone join the sure group that it is most like on average, if it is as alike as `least`. */
function joinLeft(clusters: readonly number[][], table: PairTable, least: number): number[][] {
  const sure = clusters.filter(({ length }) => length > 1);
  const joined = sure.map((cluster) => [...cluster]);
  const alone: number[][] = [];
  for (const cluster of clusters) {
    if (cluster.length > 1) continue;
    const note = cluster[0]!;
    let [best, most] = [-1, least];
    sure.forEach((members, index) => {
      let sum = 0;
      for (const member of members) sum += pairOf(table, note, member);
      if (sum / members.length >= most) {
        // Of groups that it is alike equally, the first.
        if (best < 0 || sum / members.length > most) best = index;
        most = sum / members.length;
      }
    });
    if (best < 0) alone.push(cluster);
    else joined[best]!.push(note);
  }
  return [...joined.map((cluster) => cluster.sort((a, b) => a - b)), ...alone].sort((a, b) => a[0]! - b[0]!);
}

/** The likeness from which on notes of this set are held to belong together. */
export function cutOf(table: PairTable, factor: number): number {
  const nearest = medianNearest(table);
  return Math.max(LEAST, factor * (table.count < FEW ? Math.min(USUAL_AMONG_FEW, nearest) : nearest));
}

/** Indexes of the texts in order of their ids; equal ids in order of text. */
export function inOrder(texts: readonly Text[]): number[] {
  return texts
    .map((_, index) => index)
    .sort((a, b) => compare(texts[a]!.id, texts[b]!.id) || compare(texts[a]!.text, texts[b]!.text));
}

/** How alike the notes are to what is most like them, at the middle. Notes that are like nothing do not count. */
export function medianNearest({ count, values }: PairTable): number {
  const nearest = new Float32Array(count);
  for (let high = 1; high < count; high++) {
    for (let low = 0, at = pairAt(0, high); low < high; low++, at++) {
      const value = values[at]!;
      if (value > nearest[high]!) nearest[high] = value;
      if (value > nearest[low]!) nearest[low] = value;
    }
  }
  const sorted = nearest.filter((value) => value > 0).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

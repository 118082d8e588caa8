/** Notes that belong together: average link, cut at a share of what this station's nearest neighbours are alike. */

import { averageLink, type PairTable, pairAt } from './averageLink.ts';
import { lexical, type Similarity, type Text } from './similarity.ts';

/** A cut that gives about as many groups as people make. */
export const EVEN_CUT = 0.6;
/** A cut for suggestions: what it groups, belongs together nearly always. */
export const CAUTIOUS_CUT = 0.8;
/** Never below this, however little a station's notes have in common. */
const LEAST = 0.03;
/** Among few notes half may be copies of each other, and others may still belong together: so much is usual at most. */
const FEW = 40;
const USUAL_AMONG_FEW = 0.5;

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
  const clusters = averageLink(table, cutOf(table, cut));
  return clusters.map((cluster) => cluster.map((at) => order[at]!));
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

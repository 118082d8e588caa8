/**
 * Notes that say nearly the same. A pass of its own: here every word counts, and the setting too, since "solar cells on
 * the school" and "on the town hall" belong together but are two points.
 */

import { averageLink, type PairTable, pairAt, pairOf, pairTable } from './averageLink.ts';
import type { Vector } from './features.ts';
import { FeatureReader } from './features.ts';
import { compare, inOrder } from './grouping.ts';
import { lexical, sparseDot, type Text, WORDING } from './similarity.ts';
import { VectorSpace } from './vectors.ts';

/** From here on two notes say nearly the same. Wording is alike in the same way everywhere: no share of a median here. */
export const SAME = 0.6;
/** From here on a writer is told softly that others wrote something alike. */
export const ALIKE = 0.55;

/** @returns sets of indexes into `texts` that say nearly the same, two or more each, in order of id; and their likeness */
export function nearDuplicates(texts: readonly Text[]): { members: number[]; likeness: number }[] {
  const order = inOrder(texts);
  const sorted = order.map((index) => texts[index]!);
  const table = lexical(WORDING)(sorted);
  return averageLink(table, SAME)
    .filter((set) => set.length > 1)
    .map((set) => ({ members: set.map((at) => order[at]!), likeness: meanOf(set, table) }));
}

/** How alike the members are, on average over their pairs. */
export function meanOf(members: readonly number[], table: PairTable): number {
  let sum = 0;
  let pairs = 0;
  members.forEach((a, at) => {
    for (const b of members.slice(at + 1)) {
      sum += pairOf(table, a, b);
      pairs++;
    }
  });
  return pairs === 0 ? 0 : sum / pairs;
}

/** The part of a table that is about some of its items, in their order. */
export function partOf(members: readonly number[], table: PairTable): PairTable {
  const part = pairTable(members.length);
  for (let high = 1; high < members.length; high++) {
    for (let low = 0; low < high; low++) {
      part.values[pairAt(low, high)] = pairOf(table, members[low]!, members[high]!);
    }
  }
  return part;
}

/** Notes made ready for the question which of them say what a text says. */
export class AlikeIndex {
  readonly #texts: readonly Text[];
  readonly #reader: FeatureReader;
  readonly #space: VectorSpace;
  readonly #vectors: Vector[];

  constructor(texts: readonly Text[]) {
    this.#texts = inOrder(texts).map((index) => texts[index]!);
    this.#reader = new FeatureReader(
      this.#texts.map(({ text }) => text),
      WORDING,
    );
    const raw = this.#texts.map((_, index) => this.#reader.of(index));
    this.#space = new VectorSpace(raw, WORDING);
    this.#vectors = raw.map((one) => this.#space.vector(one));
  }

  /** Notes that say nearly what the text says, the most alike first. */
  find(text: string, least = ALIKE): { id: string; sure: number }[] {
    const raw = this.#reader.ofText(text);
    // A single small word says nothing yet; the writer is still writing.
    if (raw.words.size === 0) return [];
    const vector = this.#space.vector(raw);
    return this.#vectors
      .map((other, index) => ({ id: this.#texts[index]!.id, sure: Math.min(1, sparseDot(vector, other)) }))
      .filter(({ sure }) => sure >= least)
      .sort((a, b) => b.sure - a.sure || compare(a.id, b.id));
  }
}

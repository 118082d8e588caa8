/**
 * The peer of our grouping: runs of 3 to 5 letters, TF-IDF, average link: what one gets without words, families or
 * anything else of ours. Its cut is chosen for each set by the answer, which is too kind to it.
 */

import { averageLink, pairAt, pairTable } from '../../../server/insight/averageLink.ts';
import { medianNearest } from '../../../server/insight/grouping.ts';
import type { Text } from '../../../server/insight/similarity.ts';

const RUNS = [3, 4, 5];
/** Shares of the station's median nearest likeness. */
export const LETTER_CUTS = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];

/** @returns groups of indexes into `texts` */
export function groupByLetters(texts: readonly Text[], cut: number): number[][] {
  const vectors = weigh(texts.map(({ text }) => runsOf(text)));
  const table = pairTable(texts.length);
  for (let high = 1; high < texts.length; high++) {
    for (let low = 0; low < high; low++) table.values[pairAt(low, high)] = dot(vectors[low]!, vectors[high]!);
  }
  return averageLink(table, cut * medianNearest(table));
}

function runsOf(text: string): Map<string, number> {
  const plain = ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
  const runs = new Map<string, number>();
  for (const length of RUNS) {
    for (let at = 0; at + length <= plain.length; at++) {
      const run = plain.slice(at, at + length);
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  return runs;
}

/** Unit vectors: how often a run is there, damped, by how few texts have it. */
function weigh(all: readonly Map<string, number>[]): Map<string, number>[] {
  const having = new Map<string, number>();
  for (const runs of all) for (const run of runs.keys()) having.set(run, (having.get(run) ?? 0) + 1);
  return all.map((runs) => {
    const weights = new Map<string, number>();
    for (const [run, count] of runs) {
      weights.set(run, (1 + Math.log(count)) * (Math.log((1 + all.length) / (1 + having.get(run)!)) + 1));
    }
    const length = Math.sqrt([...weights.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
    return new Map([...weights].map(([run, value]) => [run, value / length]));
  });
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [run, value] of a) sum += value * (b.get(run) ?? 0);
  return sum;
}

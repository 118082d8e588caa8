/** How well a grouping agrees with the one that people made: B³, adjusted Rand, and pairs. */

export interface Scores {
  /** B³: of the notes in a note's group, how many belong there; and of those that belong, how many are there. */
  precision: number;
  recall: number;
  f1: number;
  /** Adjusted Rand index: 0 is chance, 1 is the same grouping. */
  ari: number;
}

/** @param found, @param gold each note's group, in the same order of notes */
export function scoreGroups(found: readonly string[], gold: readonly string[]): Scores {
  const ours = count(found);
  const theirs = count(gold);
  const both = count(found.map((group, index) => `${group}\n${gold[index]}`));
  let precision = 0;
  let recall = 0;
  found.forEach((group, index) => {
    const shared = both.get(`${group}\n${gold[index]}`)!;
    precision += shared / ours.get(group)!;
    recall += shared / theirs.get(gold[index]!)!;
  });
  const all = found.length || 1;
  return {
    precision: precision / all,
    recall: recall / all,
    f1: harmonic(precision / all, recall / all),
    ari: adjustedRand(pairs(both), pairs(ours), pairs(theirs), (all * (all - 1)) / 2),
  };
}

export interface PairScores {
  precision: number;
  recall: number;
  f1: number;
}

/** Of pairs: those found against those meant. A pair is two items of one set; items of no set are in none. */
export function scorePairs(
  found: readonly (readonly string[])[],
  gold: readonly (readonly string[])[],
): PairScores {
  const [ours, theirs] = [pairNames(found), pairNames(gold)];
  const right = [...ours].filter((name) => theirs.has(name)).length;
  const precision = ours.size === 0 ? 1 : right / ours.size;
  const recall = theirs.size === 0 ? 1 : right / theirs.size;
  return { precision, recall, f1: harmonic(precision, recall) };
}

function pairNames(sets: readonly (readonly string[])[]): Set<string> {
  const names = new Set<string>();
  for (const set of sets) {
    const sorted = [...set].sort();
    sorted.forEach((a, at) => {
      for (const b of sorted.slice(at + 1)) names.add(`${a}\n${b}`);
    });
  }
  return names;
}

function adjustedRand(both: number, ours: number, theirs: number, all: number): number {
  const chance = all === 0 ? 0 : (ours * theirs) / all;
  const most = (ours + theirs) / 2;
  return most === chance ? 1 : (both - chance) / (most - chance);
}

function pairs(sizes: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const size of sizes.values()) sum += (size * (size - 1)) / 2;
  return sum;
}

function count(names: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  return sizes;
}

const harmonic = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

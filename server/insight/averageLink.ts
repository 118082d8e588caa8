/** Average-link clustering by the chain of nearest neighbours, within the parts of the set that can come together at all. */

/** How alike each pair is: `values[pairAt(i, j)]`. */
export interface PairTable {
  count: number;
  values: Float32Array;
}

/** Where the pair stands; `low < high`. */
export function pairAt(low: number, high: number): number {
  return (high * (high - 1)) / 2 + low;
}

export function pairTable(count: number): PairTable {
  return { count, values: new Float32Array((count * (count - 1)) / 2) };
}

/** How alike `a` and `b` are. */
export function pairOf({ values }: PairTable, a: number, b: number): number {
  return values[a < b ? pairAt(a, b) : pairAt(b, a)]!;
}

/**
 * Merges what is most alike on average until nothing is as alike as `cut`.
 * @returns clusters of item numbers, each item once, in order of their first items
 */
export function averageLink(table: PairTable, cut: number): number[][] {
  // Two clusters that are as alike as the cut on average hold a pair that is: so all merging happens within the parts
  // that such pairs hang together.
  const clusters = partsOf(table, cut).flatMap((part) =>
    part.length < 3 ? [part] : linkPart(part, table, cut),
  );
  return clusters.sort((a, b) => a[0]! - b[0]!);
}

/** What hangs together by pairs as alike as the cut. */
function partsOf({ count, values }: PairTable, cut: number): number[][] {
  const parent = Int32Array.from({ length: count }, (_, index) => index);
  const root = (index: number) => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let high = 1; high < count; high++) {
    for (let low = 0, at = pairAt(0, high); low < high; low++, at++) {
      if (values[at]! < cut) continue;
      const [a, b] = [root(low), root(high)];
      if (a < b) parent[b] = a;
      else parent[a] = b;
    }
  }
  const parts = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const own = root(index);
    const part = parts.get(own);
    if (part) part.push(index);
    else parts.set(own, [index]);
  }
  return [...parts.values()];
}

/** One part, in a square of its own: a row lies in one piece of memory. */
function linkPart(part: readonly number[], table: PairTable, cut: number): number[][] {
  const count = part.length;
  const square = new Float32Array(count * count);
  for (let high = 1; high < count; high++) {
    for (let low = 0; low < high; low++) {
      const value = pairOf(table, part[low]!, part[high]!);
      square[high * count + low] = value;
      square[low * count + high] = value;
    }
  }
  const size = new Int32Array(count).fill(1);
  const members: number[][] = part.map((item) => [item]);
  const alive = Int32Array.from({ length: count }, (_, index) => index);
  const done: number[][] = [];
  let living = count;
  const chain: number[] = [];
  while (living > 0) {
    if (chain.length === 0) chain.push(alive[0]!);
    const top = chain[chain.length - 1]!;
    const before = chain[chain.length - 2] ?? -1;
    const row = top * count;
    let best = before;
    let likeness = before < 0 ? Number.NEGATIVE_INFINITY : square[row + before]!;
    for (let at = 0; at < living; at++) {
      const other = alive[at]!;
      const value = square[row + other]!;
      if (value > likeness && other !== top) {
        likeness = value;
        best = other;
      }
    }
    if (likeness < cut) {
      // Likeness only grows along the chain, and average link never finds more alike later: all of it is done.
      for (const index of chain) {
        done.push(members[index]!);
        remove(index);
      }
      chain.length = 0;
    } else if (best !== before) {
      chain.push(best);
    } else {
      chain.length -= 2;
      merge(Math.min(top, before), Math.max(top, before));
    }
  }
  return done.map((cluster) => cluster.sort((a, b) => a - b));

  function merge(keep: number, gone: number): void {
    const [a, b] = [size[keep]!, size[gone]!];
    remove(gone);
    for (let at = 0; at < living; at++) {
      const other = alive[at]!;
      if (other === keep) continue;
      const value = (a * square[keep * count + other]! + b * square[gone * count + other]!) / (a + b);
      square[keep * count + other] = value;
      square[other * count + keep] = value;
    }
    size[keep] = a + b;
    members[keep] = [...members[keep]!, ...members[gone]!];
  }

  function remove(index: number): void {
    const at = alive.subarray(0, living).indexOf(index);
    alive.copyWithin(at, at + 1, living);
    living--;
  }
}

/** Which ideas lie near what is asked about. Compares all pairs: it runs in the insight worker. */

import { pairAt } from './averageLink.ts';
import { compare, medianNearest } from './grouping.ts';
import { lexical, type Similarity, type Text } from './similarity.ts';

export interface IdeasOrder {
  about: Text[];
  ideas: Text[];
  /** How many at most. */
  most: number;
}

/** An idea must be this much of what a note is to its nearest, at the middle. */
const NEAR_CUT = 0.6;
const NEAR_LEAST = 0.05;

/** The nearest first, by id. A note that is among both lies nearest to itself. */
export function ideasNear({ about, ideas, most }: IdeasOrder, similarity: Similarity = lexical()): string[] {
  const table = similarity([...about, ...ideas]);
  const cut = Math.max(NEAR_LEAST, NEAR_CUT * medianNearest(table));
  const found: { id: string; near: number }[] = [];
  ideas.forEach(({ id }, index) => {
    const high = about.length + index;
    let near = 0;
    for (let low = 0; low < about.length; low++) near = Math.max(near, table.values[pairAt(low, high)]!);
    if (near >= cut) found.push({ id, near });
  });
  return found
    .sort((a, b) => b.near - a.near || compare(a.id, b.id))
    .slice(0, most)
    .map(({ id }) => id);
}

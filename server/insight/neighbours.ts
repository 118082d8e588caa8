/**
 * Likeness by company: notes that are like the same other notes are somewhat alike, though they share no word. Told from
 * the likeness of pairs alone.
 */

import { type PairTable, pairAt } from './averageLink.ts';

/** A note's company: so many of its nearest. */
const COMPANY = 8;
/** How much company counts beside what two notes themselves have in common. */
const SHARE = 0.2;

/** The table with company reckoned in. */
export function withCompany(table: PairTable): PairTable {
  const { count } = table;
  const values = table.values.map((value) => value * (1 - SHARE));
  for (const members of guestsOf(nearestOf(table), count)) {
    for (let b = 1; b < members.length; b++) {
      const high = members[b]!;
      for (let a = 0; a < b; a++) {
        const low = members[a]!;
        // Hosts come in order of their numbers, so that `low` is the lower one.
        const at = pairAt(low.host, high.host);
        values[at] = values[at]! + SHARE * low.weight * high.weight;
      }
    }
  }
  return { count, values };
}

interface Near {
  note: number;
  likeness: number;
}

/** The nearest notes of each, the most alike first; of those alike equally, the first. */
function nearestOf({ count, values }: PairTable): Near[][] {
  const nearest: Near[][] = Array.from({ length: count }, () => []);
  for (let high = 1; high < count; high++) {
    for (let low = 0, at = pairAt(0, high); low < high; low++, at++) {
      const likeness = values[at]!;
      if (likeness <= 0) continue;
      insert(nearest[high]!, low, likeness);
      insert(nearest[low]!, high, likeness);
    }
  }
  return nearest;
}

function insert(list: Near[], note: number, likeness: number): void {
  if (list.length === COMPANY) {
    if (likeness <= list[COMPANY - 1]!.likeness) return;
    list.pop();
  }
  let at = list.length;
  while (at > 0 && list[at - 1]!.likeness < likeness) at--;
  list.splice(at, 0, { note, likeness });
}

/** In whose company each note is, and how much it weighs there. A note is in its own, as much as its nearest. */
function guestsOf(nearest: readonly (readonly Near[])[], count: number) {
  const guests: { host: number; weight: number }[][] = Array.from({ length: count }, () => []);
  nearest.forEach((list, host) => {
    const own = list[0]?.likeness ?? 0;
    if (own === 0) return;
    const length = Math.sqrt(list.reduce((sum, { likeness }) => sum + likeness * likeness, own * own));
    for (const { note, likeness } of [...list, { note: host, likeness: own }]) {
      guests[note]!.push({ host, weight: likeness / length });
    }
  });
  return guests;
}

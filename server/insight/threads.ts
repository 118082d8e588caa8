/** Threads across stations: a barrier, an idea and a success that are about the same thing. */

import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { Thread } from '../../shared/domain/suggestion.ts';
import { averageLink, type PairTable, pairAt, pairOf, pairTable } from './averageLink.ts';
import { meanOf } from './duplicates.ts';
import { CAUTIOUS_CUT, compare, cutOf } from './grouping.ts';
import { keyOf } from './key.ts';
import { medoid, SharedWords, titleOf } from './naming.ts';
import { lexical, type Similarity, type Text } from './similarity.ts';
import type { HelpCluster, HelpNote } from './suggest.ts';

export interface HelpStation {
  stationId: StationId;
  notes: readonly HelpNote[];
  clusters: readonly HelpCluster[];
}

/** A group or a loose note, with its texts' places in the table. */
interface Item {
  stationId: StationId;
  note?: NoteId;
  cluster?: HelpCluster;
  texts: number[];
}

/** Sets of notes and groups of two stations or more that are about the same thing, the surest first. */
export function threads(stations: readonly HelpStation[], similarity: Similarity = lexical()): Thread[] {
  const { texts, items } = itemsOf(stations);
  const between = similarity(texts);
  const table = itemTable(items, between);
  const cut = cutOf(table, CAUTIOUS_CUT);
  const shared = new SharedWords(texts);
  return averageLink(table, cut)
    .filter((set) => new Set(set.map((index) => items[index]!.stationId)).size > 1)
    .map((set) => {
      const likeness = meanOf(set, table);
      return {
        key: keyOf(
          't',
          set.map((index) => items[index]!.cluster?.id ?? items[index]!.note!),
        ),
        items: set.map((index) => nameItem(items[index]!, texts, between)),
        why: shared.of(set.flatMap((index) => items[index]!.texts.map((at) => texts[at]!.text)).slice(0, 40)),
        sure: Math.min(1, likeness / (likeness + cut)),
      };
    })
    .sort((a, b) => b.sure - a.sure || compare(a.key, b.key));
}

function nameItem({ stationId, note, cluster, texts: own }: Item, texts: readonly Text[], table: PairTable) {
  const title = cluster?.title.trim() || titleOf(texts[medoid(own, table, texts)]!.text);
  return cluster ? { stationId, cluster: cluster.id, title } : { stationId, note: note!, title };
}

/** All texts, and what they belong to; in an order that does not hang on the order of what came in. */
function itemsOf(stations: readonly HelpStation[]): { texts: Text[]; items: Item[] } {
  const texts: Text[] = [];
  const items: Item[] = [];
  const add = (text: Text) => texts.push(text) - 1;
  for (const { stationId, notes, clusters } of [...stations].sort((a, b) =>
    compare(a.stationId, b.stationId),
  )) {
    const byId = new Map(notes.map((note) => [note.id, note]));
    const taken = new Set<NoteId>();
    for (const cluster of [...clusters].sort((a, b) => compare(a.id, b.id))) {
      const members = [...cluster.notes].sort(compare).flatMap((id) => byId.get(id) ?? []);
      const own = members.map(add);
      for (const { id } of members) taken.add(id);
      if (cluster.title.trim() !== '') own.push(add({ id: cluster.id, text: cluster.title }));
      if (own.length > 0) items.push({ stationId, cluster, texts: own });
    }
    for (const note of [...notes].sort((a, b) => compare(a.id, b.id))) {
      if (!taken.has(note.id)) items.push({ stationId, note: note.id, texts: [add(note)] });
    }
  }
  return { texts, items };
}

/** How alike items are: the cosine between the middles of their texts, reckoned from pairs of texts alone. */
function itemTable(items: readonly Item[], between: PairTable): PairTable {
  const table = pairTable(items.length);
  const inner = items.map(({ texts }) => Math.sqrt(meanAcross(texts, texts, between)));
  for (let high = 1; high < items.length; high++) {
    for (let low = 0; low < high; low++) {
      const across = meanAcross(items[low]!.texts, items[high]!.texts, between);
      table.values[pairAt(low, high)] = across / (inner[low]! * inner[high]!);
    }
  }
  return table;
}

function meanAcross(some: readonly number[], others: readonly number[], table: PairTable): number {
  let sum = 0;
  for (const a of some) for (const b of others) sum += a === b ? 1 : pairOf(table, a, b);
  return sum / (some.length * others.length);
}

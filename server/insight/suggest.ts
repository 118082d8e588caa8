/** The help that a station is offered: groups of loose notes, near-duplicates, and notes that fit a group people made. */

import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { GroupingHelp, Suggestion } from '../../shared/domain/suggestion.ts';
import { averageLink, type PairTable, pairAt, pairOf } from './averageLink.ts';
import { meanOf, nearDuplicates, partOf } from './duplicates.ts';
import { CAUTIOUS_CUT, compare, cutOf, inOrder } from './grouping.ts';
import { keyOf } from './key.ts';
import { medoid, SharedWords, titleOf } from './naming.ts';
import { lexical, type Similarity } from './similarity.ts';

export interface HelpNote {
  id: NoteId;
  text: string;
}

/** A group that people made. */
export interface HelpCluster {
  id: ClusterId;
  title: string;
  notes: readonly NoteId[];
}

/** Two groups draw a note about equally when the weaker draws at least this share of the stronger. */
const TORN = 0.9;
/** Of a large group, so many notes are enough to tell why. */
const WHY_FROM = 40;

/**
 * Help for one station. Groups that people made are only offered additions.
 * @param refused keys of suggestions that somebody said no to; they do not come again
 */
export function suggest(
  notes: readonly HelpNote[],
  clusters: readonly HelpCluster[],
  refused: readonly string[] = [],
  similarity: Similarity = lexical(),
): GroupingHelp {
  const sorted = inOrder(notes).map((index) => notes[index]!);
  const groups = [...clusters].sort((a, b) => compare(a.id, b.id));
  // Titles lie among the notes: words of a title tell what a group is about when its notes differ.
  const titled = groups.filter(({ title }) => title.trim() !== '');
  const texts = [...sorted, ...titled.map(({ id, title }) => ({ id: id as string, text: title }))];
  const table = similarity(texts);
  const at = new Map(texts.map(({ id }, index) => [id, index]));
  // A table begins with the pairs of its first items: here the notes, without the titles.
  const ofNotes = { count: sorted.length, values: table.values.subarray(0, pairAt(0, sorted.length)) };
  const cut = cutOf(ofNotes, CAUTIOUS_CUT);
  const taken = new Set<string>(groups.flatMap((group) => group.notes));
  const loose = sorted.filter(({ id }) => !taken.has(id));
  const shared = new SharedWords(sorted);
  const no = new Set(refused);
  const textOf = (id: string) => texts[at.get(id)!]!.text;
  const sureOf = (likeness: number) => Math.min(1, likeness / (likeness + cut));

  const { offers, torn } = placeLoose(loose, groups, table, at, cut);
  const suggestions: Suggestion[] = [];
  const placed = new Set<string>(torn.map(({ note }) => note));
  for (const { cluster, members, likeness } of offers) {
    const key = keyOf('a', [cluster.id, ...members]);
    if (no.has(key)) continue;
    for (const id of members) placed.add(id);
    const near = cluster.notes.filter((id) => at.has(id)).map(textOf);
    suggestions.push({
      kind: 'add',
      key,
      cluster: cluster.id,
      notes: members,
      title: cluster.title,
      why: shared.of([...members.map(textOf), ...near].slice(0, WHY_FROM), cluster.title),
      sure: sureOf(likeness),
    });
  }

  const free = loose.filter(({ id }) => !placed.has(id));
  const same = nearDuplicates(free).map(({ members, likeness }) => ({
    kind: 'duplicates' as const,
    members: members.map((index) => at.get(free[index]!.id)!),
    sure: Math.min(1, likeness),
  }));
  const own = free.map(({ id }) => at.get(id)!);
  const together = averageLink(partOf(own, table), cut)
    .map((members) => members.map((index) => own[index]!))
    .filter((members) => members.length > 1)
    .map((members) => ({ kind: 'group' as const, members, sure: sureOf(meanOf(members, table)) }));

  const keys = new Set<string>();
  for (const { kind, members, sure } of [...same, ...together]) {
    const ids = members.map((index) => texts[index]!.id as NoteId);
    const key = keyOf(kind === 'group' ? 'g' : 'd', ids);
    // What says nearly the same is not offered a second time as a group.
    const set = keyOf('', ids);
    if (no.has(key) || keys.has(set)) continue;
    keys.add(set);
    for (const id of ids) placed.add(id);
    const title = titleOf(texts[medoid(members, table, texts)]!.text);
    suggestions.push({ kind, key, notes: ids, title, why: shared.of(ids.map(textOf)), sure });
  }

  suggestions.sort((a, b) => b.sure - a.sure || compare(a.key, b.key));
  return { suggestions, alone: loose.filter(({ id }) => !placed.has(id)).map(({ id }) => id), torn };
}

/** Which group each loose note fits, if one; and the notes that fit several. */
function placeLoose(
  loose: readonly HelpNote[],
  groups: readonly HelpCluster[],
  table: PairTable,
  at: ReadonlyMap<string, number>,
  cut: number,
) {
  const torn: GroupingHelp['torn'] = [];
  const chosen = new Map<HelpCluster, { id: NoteId; likeness: number }[]>();
  for (const { id } of loose) {
    const drawn = groups
      .map((group) => ({ group, likeness: likenessTo(at.get(id)!, group, table, at) }))
      .filter(({ likeness }) => likeness >= cut)
      .sort((a, b) => b.likeness - a.likeness || compare(a.group.id, b.group.id));
    const best = drawn[0];
    if (!best) continue;
    const rivals = drawn.filter(({ likeness }) => likeness >= TORN * best.likeness);
    if (rivals.length > 1) torn.push({ note: id, between: rivals.map(({ group }) => group.id) });
    else chosen.set(best.group, [...(chosen.get(best.group) ?? []), { id, likeness: best.likeness }]);
  }
  const offers = groups.flatMap((cluster) => {
    const fits = chosen.get(cluster);
    if (!fits) return [];
    const likeness = fits.reduce((sum, one) => sum + one.likeness, 0) / fits.length;
    return [{ cluster, members: fits.map(({ id }) => id), likeness }];
  });
  return { offers, torn };
}

/** How alike a note and a group are: on average over its notes, and its title with them. */
function likenessTo(
  note: number,
  { id, notes }: HelpCluster,
  table: PairTable,
  at: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  let count = 0;
  for (const member of notes) {
    const index = at.get(member);
    if (index === undefined) continue;
    sum += pairOf(table, note, index);
    count++;
  }
  const title = at.get(id);
  if (title !== undefined) {
    sum += pairOf(table, note, title);
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

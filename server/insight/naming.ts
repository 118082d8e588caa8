/** What a group is called and why it is one, in the participants' own words. */

import { CLUSTER_TITLE_MAX, cleanLine } from '../../shared/domain/note.ts';
import { type PairTable, pairOf } from './averageLink.ts';
import { FeatureReader } from './features.ts';
import { readText } from './readText.ts';
import { MEANING, type Text } from './similarity.ts';
import { THESAURUS } from './thesaurus.ts';

/** Words that light up in a group, at most. */
const WHY_MOST = 8;
/** A title is read at a glance: of notes that stand as much in the middle, one that is no longer than this. */
const TITLE_LENGTH = 60;

/** The member that is most like all others: the index into `members`' own numbers. */
export function medoid(members: readonly number[], table: PairTable, texts: readonly Text[]): number {
  let best = members[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (const one of members) {
    let sum = 0;
    for (const other of members) if (other !== one) sum += pairOf(table, one, other);
    const long = texts[one]!.text.length > TITLE_LENGTH ? 0.8 : 1;
    if (sum * long > most) {
      most = sum * long;
      best = one;
    }
  }
  return best;
}

/** A note's text as a title: one line, without bullets, end marks or pictures around it. */
export function titleOf(text: string): string {
  const line = cleanLine(text).replace(/\s+/g, ' ');
  const bare = line.replace(/^[^\p{L}\p{N}«"“(]+/u, '').replace(/[^\p{L}\p{N}%»"”)]+$/u, '') || line;
  const title = bare.charAt(0).toUpperCase() + bare.slice(1);
  if (title.length <= CLUSTER_TITLE_MAX) return title;
  const cut = title.slice(0, CLUSTER_TITLE_MAX - 1);
  // Not in the middle of a word, and never in the middle of a letter that takes two units.
  const space = cut.lastIndexOf(' ');
  return `${(space > CLUSTER_TITLE_MAX / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Tells which words groups of these texts share. */
export class SharedWords {
  readonly #reader: FeatureReader;
  readonly #total: number;
  readonly #spread = new Map<string, number>();

  constructor(texts: readonly Text[]) {
    this.#reader = new FeatureReader(
      texts.map(({ text }) => text),
      MEANING,
    );
    this.#total = texts.length;
    for (const { text } of texts) {
      const marks = new Set(readText(text, MEANING).flatMap((word) => this.#marks(word)));
      for (const mark of marks) this.#spread.set(mark, (this.#spread.get(mark) ?? 0) + 1);
    }
  }

  /**
   * The words that at least two of the texts share (or words of one family), as they stand there, the weightiest first.
   * @param title counts as one of the texts, but its words do not light up: it is no note
   */
  of(texts: readonly string[], title = ''): string[] {
    const words = texts.map((text) => readText(text, MEANING));
    const owners = new Map<string, number>();
    for (const own of [...words, readText(title, MEANING)]) {
      for (const mark of new Set(own.flatMap((word) => this.#marks(word)))) {
        owners.set(mark, (owners.get(mark) ?? 0) + 1);
      }
    }
    const scores = new Map<string, number>();
    words.forEach((own, index) => {
      for (const word of own) {
        let score = 0;
        for (const mark of this.#marks(word)) {
          const shared = owners.get(mark)!;
          if (shared > 1) score = Math.max(score, (shared / texts.length) * this.#rarity(mark) * word.weight);
        }
        const surface = texts[index]!.normalize('NFC').slice(word.start, word.end);
        if (score > 0) scores.set(surface, Math.max(score, scores.get(surface) ?? 0));
      }
    });
    const ranked = [...scores].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    const least = (ranked[0]?.[1] ?? 0) / 4;
    return ranked
      .filter(([, score]) => score >= least)
      .slice(0, WHY_MOST)
      .map(([surface]) => surface);
  }

  /** By what a word can be shared: its stem, the stems of its parts, and the families of them or of its phrase. */
  #marks(word: Parameters<FeatureReader['stemsOf']>[0]): string[] {
    const stems = this.#reader.stemsOf(word);
    const meanings =
      word.phrase?.meanings ??
      stems.flatMap((stem) => THESAURUS.words.get(stem)?.filter(({ hint }) => !hint) ?? []);
    return [...stems.map((stem) => `w${stem}`), ...meanings.map(({ family }) => `f${family}`)];
  }

  #rarity(mark: string): number {
    return Math.log((this.#total + 1) / ((this.#spread.get(mark) ?? 0) + 0.5)) + 0.4;
  }
}

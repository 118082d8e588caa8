/** A light stemmer for Norwegian, both forms, after `words/spelling`. The same for notes and for the thesaurus. */

import { fold, wholeWord } from './words/spelling.ts';

/** Endings of nouns, adjectives and verbs, the longest first; how much must be left of the word. */
const ENDINGS: readonly (readonly [ending: string, least: number])[] = [
  ['hetene', 3],
  ['elsene', 4],
  ['ingene', 3],
  ['ingane', 3],
  ['erane', 3],
  ['arane', 3],
  ['erne', 3],
  ['heten', 3],
  ['heter', 3],
  ['elsen', 4],
  ['elser', 4],
  ['elsar', 4],
  ['ingen', 3],
  ['ingar', 3],
  ['inger', 3],
  ['ende', 4],
  ['ande', 4],
  ['arar', 3],
  ['else', 4],
  ['inga', 3],
  ['ene', 3],
  ['ane', 3],
  ['ing', 3],
  ['het', 3],
  ['est', 4],
  ['ast', 4],
  ['ere', 3],
  ['are', 3],
  ['ens', 4],
  ['ets', 4],
  ['dde', 3],
  ['ar', 3],
  ['er', 3],
  ['en', 3],
  ['et', 3],
  ['es', 3],
  ['as', 4],
  ['te', 4],
  ['a', 3],
  ['e', 3],
  ['s', 5],
];
/** Endings by their last letter: of most words only a few need a look. */
const BY_LAST = new Map<string, (readonly [ending: string, least: number])[]>();
for (const pair of ENDINGS) {
  const last = pair[0].at(-1)!;
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), pair]);
}
const VOWEL = /[aeiouyæøå]/;
const kept = new Map<string, string>();
const keptFolded = new Map<string, string>();
const KEPT_MOST = 100_000;

/** The stem of a word in lower case. */
export function stem(word: string): string {
  return keep(kept, word, fold);
}

/** The stem of a piece of a word that is in the one spelling already. */
export function stemOfFolded(word: string): string {
  return keep(keptFolded, word, wholeWord);
}

function keep(stems: Map<string, string>, word: string, spell: (word: string) => string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = strip(spell(word));
  if (stems.size >= KEPT_MOST) stems.clear();
  stems.set(word, made);
  return made;
}

function strip(word: string): string {
  let rest = word;
  if (rest.length <= 3) return rest;
  rest = withoutEnding(rest);
  // sterkt/sterk: the t of the neuter goes.
  if (rest.length >= 6 && /[gdkrln]t$/.test(rest) && !/[aeiouyæøå]rt$/.test(rest)) rest = rest.slice(0, -1);
  // Only m is written once at the end of a word and twice within (rom, rommet): all else tells words apart (vann, vane).
  if (rest.length >= 4 && rest.endsWith('mm')) rest = rest.slice(0, -1);
  return rest;
}

function withoutEnding(word: string): string {
  for (const [ending, least] of BY_LAST.get(word.at(-1)!) ?? []) {
    if (!word.endsWith(ending) || word.length - ending.length < least) continue;
    const shorter = word.slice(0, -ending.length);
    if (VOWEL.test(shorter)) return shorter;
  }
  return word;
}

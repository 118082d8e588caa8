/** A note's text as weighed words: what each is worth for telling what the note is about. */

import { stem } from './stem.ts';
import { ACTOR_WORDS, BREAKS, GENERIC_WORDS, LOCATIVES, STOP_WORDS } from './words/functionWords.ts';

export interface Word {
  /** Lower case, as written. */
  word: string;
  stem: string;
  /** 1, or less for words that say how or where and not what. */
  weight: number;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
}

export interface Weights {
  generic: number;
  locative: number;
  /** Of those who act. */
  actor: number;
}

const WORD = /\p{L}[\p{L}\p{M}]*|\p{N}+/gu;
/** Words of the setting that follow one preposition: an adjective and its noun. */
const SETTING_WORDS = 2;
/** Longer texts are read this far: a note holds 280 characters, a pasted text may hold anything. */
const READ_MOST = 2_000;
const generic = new Set([...GENERIC_WORDS].map(stem));
const actors = new Set([...ACTOR_WORDS].map(stem));

/** The words of a text that count, in order. */
export function readText(text: string, weights: Weights): Word[] {
  const words: Word[] = [];
  let setting = 0;
  for (const match of text.slice(0, READ_MOST).normalize('NFC').matchAll(WORD)) {
    const word = match[0].toLowerCase();
    if (LOCATIVES.has(word)) setting = SETTING_WORDS;
    else if (BREAKS.has(word)) setting = 0;
    if (STOP_WORDS.has(word) || (word.length === 1 && !/\p{N}/u.test(word))) continue;
    const key = stem(word);
    const isGeneric = GENERIC_WORDS.has(word) || generic.has(key) || /\p{N}/u.test(word);
    let weight = isGeneric ? weights.generic : actors.has(key) ? weights.actor : 1;
    if (setting > 0) {
      weight *= weights.locative;
      setting--;
    }
    words.push({ word, stem: key, weight, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

/** A note's text as weighed words: what each is worth for telling what the note is about. */

import { stem } from './stem.ts';
import { type Phrase, THESAURUS } from './thesaurus.ts';
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
  /** The phrase that it stands in, if the thesaurus knows one: the word means nothing else there. */
  phrase?: Phrase;
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
  return readPhrases(text, weights).words;
}

/** The same, and the phrases: some are of words that count for nothing by themselves. */
export function readPhrases(text: string, weights: Weights): { words: Word[]; phrases: Phrase[] } {
  const words: Word[] = [];
  const phrases: Phrase[] = [];
  const tokens = [...text.slice(0, READ_MOST).normalize('NFC').matchAll(WORD)].map((match) => {
    const word = match[0].toLowerCase();
    return { word, stem: stem(word), start: match.index, end: match.index + match[0].length };
  });
  let setting = 0;
  let phraseEnd = 0;
  tokens.forEach((token, at) => {
    const { word, stem: key } = token;
    if (LOCATIVES.has(word)) setting = SETTING_WORDS;
    else if (BREAKS.has(word)) setting = 0;
    const begun = at < phraseEnd ? undefined : phraseAt(tokens, at);
    if (begun) {
      phraseEnd = at + begun.stems.length;
      phrases.push(begun);
    }
    if (STOP_WORDS.has(word) || (word.length === 1 && !/\p{N}/u.test(word))) return;
    const isGeneric = GENERIC_WORDS.has(word) || generic.has(key) || /\p{N}/u.test(word);
    let weight = isGeneric ? weights.generic : actors.has(key) ? weights.actor : 1;
    if (setting > 0) {
      weight *= weights.locative;
      setting--;
    }
    words.push(at < phraseEnd ? { ...token, weight, phrase: phrases.at(-1)! } : { ...token, weight });
  });
  return { words, phrases };
}

function phraseAt(tokens: readonly { stem: string }[], at: number): Phrase | undefined {
  return THESAURUS.phrases
    .get(tokens[at]!.stem)
    ?.find(({ stems }) => stems.every((one, index) => tokens[at + index]?.stem === one));
}

/** What notes are compared by: stems, parts of compounds, families of meaning and pieces of letters, weighed by rarity. */

import { splitCompound } from './compounds.ts';
import { readPhrases, type Weights, type Word } from './readText.ts';
import { stem } from './stem.ts';
import { type Meaning, THESAURUS } from './thesaurus.ts';
import { GENERIC_WORDS } from './words/functionWords.ts';

/** How much each kind of feature counts. */
export interface Mix extends Weights {
  words: number;
  senses: number;
  families: number;
  circles: number;
  letters: number;
  /** How much a part of a compound counts beside the whole. */
  part: number;
  /**
   * How much doubt there is about what a text is about when only what is usual here is known of it: at 0, two notes that
   * share the one thing that is known of them are the same, though half of all notes share it.
   */
  doubt: number;
}

/** A sparse vector of length 1, or less where there is doubt: feature numbers, ascending, with their values. */
export interface Vector {
  keys: Int32Array;
  values: Float32Array;
}

export const KINDS = ['words', 'senses', 'families', 'circles', 'letters'] as const;
type Kind = (typeof KINDS)[number];
/** Features of one text before they are weighed by rarity, each kind by itself. */
export type RawFeatures = Record<Kind, Map<string, number>>;

const genericStems = new Set([...GENERIC_WORDS].map(stem));

/** Finds the features of texts; knows the station's words, by which it takes compounds apart. */
export class FeatureReader {
  readonly #mix: Mix;
  readonly #read: ReturnType<typeof readPhrases>[];
  readonly #vocabulary = new Map<string, number>();
  readonly #parts = new Map<string, string[]>();

  constructor(texts: readonly string[], mix: Mix) {
    this.#mix = mix;
    this.#read = texts.map((text) => readPhrases(text, mix));
    for (const { words } of this.#read) {
      for (const key of new Set(words.map((word) => word.stem))) {
        this.#vocabulary.set(key, (this.#vocabulary.get(key) ?? 0) + 1);
      }
    }
  }

  /** Features of the text at `index`. */
  of(index: number): RawFeatures {
    return this.#features(this.#read[index]!);
  }

  /** Features of a text that is not among those it was made with. */
  ofText(text: string): RawFeatures {
    return this.#features(readPhrases(text, this.#mix));
  }

  /** The stems that a word stands for: its own, or those of its parts too. */
  stemsOf(word: Word): string[] {
    return [word.stem, ...this.#partsOf(word)];
  }

  #partsOf({ word, stem: whole }: Word): string[] {
    let parts = this.#parts.get(word);
    if (!parts) {
      parts = splitCompound(word, (key) => this.#known(key, whole));
      this.#parts.set(word, parts);
    }
    return parts;
  }

  #known(key: string, whole: string): number {
    if (key === whole) return 0;
    if (THESAURUS.words.has(key)) return 1;
    if (genericStems.has(key) && key.length > 3) return 0.9;
    return key.length > 3 && this.#vocabulary.has(key) ? 0.8 : 0;
  }

  #features({ words, phrases }: ReturnType<typeof readPhrases>): RawFeatures {
    const raw: RawFeatures = {
      words: new Map(),
      senses: new Map(),
      families: new Map(),
      circles: new Map(),
      letters: new Map(),
    };
    const { part: partWeight, generic } = this.#mix;
    for (const { meanings } of phrases) addMeanings(raw, meanings, 1);
    for (const word of words) {
      most(raw.words, word.stem, word.weight);
      const parts = this.#partsOf(word);
      for (const part of parts) {
        const weight = word.weight * (genericStems.has(part) ? generic : 1);
        most(raw.words, part, weight * partWeight);
      }
      addLetters(raw.letters, word);
      const own = meant(THESAURUS.words.get(word.stem), word.phrase?.meanings);
      // A word that the thesaurus knows as a whole is not taken apart for its meaning.
      if (own) addMeanings(raw, own, word.weight);
      else {
        for (const part of parts) {
          const meanings = meant(THESAURUS.words.get(part), word.phrase?.meanings);
          if (meanings) addMeanings(raw, meanings, word.weight * (genericStems.has(part) ? generic : 1));
        }
      }
    }
    return raw;
  }
}

/** Within a phrase a word means only what the phrase is about. */
function meant(
  meanings: readonly Meaning[] | undefined,
  phrase: readonly Meaning[] | undefined,
): readonly Meaning[] | undefined {
  if (!meanings || !phrase) return meanings;
  return meanings.filter(({ family }) => phrase.some((one) => one.family === family));
}

/** How much a word that only hints at a family counts for it. */
const HINT = 0.5;

function addMeanings(raw: RawFeatures, meanings: readonly Meaning[], weight: number): void {
  const share = weight / Math.sqrt(meanings.length);
  for (const { sense, family, circles, hint } of meanings) {
    if (sense !== null) most(raw.senses, String(sense), share);
    const sure = hint ? share * HINT : share;
    most(raw.families, String(family), sure);
    for (const circle of circles) most(raw.circles, String(circle), sure / Math.sqrt(circles.length));
  }
}

function addLetters(letters: Map<string, number>, { stem: key, weight }: Word): void {
  for (const piece of piecesOf(key)) letters.set(piece, (letters.get(piece) ?? 0) + weight);
}

const pieces = new Map<string, string[]>();
const PIECES_MOST = 20_000;

/** A stem's runs of 3 to 5 letters, its ends marked. */
function piecesOf(key: string): string[] {
  const known = pieces.get(key);
  if (known) return known;
  const framed = `_${key}_`;
  const made: string[] = [];
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= framed.length; at++) made.push(framed.slice(at, at + size));
  }
  if (pieces.size >= PIECES_MOST) pieces.clear();
  pieces.set(key, made);
  return made;
}

function most(map: Map<string, number>, key: string, weight: number): void {
  if (weight > (map.get(key) ?? 0)) map.set(key, weight);
}

/** What notes are compared by: stems, parts of compounds, families of meaning and pieces of letters, weighed by rarity. */

import { splitCompound } from './compounds.ts';
import { readText, type Weights, type Word } from './readText.ts';
import { stem } from './stem.ts';
import { THESAURUS } from './thesaurus.ts';
import { GENERIC_WORDS } from './words/functionWords.ts';

/** How much each kind of feature counts. */
export interface Mix extends Weights {
  words: number;
  families: number;
  fields: number;
  letters: number;
  /** How much a part of a compound counts beside the whole. */
  part: number;
}

/** A sparse vector of length 1: feature numbers, ascending, with their values. */
export interface Vector {
  keys: Int32Array;
  values: Float32Array;
}

export const KINDS = ['words', 'families', 'fields', 'letters'] as const;
type Kind = (typeof KINDS)[number];
/** Features of one text before they are weighed by rarity, each kind by itself. */
export type RawFeatures = Record<Kind, Map<string, number>>;

const genericStems = new Set([...GENERIC_WORDS].map(stem));

/** Finds the features of texts; knows the station's words, by which it takes compounds apart. */
export class FeatureReader {
  readonly #mix: Mix;
  readonly #words: Word[][];
  readonly #vocabulary = new Map<string, number>();
  readonly #parts = new Map<string, string[]>();

  constructor(texts: readonly string[], mix: Mix) {
    this.#mix = mix;
    this.#words = texts.map((text) => readText(text, mix));
    for (const words of this.#words) {
      for (const key of new Set(words.map((word) => word.stem))) {
        this.#vocabulary.set(key, (this.#vocabulary.get(key) ?? 0) + 1);
      }
    }
  }

  /** Features of the text at `index`. */
  of(index: number): RawFeatures {
    return this.#features(this.#words[index]!);
  }

  /** Features of a text that is not among those it was made with. */
  ofText(text: string): RawFeatures {
    return this.#features(readText(text, this.#mix));
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
    if (THESAURUS.families.has(key)) return 1;
    if (genericStems.has(key) && key.length > 3) return 0.9;
    return key.length > 3 && this.#vocabulary.has(key) ? 0.8 : 0;
  }

  #features(words: readonly Word[]): RawFeatures {
    const raw: RawFeatures = { words: new Map(), families: new Map(), fields: new Map(), letters: new Map() };
    const { part: partWeight, generic } = this.#mix;
    for (const word of words) {
      most(raw.words, word.stem, word.weight);
      const parts = this.#partsOf(word);
      for (const part of parts) {
        const weight = word.weight * (genericStems.has(part) ? generic : 1);
        most(raw.words, part, weight * partWeight);
      }
      addFamilies(raw, word.stem, parts, word.weight, generic);
      addLetters(raw.letters, word);
    }
    return raw;
  }
}

function addFamilies(
  raw: RawFeatures,
  whole: string,
  parts: readonly string[],
  weight: number,
  generic: number,
): void {
  const own = THESAURUS.families.get(whole);
  // A word that the thesaurus knows as a whole is not taken apart for its meaning.
  const carriers = own ? [whole] : parts;
  for (const carrier of carriers) {
    const families = THESAURUS.families.get(carrier);
    if (!families) continue;
    const share =
      (weight * (genericStems.has(carrier) && carrier !== whole ? generic : 1)) / Math.sqrt(families.length);
    for (const family of families) {
      most(raw.families, String(family), share);
      most(raw.fields, String(THESAURUS.fieldOf[family]), share);
    }
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

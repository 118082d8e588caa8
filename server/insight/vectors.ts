/** Turns features into vectors of one space, where the dot product says how alike two texts are. */

import { KINDS, type Mix, type RawFeatures, type Vector } from './features.ts';

/** Of fewer texts than this it is not known what is usual, and there is less to doubt. */
const FEW = 20;

/** The features of a set of texts, how rare each is, and the number it goes by. */
export class VectorSpace {
  readonly #numbers = new Map(KINDS.map((kind) => [kind, new Map<string, number>()]));
  readonly #rarity: number[] = [];
  readonly #mix: Mix;
  readonly #unseen: number;
  readonly #doubt: number;

  constructor(all: readonly RawFeatures[], mix: Mix) {
    this.#mix = mix;
    const counts: number[] = [];
    for (const raw of all) {
      for (const kind of KINDS) {
        if (mix[kind] === 0) continue;
        const numbers = this.#numbers.get(kind)!;
        for (const key of raw[kind].keys()) {
          const number = numbers.get(key);
          if (number === undefined) numbers.set(key, counts.push(1) - 1);
          else counts[number] = counts[number]! + 1;
        }
      }
    }
    for (const count of counts) this.#rarity.push(Math.log((all.length + 1) / (count + 0.5)) + 0.4);
    this.#unseen = Math.log((all.length + 1) / 1.5) + 0.4;
    this.#doubt = (mix.doubt * this.#unseen * Math.min(1, all.length / FEW)) ** 2;
  }

  /** How many features there are. */
  get size(): number {
    return this.#rarity.length;
  }

  vector(raw: RawFeatures): Vector {
    const found: [number, number][] = [];
    let square = 0;
    for (const kind of KINDS) {
      const factor = this.#mix[kind];
      if (factor === 0) continue;
      const numbers = this.#numbers.get(kind)!;
      const weighed: [number, number][] = [];
      let own = 0;
      for (const [key, weight] of raw[kind]) {
        const number = numbers.get(key) ?? -1;
        const value = weight * (number < 0 ? this.#unseen : this.#rarity[number]!);
        own += value * value;
        if (number >= 0) weighed.push([number, value]);
      }
      // Where there is no doubt, what is not known of a text is not held against it.
      if (own + this.#doubt === 0) continue;
      const scale = Math.sqrt(factor / (own + this.#doubt));
      for (const [number, value] of weighed) found.push([number, value * scale]);
      square += factor;
    }
    const length = Math.sqrt(square) || 1;
    found.sort((a, b) => a[0] - b[0]);
    return {
      keys: Int32Array.from(found, ([number]) => number),
      values: Float32Array.from(found, ([, value]) => value / length),
    };
  }
}

/** How alike notes are: the one thing that a language model's embeddings replace. */

import { type PairTable, pairAt, pairTable } from './averageLink.ts';
import { FeatureReader, type Mix, type Vector } from './features.ts';
import { VectorSpace } from './vectors.ts';

/** A note as the engine sees it. */
export interface Text {
  id: string;
  text: string;
}

/** All pairs of a list of texts; 0 is nothing in common, 1 is the same. */
export type Similarity = (texts: readonly Text[]) => PairTable;

/** From so many notes on there is a likeness that is usual among them, told by so many pairs. */
const USUAL_FROM = 10;
const USUAL_SAMPLE = 20_000;

/** For telling what belongs together: the setting counts less, meaning counts. */
export const MEANING: Mix = {
  generic: 0.15,
  locative: 0.45,
  actor: 0.2,
  part: 1,
  words: 2,
  senses: 1.4,
  families: 2.2,
  circles: 1.8,
  letters: 1.1,
  doubt: 0.45,
};

/** For telling what says nearly the same: every word counts, and so does where. */
export const WORDING: Mix = {
  generic: 0.8,
  locative: 1,
  actor: 1,
  part: 0.5,
  words: 1,
  senses: 0,
  families: 0.2,
  circles: 0,
  letters: 1,
  doubt: 0,
};

/** Vectors of the texts, in their order. */
export function vectorsOf(texts: readonly Text[], mix: Mix): { vectors: Vector[]; size: number } {
  const reader = new FeatureReader(
    texts.map(({ text }) => text),
    mix,
  );
  const raw = texts.map((_, index) => reader.of(index));
  const space = new VectorSpace(raw, mix);
  return { vectors: raw.map((one) => space.vector(one)), size: space.size };
}

/** Likeness by words, without any model. */
export function lexical(mix: Mix = MEANING): Similarity {
  return (texts) => {
    const { vectors, size } = vectorsOf(texts, mix);
    return allPairs(vectors, size);
  };
}

/** Likeness by vectors that somebody else made (embeddings), by id; texts without one are like nothing. */
export function similarityFrom(vectors: ReadonlyMap<string, ArrayLike<number>>): Similarity {
  const scaled = new Map([...vectors].map(([id, vector]) => [id, unit(vector)]));
  return (texts) => {
    const table = pairTable(texts.length);
    const own = texts.map(({ id }) => scaled.get(id));
    for (let high = 1; high < texts.length; high++) {
      const a = own[high];
      if (!a) continue;
      for (let low = 0; low < high; low++) {
        const b = own[low];
        if (b && a.length === b.length) table.values[pairAt(low, high)] = Math.max(0, dot(a, b));
      }
    }
    fromUsual(table);
    return table;
  };
}

/**
 * Embeddings find any two sentences rather alike; what counts is how much more than usual. So the median pair becomes 0,
 * as it is with words. Few notes have no usual likeness.
 */
function fromUsual({ count, values }: PairTable): void {
  if (count < USUAL_FROM) return;
  const step = Math.max(1, Math.floor(values.length / USUAL_SAMPLE));
  const sample = values.filter((_, at) => at % step === 0).sort();
  const usual = Math.min(0.95, sample[Math.floor(sample.length / 2)]!);
  for (let at = 0; at < values.length; at++) values[at] = Math.max(0, (values[at]! - usual) / (1 - usual));
}

/** All pairs of sparse vectors, by the features that they share. */
export function allPairs(vectors: readonly Vector[], size: number): PairTable {
  const count = vectors.length;
  const table = pairTable(count);
  const { starts, owners, values } = invert(vectors, size);
  const filled = Int32Array.from(starts.subarray(0, size));
  for (let high = 0; high < count; high++) {
    const vector = vectors[high]!;
    const row = pairAt(0, high);
    for (let at = 0; at < vector.keys.length; at++) {
      const key = vector.keys[at]!;
      const value = vector.values[at]!;
      const end = filled[key]!;
      for (let place = starts[key]!; place < end; place++) {
        const cell = row + owners[place]!;
        table.values[cell] = table.values[cell]! + value * values[place]!;
      }
      // From now on this vector is among those that later ones are compared with.
      owners[end] = high;
      values[end] = value;
      filled[key] = end + 1;
    }
  }
  return table;
}

/** Room for each feature's list of owners, one after the other. */
function invert(vectors: readonly Vector[], size: number) {
  const starts = new Int32Array(size + 1);
  for (const { keys } of vectors) for (const key of keys) starts[key + 1] = starts[key + 1]! + 1;
  for (let key = 0; key < size; key++) starts[key + 1] = starts[key + 1]! + starts[key]!;
  const total = starts[size]!;
  return { starts, owners: new Int32Array(total), values: new Float32Array(total) };
}

/** The dot product of two sparse vectors. */
export function sparseDot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.keys.length && j < b.keys.length; ) {
    const [left, right] = [a.keys[i]!, b.keys[j]!];
    if (left === right) sum += a.values[i++]! * b.values[j++]!;
    else if (left < right) i++;
    else j++;
  }
  return sum;
}

function unit(vector: ArrayLike<number>): Float32Array {
  const scaled = Float32Array.from(vector);
  const length = Math.sqrt(dot(scaled, scaled)) || 1;
  return scaled.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

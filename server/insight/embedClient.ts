/** Vectors of texts from a model of embeddings: asked for in batches, kept by the text's hash while the server runs. */

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ModelFault, type ModelLine, post } from './modelClient.ts';

const BATCH = 64;
const ANSWER_BYTES = 8_000_000;
/** Of 1,536 numbers each about 60 MB. */
const KEPT = 10_000;
const SIZE_MAX = 8_192;

const answerSchema = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(1).max(SIZE_MAX) })),
});

export class EmbedClient {
  readonly #line: ModelLine;
  /** The newest last. */
  readonly #known = new Map<string, Float32Array>();
  /** Of all vectors of one model. */
  #size: number | null = null;

  constructor(line: ModelLine) {
    this.#line = line;
  }

  /** A vector of length 1 for each text, in their order. @throws {ModelFault} */
  async vectors(
    texts: readonly string[],
    signal: AbortSignal,
    /** Asked before each batch leaves. */
    allowed: () => boolean,
  ): Promise<Float32Array[]> {
    const keys = texts.map(hashOf);
    // What is known now is held here: what is fetched may push it out.
    const held = new Map<string, Float32Array>();
    const missing = new Map<string, string>();
    keys.forEach((key, index) => {
      const vector = this.#known.get(key);
      if (vector) held.set(key, vector);
      else missing.set(key, texts[index]!);
    });
    const wanted = [...missing];
    for (let from = 0; from < wanted.length; from += BATCH) {
      if (!allowed()) throw new ModelFault('not_allowed');
      const batch = wanted.slice(from, from + BATCH);
      const vectors = await this.#fetch(
        batch.map(([, text]) => text),
        signal,
      );
      batch.forEach(([key], index) => {
        held.set(key, vectors[index]!);
        this.#keep(key, vectors[index]!);
      });
    }
    return keys.map((key) => held.get(key)!);
  }

  async #fetch(input: string[], signal: AbortSignal): Promise<Float32Array[]> {
    const body = { model: this.#line.config.embed, input, encoding_format: 'float' };
    const answer = answerSchema.safeParse(await post(this.#line, 'embeddings', body, ANSWER_BYTES, signal));
    if (!answer.success) throw new ModelFault('malformed');
    const vectors: Float32Array[] = [];
    for (const { index, embedding } of answer.data.data) vectors[index] = normalised(embedding);
    for (let index = 0; index < input.length; index++) {
      const size = vectors[index]?.length;
      this.#size ??= size ?? null;
      if (size === undefined || size !== this.#size) throw new ModelFault('malformed');
    }
    return vectors;
  }

  #keep(key: string, vector: Float32Array): void {
    this.#known.set(key, vector);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT && oldest !== undefined) this.#known.delete(oldest);
  }
}

function normalised(values: readonly number[]): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  // A vector of nothing would make everything alike, or nothing at all.
  if (!(length > 0) || !Number.isFinite(length)) throw new ModelFault('malformed');
  return Float32Array.from(values, (value) => value / length);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

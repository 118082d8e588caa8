/** Measured values, and what is said of them. */

export class Sample {
  readonly #values: number[] = [];
  #sorted = true;

  add(value: number): void {
    this.#values.push(value);
    this.#sorted = false;
  }

  get count(): number {
    return this.#values.length;
  }

  /** The value below which the share `q` of all lies; NaN of none. */
  at(q: number): number {
    if (this.#values.length === 0) return Number.NaN;
    if (!this.#sorted) {
      this.#values.sort((a, b) => a - b);
      this.#sorted = true;
    }
    return this.#values[Math.min(this.#values.length - 1, Math.floor(q * this.#values.length))]!;
  }

  get summary(): Summary {
    return { count: this.count, p50: this.at(0.5), p95: this.at(0.95), max: this.at(1) };
  }
}

export interface Summary {
  count: number;
  p50: number;
  p95: number;
  max: number;
}

/**
 * The server's language model as a hall may use it. Nothing leaves but through here: only while the organiser lets it,
 * masked, and for each hall one thing at a time, with a limit on how long all of it may take.
 */

import type { HallId } from '../../shared/domain/ids.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { Clock, Log } from '../ports.ts';
import { EmbedClient } from './embedClient.ts';
import { mask } from './mask.ts';
import { askForJson, ModelFault, type ModelLine, type Prompt } from './modelClient.ts';
import type { ModelConfig } from './modelConfig.ts';

/** How many calls' time all that one press asks for may take, waiting for its turn too. */
const CALLS_TIME = 3;
/** Presses of one hall that wait for the model. */
const WAITING_MAX = 6;

export interface LanguageModelParts {
  config: ModelConfig;
  clock: Clock;
  log: Log;
}

/** A hall's use of the model: `allowed` is asked before each call. */
export interface ModelUse {
  hallId: HallId;
  allowed: () => boolean;
}

/** Asks the model once. `read` as in `askForJson`. */
export type Ask = <T>(prompt: Prompt, read: (answer: unknown) => T | null) => Promise<T>;

export class LanguageModel {
  readonly #parts: LanguageModelParts;
  readonly #line: ModelLine;
  readonly #embeddings: EmbedClient;
  readonly #stop = new AbortController();
  readonly #turns = new Map<string, { last: Promise<unknown>; waiting: number }>();

  constructor(parts: LanguageModelParts) {
    this.#parts = parts;
    this.#line = { config: parts.config, clock: parts.clock };
    this.#embeddings = new EmbedClient(this.#line);
  }

  /** What people are told of it. */
  get told(): NonNullable<HallState['model']> {
    const { chat, embed, remote } = this.#parts.config;
    return { name: chat ?? embed ?? '', remote };
  }

  /** Whether it writes; one that only makes embeddings does not. */
  get writes(): boolean {
    return this.#parts.config.chat !== undefined;
  }

  /**
   * A vector for each text, by its id; null where there is no model of embeddings, it may not be used, or it failed:
   * then the words themselves are compared.
   */
  async vectors(
    use: ModelUse,
    texts: readonly { id: string; text: string }[],
  ): Promise<Map<string, Float32Array> | null> {
    if (this.#parts.config.embed === undefined || texts.length === 0 || !use.allowed()) return null;
    try {
      const vectors = await this.#inTurn(`${use.hallId} embed`, (signal) =>
        this.#embeddings.vectors(
          texts.map(({ text }) => mask(text) || '-'),
          signal,
          use.allowed,
        ),
      );
      return new Map(texts.map(({ id }, index) => [id, vectors[index]!]));
    } catch (error) {
      this.#note('embed', use.hallId, error);
      return null;
    }
  }

  /**
   * Does what needs the model to write, in the hall's turn. What goes into prompts must be masked already.
   * @returns null where it may not be used or failed: then the rules write
   */
  async write<T>(use: ModelUse, deed: (ask: Ask) => Promise<T>): Promise<T | null> {
    if (!this.writes || !use.allowed()) return null;
    try {
      return await this.#inTurn(use.hallId, (signal) =>
        deed((prompt, read) => {
          if (!use.allowed()) throw new ModelFault('not_allowed');
          return askForJson(this.#line, prompt, read, signal);
        }),
      );
    } catch (error) {
      this.#note('write', use.hallId, error);
      return null;
    }
  }

  /** Lets go of all calls. */
  close(): void {
    this.#stop.abort();
  }

  async #inTurn<T>(key: string, deed: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock, config } = this.#parts;
    const turn = this.#turns.get(key) ?? { last: Promise.resolve(), waiting: 0 };
    if (turn.waiting >= WAITING_MAX) throw new ModelFault('busy');
    turn.waiting++;
    this.#turns.set(key, turn);
    const late = new AbortController();
    const cancel = clock.after(config.callMs * CALLS_TIME, () => late.abort());
    const signal = AbortSignal.any([late.signal, this.#stop.signal]);
    const own = turn.last.then(() => {
      if (signal.aborted) throw new ModelFault('slow');
      return deed(signal);
    });
    turn.last = own.catch(() => {});
    const over = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new ModelFault('slow')), { once: true });
    });
    try {
      return await Promise.race([own, over]);
    } finally {
      cancel();
      turn.waiting--;
      if (turn.waiting === 0) this.#turns.delete(key);
    }
  }

  /** What went wrong, in a word: never what was asked or answered. */
  #note(what: string, hall: HallId, error: unknown): void {
    const why = error instanceof ModelFault ? error.message : String((error as Error)?.name ?? 'unknown');
    this.#parts.log.warn('model.failed', { what, hall, why });
  }
}

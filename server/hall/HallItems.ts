/** A hall's small durable things (hidden notes, votes, hands) while it is open: on disk first, and only then seen. */

import type { HallId } from '../../shared/domain/ids.ts';
import type { HallItem, HallItemKind, HallStore } from '../ports.ts';

export class HallItems {
  readonly #store: Pick<HallStore, 'saveItems'>;
  readonly #hallId: HallId;
  readonly #byKind = new Map<HallItemKind, Map<string, unknown>>();
  /** Saves, one after another, so that what is seen is in the order of the disk. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(store: Pick<HallStore, 'saveItems'>, hallId: HallId, items: readonly HallItem[]) {
    this.#store = store;
    this.#hallId = hallId;
    this.#show(items);
  }

  /** All of a kind, by key, in the order in which they came. The value's type is the caller's word. */
  all<T>(kind: HallItemKind): ReadonlyMap<string, T> {
    return (this.#byKind.get(kind) ?? NONE) as ReadonlyMap<string, T>;
  }

  get<T>(kind: HallItemKind, key: string): T | undefined {
    return this.all<T>(kind).get(key);
  }

  /** Writes these, all or none; a value of null takes the thing away. */
  save(items: readonly HallItem[]): Promise<void> {
    const step = this.#saving.then(async () => {
      await this.#store.saveItems(this.#hallId, items);
      this.#show(items);
    });
    this.#saving = step.catch(() => {});
    return step;
  }

  #show(items: readonly HallItem[]): void {
    for (const { kind, key, value } of items) {
      let all = this.#byKind.get(kind);
      if (!all) {
        all = new Map();
        this.#byKind.set(kind, all);
      }
      if (value === null) all.delete(key);
      else all.set(key, value);
    }
  }
}

const NONE: ReadonlyMap<string, unknown> = new Map();

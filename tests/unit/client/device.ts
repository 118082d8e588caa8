/** A device's storage as several tabs share it: what one writes, the others are told of, as browsers do. */

import type { DeviceStorage } from '../../../client/state/deviceStorage.ts';

export class Device {
  full = false;
  readonly #tabs = new Set<(key: string) => void>();
  readonly #kept = new Map<string, string>();

  /** The storage as one tab has it; `hear` is told what the others do. */
  storageOf(hear: (key: string) => void = () => {}): DeviceStorage {
    this.#tabs.add(hear);
    const tell = (key: string) => {
      for (const tab of this.#tabs) if (tab !== hear) tab(key);
    };
    return {
      get: (key) => this.#kept.get(key) ?? null,
      set: (key, value) => {
        if (this.full) return false;
        this.#kept.set(key, value);
        tell(key);
        return true;
      },
      remove: (key) => {
        if (this.#kept.delete(key)) tell(key);
      },
      keys: (prefix) => [...this.#kept.keys()].filter((key) => key.startsWith(prefix)),
    };
  }

  /** The texts of all notes that are kept. */
  texts(): string[] {
    return [...this.#kept.values()].map((raw) => (JSON.parse(raw) as { text: string }).text);
  }
}

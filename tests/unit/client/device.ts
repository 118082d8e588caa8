/** A device's storage as several tabs share it: what one writes, the others are told of, as browsers do. */

import type { DeviceStorage } from '../../../client/state/deviceStorage.ts';

export class Device {
  readonly tabs = new Set<(key: string) => void>();
  full = false;
  readonly #kept = new Map<string, string>();

  readonly storage: DeviceStorage = {
    get: (key) => this.#kept.get(key) ?? null,
    set: (key, value) => {
      if (this.full) return false;
      this.#kept.set(key, value);
      this.#tell(key);
      return true;
    },
    remove: (key) => {
      if (this.#kept.delete(key)) this.#tell(key);
    },
    keys: (prefix) => [...this.#kept.keys()].filter((key) => key.startsWith(prefix)),
  };

  /** The texts of all notes that are kept. */
  texts(): string[] {
    return [...this.#kept.values()].map((raw) => (JSON.parse(raw) as { text: string }).text);
  }

  /** Real tabs hear of it later than the writer goes on; here at once, the writer too, which must do no harm. */
  #tell(key: string): void {
    for (const tab of this.tabs) tab(key);
  }
}

/** What this browser keeps between visits. Storage may be full, forbidden or missing: then it says so and lives on. */

/** Text by key, as `localStorage` has it, but never throwing. */
export interface DeviceStorage {
  get(key: string): string | null;
  /** @returns whether it is kept */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  keys(prefix: string): string[];
}

/** The browser's own storage. */
export const deviceStorage: DeviceStorage = {
  get: (key) => attempt(() => localStorage.getItem(key), null),
  set: (key, value) =>
    attempt(() => {
      localStorage.setItem(key, value);
      return true;
    }, false),
  remove: (key) => attempt(() => localStorage.removeItem(key), undefined),
  keys: (prefix) => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix)), []),
};

/** Reads JSON that an earlier version, or a hand, may have spoilt. */
export function readJson<T>(storage: DeviceStorage, key: string): T | null {
  const raw = storage.get(key);
  if (raw === null) return null;
  return attempt(() => JSON.parse(raw) as T, null);
}

function attempt<T>(body: () => T, otherwise: T): T {
  try {
    return body();
  } catch {
    return otherwise;
  }
}

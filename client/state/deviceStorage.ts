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

/** A storage for what people write: what it has no room for lasts at least as long as the page. */
export function lasting(storage: DeviceStorage): DeviceStorage {
  const unkept = new Map<string, string>();
  return {
    get: (key) => unkept.get(key) ?? storage.get(key),
    set: (key, value) => {
      const kept = storage.set(key, value);
      if (kept) unkept.delete(key);
      else unkept.set(key, value);
      return kept;
    },
    remove: (key) => {
      unkept.delete(key);
      storage.remove(key);
    },
    keys: (prefix) => {
      const all = new Set([...storage.keys(prefix), ...unkept.keys()]);
      return [...all].filter((key) => key.startsWith(prefix));
    },
  };
}

/** The browser's own, lasting. */
export const pageStorage = lasting(deviceStorage);

/** A storage for drafts, which all tabs keep under the same names: a page takes away only what it has read or kept itself. */
export function ownOnly(storage: DeviceStorage): DeviceStorage {
  const known = new Map<string, string | null>();
  const know = (key: string, value: string | null) => {
    known.set(key, value);
    return value;
  };
  return {
    ...storage,
    get: (key) => know(key, storage.get(key)),
    set: (key, value) => storage.set(key, know(key, value)!),
    remove: (key) => {
      if (storage.get(key) === known.get(key)) storage.remove(key);
    },
  };
}

export const draftStorage = ownOnly(pageStorage);

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

/**
 * Boards as this device last knew them, in IndexedDB: one record a station and person. Never needed: where the browser
 * has no such store, forbids it or has no room in it, boards are as good while there is contact.
 */

import type { HallId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type { Welcome } from '../../shared/protocol/boardFrames.ts';
import { useHallStore } from './hallStore.ts';

/** Whose copy of which board. */
export interface CopyPlace {
  hall: HallId;
  station: StationId;
  participant: ParticipantId;
}

/** A board as the server had it on disk. */
export interface BoardCopy {
  /** The station's epoch: a copy of another one is of a history that the server may not have any more. */
  epoch: number;
  mode: Welcome['mode'];
  /** When the server was heard last. */
  at: number;
  bytes: Uint8Array;
}

export interface BoardCopies {
  /** Null where there is none, or it can't be read. */
  read(place: CopyPlace): Promise<BoardCopy | null>;
  /** Keeps it, unless a newer one is there or the hall is over. @returns whether the device has one now */
  keep(place: CopyPlace, copy: BoardCopy): Promise<boolean>;
  /** Forgets a hall's copies, or those of one of its stations. */
  forget(hall: HallId, station?: StationId): Promise<void>;
}

const NAME = 'vandrehallen';
const STORE = 'boards';
const OLD_MS = 30 * 24 * 3_600_000;

let opened: Promise<IDBDatabase> | null = null;

/** The browser's own store. */
export const boardCopies: BoardCopies = {
  async read(place) {
    const found = await within('readonly', (store) => store.get(keyOf(place))).catch(() => null);
    return isCopy(found) ? found : null;
  },

  async keep(place, copy) {
    if (isOver(place.hall)) return false;
    try {
      await within('readwrite', (store) => {
        const request = store.get(keyOf(place));
        request.onsuccess = () => {
          const there: unknown = request.result;
          // A tab that has been without contact must not put its old board over another's newer one.
          // One from the future was kept by a clock that was wrong.
          const newer =
            isCopy(there) && there.epoch === copy.epoch && there.at > copy.at && there.at <= Date.now();
          if (!newer) store.put(copy, keyOf(place));
        };
        return request;
      });
      return true;
    } catch {
      return false;
    }
  },

  async forget(hall, station) {
    const prefix = station ? `${hall}.${station}.` : `${hall}.`;
    const range = () => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    await within('readwrite', (store) => store.delete(range())).catch(() => {});
  },
};

/** Whether one has been told that the hall is over: from then on its boards are no longer the device's to keep. */
function isOver(id: HallId): boolean {
  const { hall } = useHallStore.getState();
  return hall?.id === id && !!hall.endedAt;
}

useHallStore.subscribe(({ hall }, { hall: was }) => {
  if (hall?.endedAt && !(was?.id === hall.id && was.endedAt)) void boardCopies.forget(hall.id);
});

const keyOf = ({ hall, station, participant }: CopyPlace) => `${hall}.${station}.${participant}`;

/** Whether this is a copy as this version writes it. */
function isCopy(value: unknown): value is BoardCopy {
  const copy = value as Partial<BoardCopy> | null | undefined;
  return (
    copy?.bytes instanceof Uint8Array &&
    typeof copy.epoch === 'number' &&
    typeof copy.at === 'number' &&
    typeof copy.mode === 'string'
  );
}

/** Runs one step and resolves when it is done for good. @throws whatever the browser has against it */
async function within<T>(
  mode: IDBTransactionMode,
  step: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  opened ??= open();
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = step(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // It throws where it is forbidden, and isn't there at all in some private windows.
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE).createIndex('at', 'at');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const again = () => {
        opened = null;
      };
      database.onclose = again;
      database.onversionchange = () => {
        database.close();
        again();
      };
      dropOld(database);
      resolve(database);
    };
  });
}

/** Halls that nobody came back to are not told to end. */
function dropOld(database: IDBDatabase): void {
  const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
  const request = store.index('at').openKeyCursor(IDBKeyRange.upperBound(Date.now() - OLD_MS));
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    store.delete(cursor.primaryKey);
    cursor.continue();
  };
}

/** A store for a block of tests, opened and closed around them. */

import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { aHall } from './storeFixtures.ts';

/** One store for all tests of the block, each of which makes its own halls in it. */
export function aStore(open: () => Promise<Store>) {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  return parts(() => store);
}

/** A fresh store for each test, for those that close it. */
export function aStoreEach(open: () => Promise<Store>) {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  return parts(() => store);
}

function parts(at: () => Store) {
  /** A hall with so many stations, in the store. */
  async function made(stationCount = 1) {
    const hall = aHall(stationCount);
    await at().createHall(hall.hall, hall.keys, hall.boards);
    return hall;
  }
  return { at, made };
}

/** SQLite stores in folders of their own, closed and removed after the tests of a file. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../server/store/sqlite.ts';
import { aHall, KeptLog } from './storeFixtures.ts';

const folders: string[] = [];
const opened: SqliteStore[] = [];

/** Call once in a test file: closes after each test what it opened, and removes the folders after the last. */
export function tidyUp(): void {
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  afterAll(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));
}

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vandrehallen-store-'));
  folders.push(folder);
  return folder;
}

export const fileIn = (dataDir: string) => join(dataDir, 'vandrehallen.sqlite');

export async function open(
  dataDir: string,
  options: { log?: KeptLog; busyMs?: number } = {},
): Promise<SqliteStore> {
  const store = await openSqliteStore({ dataDir, log: new KeptLog(), ...options });
  opened.push(store);
  return store;
}

/** A hall with so many stations, in the store. */
export async function withHall(store: SqliteStore, stationCount = 1) {
  const parts = aHall(stationCount);
  await store.createHall(parts.hall, parts.keys, parts.boards);
  return parts;
}

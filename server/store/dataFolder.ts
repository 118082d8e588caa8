/** The folder that holds the database: one server at a time, and nothing is ever made anew over what may be a hall. */

import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, isBusy, openDatabase } from './driver.ts';
import { rollBack, waitOut } from './groupCommit.ts';
import { migrate, schemaVersion } from './schema.ts';

export const databaseFile = (dataDir: string) => join(dataDir, 'vandrehallen.sqlite');
const lockFile = (dataDir: string) => join(dataDir, 'vandrehallen.lock');

/** Waiting is done in short steps, so that a thread is never long out of reach. */
const BUSY_STEP_MS = 250;
const MAGIC = 'SQLite format 3\0';

/**
 * Takes the folder for this process. The lock is SQLite's own, on an empty database beside the real one: the operating
 * system drops it when the process dies, however it dies, and it works between containers where process ids do not.
 * Nothing else in this process may open or copy that file: on POSIX, closing any descriptor of it drops the lock.
 * @returns what holds the lock; keep it
 */
export function takeFolder(dataDir: string): Db {
  try {
    mkdirSync(dataDir, { recursive: true });
    const lock = openDatabase(lockFile(dataDir), 0);
    lock.exec('PRAGMA journal_mode = OFF');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    throw new Error(
      isBusy(error)
        ? `Another server is running on the data folder ${dataDir}: stop it, or use another DATA_DIR.`
        : `The data folder ${dataDir} can’t be used: ${reasonOf(error)}`,
    );
  }
}

/** Opens the writer's connection: checks the file, then brings its schema up to date. Call with the folder taken. */
export function openForWriting(dataDir: string, busyMs: number, onWait: () => void): Db {
  const file = databaseFile(dataDir);
  try {
    assertNothingLost(file);
    const db = openDatabase(file, BUSY_STEP_MS);
    return waitOut(busyMs, onWait, () => {
      // Before anything is set, since some settings are written into the file.
      schemaVersion(db);
      const { journal_mode } = db.get<{ journal_mode: string }>('PRAGMA journal_mode = WAL')!;
      if (journal_mode !== 'wal') throw new Error('this file system can’t carry SQLite’s write-ahead log');
      db.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA foreign_keys = ON');
      // After a backup has held the log back, the log shrinks again.
      db.exec('PRAGMA journal_size_limit = 67108864');
      db.exec('BEGIN IMMEDIATE');
      try {
        migrate(db);
        db.exec('COMMIT');
      } finally {
        rollBack(db);
      }
      return db;
    });
  } catch (error) {
    throw new Error(`The database ${file} can’t be opened, and was left as it is: ${reasonOf(error)}`);
  }
}

/** Opens the reader's connection. */
export function openForReading(dataDir: string): Db {
  const db = openDatabase(databaseFile(dataDir), BUSY_STEP_MS);
  db.exec('PRAGMA query_only = ON');
  return db;
}

/**
 * Looks before SQLite does: beside an empty or missing database SQLite deletes a write-ahead log, which may hold all.
 * Only while no connection of this process has the file open (POSIX locks, as above).
 */
function assertNothingLost(file: string): void {
  const size = sizeOf(file);
  if (size === 0) {
    if (sizeOf(`${file}-wal`) > 0) throw new Error('it is empty, but its write-ahead log (-wal) is not');
    return;
  }
  const head = Buffer.alloc(MAGIC.length);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, 0);
  } finally {
    closeSync(descriptor);
  }
  if (head.toString('latin1') !== MAGIC) throw new Error('it is not a database');
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

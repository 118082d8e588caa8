/** Many jobs in one commit: which of them fail together, and which alone. */

import { beforeEach, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../../server/store/driver.ts';
import { commitTogether, waitOut } from '../../../server/store/groupCommit.ts';
import type { Job, Outcome } from '../../../server/store/workerMessages.ts';

let db: Db;

beforeEach(() => {
  db = openDatabase(':memory:', 0);
  db.exec(`
    PRAGMA foreign_keys = ON;
    CREATE TABLE station (name TEXT PRIMARY KEY);
    CREATE TABLE note (text TEXT, station TEXT REFERENCES station DEFERRABLE INITIALLY DEFERRED);
  `);
});

/** Commits these statements, one a job. @returns `ok` or the reason of each */
function commit(...statements: string[]): string[] {
  const jobs: Job[] = statements.map((sql, id) => ({ id, name: sql, args: [] }));
  db.exec('BEGIN IMMEDIATE');
  return commitTogether(db, jobs, (job) => db.run(job.name)).map(told);
}

const told = (outcome: Outcome) => ('failed' in outcome ? outcome.failed.message : 'ok');
const stations = () => db.all<{ name: string }>('SELECT name FROM station').map(({ name }) => name);

test('GC01 a job that fails takes its own changes back and nobody else’s', () => {
  const outcomes = commit(
    "INSERT INTO station VALUES ('klagemuren')",
    "INSERT INTO station VALUES ('idébanken'), ('klagemuren')",
    "INSERT INTO station VALUES ('tidslinja')",
    'SELECT nonsense',
  );
  expect(outcomes).toEqual([
    'ok',
    expect.stringContaining('UNIQUE'),
    'ok',
    expect.stringContaining('no such column'),
  ]);
  expect(stations()).toEqual(['klagemuren', 'tidslinja']);
  expect(db.inTransaction).toBe(false);
});

test('GC02 when the commit fails, all its jobs have failed and nothing of them is there', () => {
  const outcomes = commit(
    "INSERT INTO station VALUES ('klagemuren')",
    "INSERT INTO note VALUES ('orphan', 'nowhere')",
  );
  expect(outcomes).toEqual([expect.stringContaining('FOREIGN KEY'), expect.stringContaining('FOREIGN KEY')]);
  expect(stations()).toEqual([]);
  expect(db.inTransaction).toBe(false);
  expect(commit("INSERT INTO station VALUES ('klagemuren')")).toEqual(['ok']);
});

test('GC03 when the disk is full, those who are told it went well are the ones whose work is there', () => {
  const { page_count: pages } = db.get<{ page_count: number }>('PRAGMA page_count')!;
  db.exec(`PRAGMA max_page_count = ${pages + 2}`);
  const outcomes = commit(
    "INSERT INTO station VALUES ('klagemuren')",
    'INSERT INTO note (text) VALUES (hex(zeroblob(100000)))',
    "INSERT INTO station VALUES ('tidslinja')",
  );
  expect(outcomes[1]).toContain('full');
  const well = ['klagemuren', 'full', 'tidslinja'].filter((_, index) => outcomes[index] === 'ok');
  expect(stations()).toEqual(well);
  expect(db.inTransaction).toBe(false);
});

test('GC04 only a lock is waited out; any other failure is told at once', () => {
  let tries = 0;
  let waits = 0;
  const busyTwice = () => {
    if (++tries < 3) throw Object.assign(new Error('locked'), { code: 'SQLITE_BUSY_RECOVERY' });
    return 'done';
  };
  expect(waitOut(10_000, () => waits++, busyTwice)).toBe('done');
  expect(waits).toBe(1);
  const broken = () => {
    tries++;
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' });
  };
  tries = 0;
  expect(() => waitOut(10_000, () => waits++, broken)).toThrow('disk I/O error');
  expect(tries).toBe(1);
});

/** The SQLite store keeps the contract, and what a store on a disk and in threads must do besides. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import type { KeyRecord } from '../../server/ports.ts';
import { openDatabase } from '../../server/store/driver.ts';
import { insertBoard } from '../../server/store/journalWrites.ts';
import { MIGRATIONS, migrate } from '../../server/store/schema.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { moreOf } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { fileIn, newFolder, open, tidyUp, withHall } from './sqliteFixtures.ts';
import { storeContract } from './storeContract.ts';
import { aHall, KeptLog } from './storeFixtures.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
tidyUp();

storeContract('sqlite', async () => openSqliteStore({ dataDir: await newFolder(), log: new KeptLog() }));

test('SQ01 what was stored is there when the store is opened again, and nothing waits in the log', async () => {
  const dataDir = join(await newFolder(), 'not', 'there', 'yet');
  const first = await open(dataDir);
  const { hall, keys, pen } = await withHall(first);
  await first.append(pen.note('blå lapp'));
  await first.compact(pen.stationId, 2);
  const [record, saved] = [await first.load(pen.stationId), await first.hall(hall.id)];
  await first.close();
  expect(await sizeOf(`${fileIn(dataDir)}-wal`)).toBe(0);

  const second = await open(dataDir);
  expect(await second.load(pen.stationId)).toEqual(record);
  expect(await second.hall(hall.id)).toEqual(saved);
  expect(await second.keys(hall.id)).toEqual(keys);
  await second.append(pen.note());
  await second.probe();
});

test('SQ02 (T10) after kill -9 every append that was promised is there, without holes', async () => {
  const dataDir = await newFolder();
  const promised = await killedWhileAppending(dataDir, 300);
  expect(promised.size).toBe(3);
  const store = await open(dataDir);
  for (const [stationId, seq] of promised) {
    const { head, rows, owners } = (await store.load(stationId))!;
    expect(head).toBeGreaterThanOrEqual(seq);
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    expect(rows.every(({ intact }) => intact)).toBe(true);
    expect(owners).toHaveLength(head - 1);
    await store.compact(stationId, head);
  }
});

test('SQ03 one server a folder: another is refused in words, until the first is gone, however it went', async () => {
  const dataDir = await newFolder();
  const child = startAppending(dataDir);
  await child.lines.next();
  await expect(open(dataDir)).rejects.toThrow(`Another server is running on the data folder ${dataDir}`);
  await child.kill();
  const first = await open(dataDir);
  await expect(open(dataDir)).rejects.toThrow('Another server');
  await first.probe();
  await first.close();
  await (await open(dataDir)).probe();
});

test('SQ09 (T16) a lock of another process is waited out', async () => {
  const dataDir = await newFolder();
  const log = new KeptLog();
  const store = await open(dataDir, { log });
  const { pens } = await withHall(store, 3);
  const outside = openDatabase(fileIn(dataDir), 0);
  outside.exec('BEGIN IMMEDIATE');
  let settled = 0;
  const appends = pens.map((pen) => store.append(pen.note()).finally(() => settled++));
  await vi.waitFor(() => expect(log.has('store.busy')).toBe(true), { timeout: 20_000 });
  expect((await store.load(pens[0]!.stationId))!.head).toBe(1);
  expect(settled).toBe(0);
  outside.exec('COMMIT');
  await Promise.all(appends);
  outside.close();
});

test('SQ10 (T16) a lock that is never let go refuses the calls that wait, and the store goes on after it', async () => {
  const dataDir = await newFolder();
  const log = new KeptLog();
  const store = await open(dataDir, { log, busyMs: 300 });
  const { pen } = await withHall(store);
  const outside = openDatabase(fileIn(dataDir), 0);
  outside.exec('BEGIN IMMEDIATE');
  const note = pen.note();
  await expect(store.append(note)).rejects.toThrow('locked');
  outside.exec('COMMIT');
  outside.close();
  await store.append(note);
  expect(log.has('store.no_lock')).toBe(true);
});

test('SQ11 an outside reader is no hindrance, and sees what was committed', async () => {
  const dataDir = await newFolder();
  const store = await open(dataDir);
  const { pen } = await withHall(store);
  const backup = openDatabase(fileIn(dataDir), 1000);
  backup.exec('BEGIN');
  expect(backup.get('SELECT head FROM station_head')).toEqual({ head: 1 });
  await store.append(pen.note());
  await store.close();
  expect(backup.get('SELECT head FROM station_head')).toEqual({ head: 1 });
  backup.exec('COMMIT');
  expect(backup.get('SELECT head FROM station_head')).toEqual({ head: 2 });
  backup.close();
});

test('SQ12 appends that wait together share a commit', async () => {
  const store = await open(await newFolder());
  const { pens } = await withHall(store, 5);
  const before = store.commits;
  const commits = Array.from({ length: 200 }, (_, index) => pens[index % 5]!.note());
  await Promise.all(commits.map((commit) => store.append(commit)));
  expect(store.commits - before).toBeGreaterThan(0);
  expect(store.commits - before).toBeLessThan(40);
});

test('SQ13 a folder that can’t be made or used is refused by name', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'a-file'), '');
  const inFile = join(folder, 'a-file', 'data');
  await expect(open(inFile)).rejects.toThrow(`The data folder ${inFile} can’t be used: ENOTDIR`);
  await mkdir(join(folder, 'vandrehallen.lock'));
  await expect(open(folder)).rejects.toThrow(`The data folder ${folder} can’t be used`);
});

test('SQ14 a file of the first schema is brought up to date with its halls as they were', async () => {
  const dataDir = await newFolder();
  const { hall, keys, boards, pens } = aHall(2);
  const db = openDatabase(fileIn(dataDir), 0);
  db.exec('PRAGMA journal_mode = WAL');
  migrate(db, MIGRATIONS.slice(0, 1));
  db.run(
    'INSERT INTO hall VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[hall.id, hall.code, hall.title, hall.locale, hall.createdAt, hall.version, hall.round],
    JSON.stringify(hall.rounds),
    JSON.stringify(hall.stations),
  );
  for (const board of boards) insertBoard(db, hall.id, board);
  const [{ id, hash, code = '', createdAt }] = keys as [KeyRecord];
  db.run(
    'INSERT INTO hall_key VALUES (?, ?, ?, ?, NULL, ?, ?, NULL)',
    ...[id, hall.id, hash, 'participant', code, createdAt],
  );
  db.close();

  const store = await open(dataDir);
  const record = (await store.hall(hall.id))!;
  expect({ ...record.hall, more: undefined }).toEqual({ ...hall, more: undefined });
  expect(moreOf(record.hall)).toEqual(moreOf(hall));
  expect(await store.keys(hall.id)).toEqual(keys);
  await store.append(pens[0]!.note('fortsatt her'));
  expect((await store.load(pens[0]!.stationId))?.head).toBe(2);
  await store.saveItems(hall.id, [{ kind: 'hand', key: 'a', value: 1 }]);
  await store.saveHall({ ...hall, version: 2, more: { furthest: 2 } });
  await store.close();
  expect((await (await open(dataDir)).hall(hall.id))?.hall.more).toEqual({ furthest: 2 });
});

/** Starts a process that appends until it is killed. */
function startAppending(dataDir: string) {
  const script = fileURLToPath(new URL('./appendUntilKilled.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const lines = createInterface(child.stdout!)[Symbol.asyncIterator]();
  const kill = () => {
    child.kill('SIGKILL');
    return exited;
  };
  return { lines, kill };
}

/** Kills a process in the midst of appending. @returns the last seq of each station that it was promised */
async function killedWhileAppending(dataDir: string, lineCount: number): Promise<Map<StationId, number>> {
  const { lines, kill } = startAppending(dataDir);
  const promised = new Map<StationId, number>();
  let count = 0;
  let killed: Promise<void> | undefined;
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const [station, seq] = line.value.split(' ');
    promised.set(station as StationId, Number(seq));
    if (++count === lineCount) killed = kill();
  }
  await killed;
  return promised;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** The SQLite store keeps the contract, and what only a store on a disk can break. */

import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/store/driver.ts';
import { openSqliteStore, type SqliteStore } from '../../server/store/sqlite.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { storeContract } from './storeContract.ts';
import { aHall, KeptLog, type StationPen, stepWith } from './storeFixtures.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];
const opened: SqliteStore[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vandrehallen-store-'));
  folders.push(folder);
  return folder;
}

async function open(dataDir: string, options: { log?: KeptLog; busyMs?: number } = {}): Promise<SqliteStore> {
  const store = await openSqliteStore({ dataDir, log: new KeptLog(), ...options });
  opened.push(store);
  return store;
}

async function withHall(store: SqliteStore, stationCount = 1) {
  const parts = aHall(stationCount);
  await store.createHall(parts.hall, parts.keys, parts.boards);
  return parts;
}

const fileIn = (dataDir: string) => join(dataDir, 'vandrehallen.sqlite');

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const store of opened.splice(0)) await store.close();
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

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

test('SQ02 after kill -9 every append that was promised is there, without holes', async () => {
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

test('SQ04 a byte that has turned over makes its row or snapshot not intact, and nothing else', async () => {
  const dataDir = await newFolder();
  const store = await open(dataDir);
  const { pen } = await withHall(store);
  for (const text of ['en', 'vendbar', 'tre']) await store.append(pen.note(text));
  await store.compact(pen.stationId, 2);
  await store.compact(pen.stationId, 3);
  await store.append(pen.note('fire'));
  await store.close();

  const healthy = await readFile(fileIn(dataDir));
  const bad: string[] = [];
  for (let at = healthy.indexOf('vendbar'); at >= 0; at = healthy.indexOf('vendbar', at + 1)) {
    const copy = await newFolder();
    const bytes = Buffer.from(healthy);
    bytes[at]! ^= 1;
    await writeFile(fileIn(copy), bytes);
    const opened = await open(copy);
    const { rows, snapshots } = (await opened.load(pen.stationId))!;
    bad.push(
      ...rows.filter(({ intact }) => !intact).map(({ seq }) => `row ${seq}`),
      ...snapshots.filter(({ intact }) => !intact).map(({ seq }) => `snapshot ${seq}`),
    );
    // With a bad snapshot there is one less to fall back on: then all rows come.
    const all = snapshots.some(({ intact }) => !intact);
    expect(rows.map(({ seq }) => seq)).toEqual(all ? [1, 2, 3, 4, 5] : [3, 4, 5]);
    await opened.compact(pen.stationId, 5).catch((error) => bad.push(String(error.message)));
  }
  expect(bad.toSorted()).toEqual(['row 3', 'snapshot 3']);
});

test('SQ05 a row that lies in another’s place is not intact', async () => {
  const dataDir = await newFolder();
  const store = await open(dataDir);
  const { pen } = await withHall(store);
  for (let n = 0; n < 2; n++) await store.append(pen.note());
  await store.close();
  const outside = openDatabase(fileIn(dataDir), 0);
  for (const [from, to] of [
    [2, 99],
    [3, 2],
    [99, 3],
  ] as const) {
    outside.run('UPDATE journal SET seq = ? WHERE seq = ?', to, from);
  }
  outside.close();
  const { rows } = (await (await open(dataDir)).load(pen.stationId))!;
  expect(rows.map(({ intact }) => intact)).toEqual([true, false, false]);
});

test('SQ06 a snapshot gone bad is passed over, and replaced when it is made again', async () => {
  const dataDir = await newFolder();
  const store = await open(dataDir);
  const { pen } = await withHall(store);
  for (let n = 0; n < 3; n++) await store.append(pen.note());
  await store.compact(pen.stationId, 3);
  await store.compact(pen.stationId, 4);
  const { snapshots: good } = (await store.load(pen.stationId))!;
  await store.close();
  const outside = openDatabase(fileIn(dataDir), 0);
  outside.run('UPDATE snapshot SET bytes = zeroblob(length(bytes))');
  outside.close();
  const again = await open(dataDir);
  expect((await again.load(pen.stationId))!.snapshots.map(({ intact }) => intact)).toEqual([false, false]);
  await again.compact(pen.stationId, 4);
  const { snapshots } = (await again.load(pen.stationId))!;
  expect(snapshots.map(({ seq, intact }) => [seq, intact])).toEqual([
    [4, true],
    [3, false],
  ]);
  expect(snapshots[0]!.bytes).toEqual(good[0]!.bytes);
});

test('SQ07 a damaged page fails the loads that need it and no others', async () => {
  const dataDir = await newFolder();
  const store = await open(dataDir);
  const { pens } = await withHall(store, 2);
  const [hit, spared] = pens as [StationPen, StationPen];
  await store.append(stepWith(hit, { bytes: new Uint8Array(40_000).fill(0xab) }));
  await store.append(spared.note());
  await store.close();
  const bytes = await readFile(fileIn(dataDir));
  // A page in the middle of the long row: its first four bytes say where the row goes on.
  const page = Math.ceil(bytes.indexOf(Buffer.alloc(8192, 0xab).subarray(0, 4092)) / 4096) + 2;
  bytes.writeUInt32BE(0xfffffff0, page * 4096);
  await writeFile(fileIn(dataDir), bytes);

  const damaged = await open(dataDir);
  await expect(damaged.load(hit.stationId)).rejects.toThrow('malformed');
  expect((await damaged.load(spared.stationId))!.head).toBe(2);
  await damaged.append(spared.note());
  await expect(damaged.load(hit.stationId)).rejects.toThrow('malformed');
  await damaged.probe();
});

test('SQ08 what can’t be opened is refused by name and left as it was', async () => {
  const healthy = await newFolder();
  const store = await open(healthy);
  await withHall(store);
  await store.close();

  const cases: [reason: string, make: (file: string) => Promise<unknown>][] = [
    [
      'it is not a database',
      (file) => writeFile(file, 'not a database at all, but a long letter'.repeat(400)),
    ],
    ['it is not a database', (file) => writeFile(file, 'short')],
    [
      'malformed',
      async (file) => {
        await copyFile(fileIn(healthy), file);
        await truncate(file, 4096 * 2);
      },
    ],
    [
      'log (-wal) is not',
      async (file) => {
        await writeFile(file, '');
        await writeFile(`${file}-wal`, 'all that is left');
      },
    ],
    ['log (-wal) is not', (file) => writeFile(`${file}-wal`, 'all that is left')],
    [
      'newer version',
      async (file) => {
        await copyFile(fileIn(healthy), file);
        const db = openDatabase(file, 0);
        db.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 99');
        db.close();
      },
    ],
    [
      'another program',
      async (file) => {
        const db = openDatabase(file, 0);
        db.exec('CREATE TABLE recipes (cake TEXT)');
        db.close();
      },
    ],
  ];
  for (const [reason, make] of cases) {
    const dataDir = await newFolder();
    await make(fileIn(dataDir));
    const before = await contents(dataDir);
    const refused = await open(dataDir).then(
      () => 'opened',
      (error: Error) => error.message,
    );
    expect(refused).toContain(reason);
    expect(refused).toContain(fileIn(dataDir));
    expect(await contents(dataDir)).toEqual(before);
  }
});

test('SQ09 a lock of another process is waited out', async () => {
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

test('SQ10 a lock that is never let go refuses the calls that wait, and the store goes on after it', async () => {
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

/** All files of the folder but the lock. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.lock')).toSorted();
  const all: Record<string, string> = {};
  for (const name of names) all[name] = (await readFile(join(folder, name))).toString('base64');
  return all;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

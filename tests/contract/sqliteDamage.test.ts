/** What a disk can do to the SQLite store: damage is seen, told, confined, and never made worse. */

import { copyFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../server/store/driver.ts';
import { fileIn, newFolder, open, tidyUp, withHall } from './sqliteFixtures.ts';
import { type StationPen, stepWith } from './storeFixtures.ts';

tidyUp();

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

/** All files of the folder but the lock. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.endsWith('.lock')).toSorted();
  const all: Record<string, string> = {};
  for (const name of names) all[name] = (await readFile(join(folder, name))).toString('base64');
  return all;
}

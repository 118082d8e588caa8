/**
 * A process of its own that appends to two stations and makes snapshots of them all the while, and prints a line for
 * each that was promised to be on disk. For the tests that kill it.
 */

import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { aHall, KeptLog, type StationPen } from './storeFixtures.ts';

/** So few steps a snapshot, that one is always being made. */
const STEPS = 3;
const store = await openSqliteStore({ dataDir: process.argv[2]!, log: new KeptLog() });
const { hall, keys, pens, boards } = aHall(2);
const onDisk = new Map<StationPen, number>();
await store.createHall(hall, keys, boards);
await Promise.all(pens.flatMap((pen) => [append(pen), compact(pen)]));

async function append(pen: StationPen): Promise<void> {
  for (;;) {
    await store.append(pen.note());
    onDisk.set(pen, pen.seq);
    writeSync(1, `row ${pen.stationId} ${pen.seq}\n`);
  }
}

async function compact(pen: StationPen): Promise<void> {
  for (let done = 0; ; ) {
    const seq = onDisk.get(pen) ?? 1;
    if (seq < done + STEPS) {
      await new Promise((resolve) => setImmediate(resolve));
      continue;
    }
    await store.compact(pen.stationId, seq);
    done = seq;
    writeSync(1, `snapshot ${pen.stationId} ${seq}\n`);
  }
}

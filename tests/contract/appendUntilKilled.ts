/**
 * A process of its own that opens the store in the folder given, appends to three stations for as long as it lives,
 * and prints a line for each append that was promised to be on disk. For the tests that kill it.
 */

import { writeSync } from 'node:fs';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { aHall, KeptLog, type StationPen } from './storeFixtures.ts';

const store = await openSqliteStore({ dataDir: process.argv[2]!, log: new KeptLog() });
const { hall, keys, pens, boards } = aHall(3);
await store.createHall(hall, keys, boards);
await Promise.all(pens.map(append));

async function append(pen: StationPen): Promise<void> {
  for (;;) {
    await store.append(pen.note());
    writeSync(1, `${pen.stationId} ${pen.seq}\n`);
  }
}

/** The tables of what the two threads can be asked to do. */

import type { Db } from './driver.ts';
import {
  addKey,
  addLogLine,
  addStation,
  createHall,
  saveHall,
  saveItems,
  savePerson,
  saveSession,
  saveVisit,
  withdrawKey,
} from './hallWrites.ts';
import { append, quarantine, storeSnapshot } from './journalWrites.ts';
import {
  buildSnapshot,
  hall,
  hallOfStation,
  items,
  keyByCode,
  keyByHash,
  keys,
  load,
  loadAt,
  logLines,
  people,
  person,
  sessionByToken,
  sessions,
  visits,
} from './reads.ts';

export const WRITES = {
  append,
  quarantine,
  storeSnapshot,
  createHall,
  saveHall,
  addStation,
  saveItems,
  addLogLine,
  addKey,
  withdrawKey,
  saveSession,
  savePerson,
  saveVisit,
  sing,
};

export const READS = {
  load,
  loadAt,
  people,
  items,
  logLines,
  buildSnapshot,
  hall,
  hallOfStation,
  keyByCode,
  keyByHash,
  keys,
  sessionByToken,
  sessions,
  person,
  visits,
  hear,
};

/** The canary: the writer sings, the reader must hear the song. */
function sing(db: Db, song: number): void {
  db.run('INSERT OR REPLACE INTO canary VALUES (1, ?)', song);
}

function hear(db: Db): number | null {
  return db.get<{ song: number }>('SELECT song FROM canary WHERE id = 1')?.song ?? null;
}

/** The tables of what the two threads can be asked to do. */

import type { Db } from './driver.ts';
import {
  addBoard,
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
  addFilePiece,
  beginFile,
  claimAddress,
  dropLastPiece,
  filePiece,
  files,
  finishFile,
  hallOfAddress,
  hideFile,
  unfinishedFiles,
} from './pageJobs.ts';
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
  rowsAfter,
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
  addBoard,
  saveItems,
  addLogLine,
  addKey,
  withdrawKey,
  saveSession,
  savePerson,
  saveVisit,
  claimAddress,
  beginFile,
  addFilePiece,
  finishFile,
  hideFile,
  dropLastPiece,
  sing,
};

export const READS = {
  load,
  loadAt,
  rowsAfter,
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
  hallOfAddress,
  files,
  filePiece,
  unfinishedFiles,
  hear,
};

/** The canary: the writer sings, the reader must hear the song. */
function sing(db: Db, song: number): void {
  db.run('INSERT OR REPLACE INTO canary VALUES (1, ?)', song);
}

function hear(db: Db): number | null {
  return db.get<{ song: number }>('SELECT song FROM canary WHERE id = 1')?.song ?? null;
}

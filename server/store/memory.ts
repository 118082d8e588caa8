/** The store in memory: for tests, and the plainest statement of what a store does. Nothing of it outlives the process. */

import type { Store } from '../ports.ts';
import { MemoryBoards } from './memoryBoards.ts';
import { MemoryHalls } from './memoryHalls.ts';
import { MemoryPages } from './memoryPages.ts';

/** A fresh, empty store. What goes in and what comes out are copies, as with a disk. */
export function createMemoryStore(): Store {
  const boards = new MemoryBoards();
  const halls = new MemoryHalls(boards);
  const pages = new MemoryPages((id) => halls.hall(id) !== null);
  let closed = false;

  function op<Args extends unknown[], T>(body: (...args: Args) => T): (...args: Args) => Promise<T> {
    return async (...args) => {
      if (closed) throw new Error('the store is closed');
      return structuredClone(body(...structuredClone(args)));
    };
  }

  return {
    load: op((id) => boards.load(id)),
    loadAt: op((id, at) => boards.loadAt(id, at)),
    rowsAfter: op((id, seq, limit) => boards.rowsAfter(id, seq, limit)),
    append: op((commit) => boards.append(commit)),
    compact: op((id, seq) => boards.compact(id, seq)),
    quarantine: op((id) => boards.assertThere(id)),

    createHall: op((hall, keys, news) => halls.create(hall, keys, news)),
    hall: op((id) => halls.hall(id)),
    saveHall: op((hall) => halls.save(hall)),
    people: op((hallId) => halls.people(hallId)),
    addStation: op((hall, keys, board) => halls.addStation(hall, keys, board)),
    addBoard: op((hallId, board) => halls.addBoard(hallId, board)),
    items: op((hallId) => halls.items(hallId)),
    saveItems: op((hallId, items) => halls.saveItems(hallId, items)),
    addLogLine: op((hallId, line) => halls.addLogLine(hallId, line)),
    logLines: op((hallId, limit) => halls.logLines(hallId, limit)),
    keyByCode: op((code) => halls.keyByCode(code)),
    keyByHash: op((hash) => halls.keyByHash(hash)),
    keys: op((hallId) => halls.keys(hallId)),
    hallOfStation: op((id) => boards.hallOf(id)),
    addKey: op((key) => halls.addKey(key)),
    withdrawKey: op((id, at) => halls.withdrawKey(id, at)),
    sessionByToken: op((tokenHash) => halls.sessionByToken(tokenHash)),
    sessions: op((hallId) => halls.sessions(hallId)),
    saveSession: op((session, person) => halls.saveSession(session, person)),
    person: op((id) => halls.person(id)),
    savePerson: op((person) => halls.savePerson(person)),
    visits: op((id) => halls.visits(id)),
    saveVisit: op((id, stationId, seen) => halls.saveVisit(id, stationId, seen)),

    claimAddress: op((address, hallId) => pages.claimAddress(address, hallId)),
    hallOfAddress: op((address) => pages.hallOfAddress(address)),
    beginFile: op((file) => pages.beginFile(file)),
    addFilePiece: op((id, n, bytes) => pages.addFilePiece(id, n, bytes)),
    finishFile: op((id, size) => pages.finishFile(id, size)),
    files: op((hallId) => pages.files(hallId)),
    filePiece: op((id, n) => pages.filePiece(id, n)),
    dropFile: op((id) => pages.dropFile(id)),
    unfinishedFiles: op(() => pages.unfinishedFiles()),

    probe: op(() => {}),
    close: async () => {
      closed = true;
    },
  };
}

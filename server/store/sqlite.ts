/** The SQLite store as the main thread sees it: every call goes to the writer's or the reader's thread. */

import { resolve } from 'node:path';
import type { BoardCommit, Log, Store } from '../ports.ts';
import type { READS, WRITES } from './sqliteJobs.ts';
import { startStoreWorker, WorkerLink } from './workerLink.ts';

export interface SqliteOptions {
  /** The folder of the database; it is made if need be. */
  dataDir: string;
  log: Log;
  /** How long a lock of another process (a backup, an operator) is waited out before calls are refused. */
  busyMs?: number;
  /** Told once when a thread has died: every call is refused from then on, so the process should end and start anew. */
  onDeath?: (error: Error) => void;
}

export interface SqliteStore extends Store {
  /** Commits so far, of any number of jobs each. */
  readonly commits: number;
}

/**
 * Opens the store in `dataDir`.
 * @throws when another server has the folder, or the file is no database of ours; nothing is changed then
 */
export async function openSqliteStore(options: SqliteOptions): Promise<SqliteStore> {
  const { dataDir, log, busyMs = 60_000 } = options;
  const folder = resolve(dataDir);
  let dead: Error | null = null;
  const onDeath = (error: Error) => {
    // Half a store is none: with one thread gone nothing is promised any more.
    if (dead) return;
    dead = error;
    options.onDeath?.(error);
  };
  const start = <Table extends typeof WRITES | typeof READS>(role: 'writer' | 'reader') =>
    new WorkerLink<Table>(startStoreWorker({ role, dataDir: folder, busyMs }), role, log, onDeath);
  // Both at once, since loading their code takes longest. The reader opens the file at its first job, so the writer
  // has taken the folder and brought the file up to date by then.
  const writer = start<typeof WRITES>('writer');
  const reader = start<typeof READS>('reader');
  try {
    await Promise.all([writer.ready, reader.ready]);
  } catch (error) {
    await reader.end();
    await writer.end();
    throw error;
  }

  const underWay = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  let song = Date.now();

  /** Runs a call that `close` waits for. */
  function op<T>(body: () => Promise<T>): Promise<T> {
    if (dead) return Promise.reject(dead);
    if (closing) return Promise.reject(new Error('the store is closed'));
    const promise = body();
    const done: Promise<unknown> = promise.then(
      () => underWay.delete(done),
      () => underWay.delete(done),
    );
    underWay.add(done);
    return promise;
  }

  async function close(): Promise<void> {
    await Promise.all(underWay);
    // One after the other: the driver is known to close a connection twice, which is harmless only while nobody else
    // gets the freed memory. And the reader first, since the writer can empty the log only when nobody reads it.
    await reader.end();
    await writer.end();
  }

  return {
    load: (id) => op(() => reader.call('load', [id])),
    loadAt: (id, at) => op(() => reader.call('loadAt', [id, at])),
    rowsAfter: (id, seq, limit) => op(() => reader.call('rowsAfter', [id, seq, limit])),
    append: (commit) =>
      op(() => {
        const own = withOwnBytes(commit);
        return writer.call('append', [own], [own.bytes.buffer]);
      }),
    compact: (stationId, seq) =>
      op(async () => {
        const built = await reader.call('buildSnapshot', [stationId, seq]);
        if (!built) return;
        await writer.call('storeSnapshot', [{ stationId, seq, ...built, at: Date.now() }]);
      }),
    quarantine: (id, what, seq, reason) =>
      op(() => writer.call('quarantine', [id, what, seq, reason, Date.now()])),

    createHall: (hall, keys, boards) =>
      op(() => {
        const own = boards.map((board) => ({ ...board, commit: withOwnBytes(board.commit) }));
        return writer.call('createHall', [hall, keys, own]);
      }),
    hall: (id) => op(() => reader.call('hall', [id])),
    saveHall: (hall) => op(() => writer.call('saveHall', [hall])),
    people: (hallId) => op(() => reader.call('people', [hallId])),
    addStation: (hall, keys, board) =>
      op(() => {
        const own = { ...board, commit: withOwnBytes(board.commit) };
        return writer.call('addStation', [hall, keys, own]);
      }),
    addBoard: (hallId, board) =>
      op(() => {
        const own = { ...board, commit: withOwnBytes(board.commit) };
        return writer.call('addBoard', [hallId, own]);
      }),
    items: (hallId) => op(() => reader.call('items', [hallId])),
    saveItems: (hallId, items) => op(() => writer.call('saveItems', [hallId, items])),
    addLogLine: (hallId, line) => op(() => writer.call('addLogLine', [hallId, line])),
    logLines: (hallId, limit) => op(() => reader.call('logLines', [hallId, limit])),
    keyByCode: (code) => op(() => reader.call('keyByCode', [code])),
    keyByHash: (hash) => op(() => reader.call('keyByHash', [hash])),
    keys: (hallId) => op(() => reader.call('keys', [hallId])),
    hallOfStation: (stationId) => op(() => reader.call('hallOfStation', [stationId])),
    addKey: (key) => op(() => writer.call('addKey', [key])),
    withdrawKey: (id, at) => op(() => writer.call('withdrawKey', [id, at])),
    sessionByToken: (tokenHash) => op(() => reader.call('sessionByToken', [tokenHash])),
    sessions: (hallId) => op(() => reader.call('sessions', [hallId])),
    saveSession: (session, person) => op(() => writer.call('saveSession', [session, person])),
    person: (id) => op(() => reader.call('person', [id])),
    savePerson: (person) => op(() => writer.call('savePerson', [person])),
    visits: (id) => op(() => reader.call('visits', [id])),
    saveVisit: (id, stationId, seen) => op(() => writer.call('saveVisit', [id, stationId, seen])),

    claimAddress: (address, hallId) => op(() => writer.call('claimAddress', [address, hallId])),
    hallOfAddress: (address) => op(() => reader.call('hallOfAddress', [address])),
    beginFile: (file) => op(() => writer.call('beginFile', [file])),
    addFilePiece: (id, n, bytes) => op(() => writer.call('addFilePiece', [id, n, new Uint8Array(bytes)])),
    finishFile: (id, size) => op(() => writer.call('finishFile', [id, size])),
    files: (hallId) => op(() => reader.call('files', [hallId])),
    filePiece: (id, n) => op(() => reader.call('filePiece', [id, n])),
    dropFile: (id) =>
      op(async () => {
        await writer.call('hideFile', [id]);
        while (await writer.call('dropLastPiece', [id]));
      }),
    unfinishedFiles: () => op(() => reader.call('unfinishedFiles', [])),

    probe: () =>
      op(async () => {
        const mine = ++song;
        await writer.call('sing', [mine]);
        const heard = await reader.call('hear', []);
        // Beside another probe one may hear that one's song, which is a later one.
        if (heard === null || heard < mine)
          throw new Error('what was written to the store can’t be read back');
      }),
    close: () => {
      closing ??= close();
      return closing;
    },
    get commits() {
      return writer.answers;
    },
  };
}

/** With a copy of the bytes that owns its whole buffer: the caller's may be a view of one that others use. */
function withOwnBytes(commit: BoardCommit): BoardCommit & { bytes: Uint8Array<ArrayBuffer> } {
  return { ...commit, bytes: new Uint8Array(commit.bytes) };
}

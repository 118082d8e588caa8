/**
 * A thread of the SQLite store. The *writer* gathers all jobs that wait into one commit; the *reader* answers queries
 * and builds snapshots. Disk work is here so that the server's event loop never waits for a disk.
 */

import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { openForReading, openForWriting, takeFolder } from './dataFolder.ts';
import type { Db } from './driver.ts';
import { commitTogether, refuseAll, rollBack, waitOut } from './groupCommit.ts';
import { READS, WRITES } from './sqliteJobs.ts';
import {
  type FromWorker,
  type Job,
  type Jobs,
  type Outcome,
  type ToWorker,
  toPlain,
  type WorkerSettings,
} from './workerMessages.ts';

const port = parentPort!;
const { role, dataDir, busyMs } = workerData as WorkerSettings;
const tell = (message: FromWorker) => port.postMessage(message);

// Messages that can't be read would leave a caller waiting for ever; dying is seen.
port.on('messageerror', (error) => {
  throw error;
});

try {
  if (role === 'writer') startWriter();
  else startReader();
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'refused', failed: toPlain(error) });
  port.close();
}

function startWriter(): void {
  const lock = takeFolder(dataDir);
  const db = openForWriting(dataDir, busyMs, tellBusy);
  port.on('message', (first: ToWorker) => {
    const messages = [first, ...waiting()];
    if (messages.some(isJob)) answer(commit(messages));
    if (messages.includes('end')) end();
  });

  /** Gets the lock, and then everything that waits: whoever came while the lock was waited for comes along. */
  function commit(messages: ToWorker[]): Outcome[] {
    try {
      waitOut(busyMs, tellBusy, () => db.exec('BEGIN IMMEDIATE'));
    } catch (error) {
      messages.push(...waiting());
      tell({ kind: 'log', level: 'error', event: 'store.no_lock', fields: { error: String(error) } });
      return refuseAll(messages.filter(isJob), error);
    }
    messages.push(...waiting());
    return commitTogether(db, messages.filter(isJob), (job) => run(WRITES, db, job));
  }

  function end(): void {
    try {
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // Nothing is lost: what is not in the database file is in the log beside it.
      tell({ kind: 'log', level: 'warn', event: 'store.no_checkpoint', fields: { error: String(error) } });
    }
    db.close();
    lock.close();
    port.close();
  }
}

function startReader(): void {
  let db: Db | null = null;
  port.on('message', (first: ToWorker) => {
    const queue = [first, ...waiting()];
    for (let next = takeNext(queue); next; next = takeNext(queue)) {
      if (!isJob(next)) {
        db?.close();
        port.close();
        return;
      }
      answer([read(next)]);
      queue.push(...waiting());
    }
  });

  function read(job: Job): Outcome {
    try {
      db ??= openForReading(dataDir);
      return { id: job.id, value: query(db, job) };
    } catch (error) {
      return { id: job.id, failed: toPlain(error) };
    }
  }
}

/** Nobody who waits at the door shall wait for a snapshot: those come last. */
function takeNext(queue: ToWorker[]): ToWorker | undefined {
  const short = queue.findIndex((message) => isJob(message) && message.name !== 'buildSnapshot');
  return short >= 0 ? queue.splice(short, 1)[0] : queue.shift();
}

/** Runs a query in one read transaction, so that all it reads is of one moment of the disk. */
function query(db: Db, job: Job): unknown {
  return waitOut(busyMs, tellBusy, () => {
    db.exec('BEGIN');
    try {
      return run(READS, db, job);
    } finally {
      rollBack(db);
    }
  });
}

function run(table: Jobs, db: Db, { name, args }: Job): unknown {
  const job = table[name];
  if (!job) throw new Error(`the store's ${role} knows no job called ${name}`);
  return job(db, ...(args as never[]));
}

/** All messages that have come and not been taken. */
function waiting(): ToWorker[] {
  const all: ToWorker[] = [];
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) all.push(next.message);
  return all;
}

function isJob(message: ToWorker): message is Job {
  return message !== 'end';
}

function answer(outcomes: Outcome[]): void {
  tell({ kind: 'outcomes', outcomes });
}

function tellBusy(): void {
  tell({ kind: 'log', level: 'warn', event: 'store.busy', fields: { thread: role, waitMs: busyMs } });
}

/**
 * Many jobs, one commit: what waits when the lock is got is done in one transaction, so that a full disk sync is paid
 * once for all stations that have work.
 *
 * ```
 * BEGIN IMMEDIATE
 *   SAVEPOINT job   append to s1                     RELEASE
 *   SAVEPOINT job   append to s2: StaleCommit        ROLLBACK TO, RELEASE      only this one fails
 *   SAVEPOINT job   a new hall                       RELEASE
 * COMMIT            if this fails, all of them fail
 * ```
 */

import { type Db, isBusy } from './driver.ts';
import { type Job, type Outcome, toPlain } from './workerMessages.ts';

/** Runs the jobs. @returns the outcome of each, in order, once they are on disk */
export function commitTogether(db: Db, jobs: readonly Job[], run: (job: Job) => unknown): Outcome[] {
  try {
    const outcomes = jobs.map((job) => runAlone(db, job, run));
    db.exec('COMMIT');
    return outcomes;
  } catch (error) {
    rollBack(db);
    return refuseAll(jobs, error);
  }
}

export function refuseAll(jobs: readonly Job[], error: unknown): Outcome[] {
  return jobs.map(({ id }) => ({ id, failed: toPlain(error) }));
}

function runAlone(db: Db, job: Job, run: (job: Job) => unknown): Outcome {
  db.exec('SAVEPOINT job');
  try {
    const value = run(job);
    db.exec('RELEASE job');
    return { id: job.id, value };
  } catch (error) {
    // A full disk or a failing one ends the whole transaction, and what the other jobs did is gone with it.
    if (!db.inTransaction) throw error;
    db.exec('ROLLBACK TO job');
    db.exec('RELEASE job');
    return { id: job.id, failed: toPlain(error) };
  }
}

/** Ends the transaction without its changes; one that is over already is left alone. */
export function rollBack(db: Db): void {
  if (db.inTransaction) db.exec('ROLLBACK');
}

/** A pause of this thread: it has nothing else to do than to wait for the lock. */
const pause = (ms: number) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Runs the task, again and again while another process holds the database, for at most `busyMs`. */
export function waitOut<T>(busyMs: number, onWait: () => void, task: () => T): T {
  const deadline = performance.now() + busyMs;
  for (let tries = 0; ; tries++) {
    try {
      return task();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
      if (tries === 0) onWait();
      // The driver has waited already, save where SQLite sees that waiting in the driver can't help.
      pause(20);
    }
  }
}

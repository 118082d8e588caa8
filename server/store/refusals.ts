/** What is refused, and in which words: one rule for all stores. */

import { type BoardCommit, type NewBoard, StaleCommit } from '../ports.ts';

/** Throws `StaleCommit` unless the commit is the next step of the station's present owner. */
export function assertFits(onDisk: { epoch: number; head: number }, commit: BoardCommit): void {
  if (commit.epoch === onDisk.epoch && commit.seq === onDisk.head + 1) return;
  throw new StaleCommit(
    `station ${commit.stationId} is at epoch ${onDisk.epoch}, seq ${onDisk.head} on disk; ` +
      `the commit is epoch ${commit.epoch}, seq ${commit.seq}`,
  );
}

/** Throws `StaleCommit` unless the board begins with step 1. */
export function assertFirst({ commit }: NewBoard): void {
  assertFits({ epoch: commit.epoch, head: 0 }, commit);
}

export const noSuchStation = (id: string) => new Error(`there is no station ${id}`);
export const noSuchHall = (id: string) => new Error(`there is no hall ${id}`);
export const noSuchKey = (id: string) => new Error(`there is no key ${id}`);
export const allWithdrawn = () => new Error('all keys of the session are withdrawn');
export const noSuchFile = (id: string) => new Error(`there is no file ${id} under way`);

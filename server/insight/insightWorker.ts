/** The thread that thinks: does one job after the other, so that the server's event loop never waits for it. */

import { parentPort } from 'node:worker_threads';
import { JOBS } from './jobs.ts';

/** A call as it comes in, and its answer. */
export interface Call {
  id: number;
  job: string;
  input: unknown;
}
export type Answer = { id: number; value: unknown } | { id: number; failed: string };

const port = parentPort!;
const jobs: Record<string, (input: never) => unknown> = JOBS;

// A message that can't be read would leave its caller waiting for ever; dying is seen.
port.on('messageerror', (error) => {
  throw error;
});

port.on('message', ({ id, job, input }: Call) => {
  try {
    const work = jobs[job];
    if (!work) throw new Error(`no job is called ${job}`);
    port.postMessage({ id, value: work(input as never) } satisfies Answer);
  } catch (error) {
    // The name and place of the fault, never what was worked on: messages may quote a note.
    port.postMessage({ id, failed: error instanceof Error ? error.name : 'Error' } satisfies Answer);
  }
});

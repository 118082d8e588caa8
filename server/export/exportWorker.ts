/** The thread in which files are made and read: one job, then it ends. What goes wrong here ends no server. */

import { parentPort, workerData } from 'node:worker_threads';
import { FaultError } from '../fault.ts';
import { doJob, type ExportJob } from './exportJobs.ts';

/** To the main thread. */
export type FromExport =
  | { kind: 'step'; done: number }
  | { kind: 'done'; result: unknown }
  /** What somebody sent is at fault. */
  | { kind: 'refused'; fault: ReturnType<FaultError['toJSON']> }
  | { kind: 'failed'; message: string };

const port = parentPort!;
const tell = (message: FromExport) => port.postMessage(message);

try {
  const result = await doJob(workerData as ExportJob, (done) => tell({ kind: 'step', done }));
  tell({ kind: 'done', result });
} catch (error) {
  if (error instanceof FaultError) tell({ kind: 'refused', fault: error.toJSON() });
  else tell({ kind: 'failed', message: whatFailed(error) });
}

function whatFailed(error: unknown): string {
  // Its name and where it happened; a message may hold words of a note.
  const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error);
  return `${name}${/\n\s+at .*/.exec(stack)?.[0] ?? ''}`;
}

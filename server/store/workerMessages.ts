/** What passes between the main thread and the store's two worker threads. Everything here is structured-cloned. */

import { AddressTaken, CodeTaken, type LogFields, StaleCommit } from '../ports.ts';
import type { Db } from './driver.ts';

/** Which of the two threads a worker is, and what it works on. */
export interface WorkerSettings {
  role: 'writer' | 'reader';
  dataDir: string;
  /** How long a lock of another process is waited out before the jobs are refused. */
  busyMs: number;
}

/** One call: the name of a function in the worker's table, and what follows the connection in its arguments. */
export interface Job {
  id: number;
  name: string;
  args: unknown[];
}

export type ToWorker = Job | 'end';

export type Outcome = { id: number; value: unknown } | { id: number; failed: PlainError };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'refused'; failed: PlainError }
  /** Of the writer: all jobs of one commit. */
  | { kind: 'outcomes'; outcomes: Outcome[] }
  | { kind: 'log'; level: 'warn' | 'error'; event: string; fields: LogFields };

/** A table of functions that a worker offers. */
export type Jobs = Record<string, (db: Db, ...args: never[]) => unknown>;

/** What a caller hands over for a job: all but the connection. */
export type JobArgs<J extends (db: Db, ...args: never[]) => unknown> = J extends (
  db: Db,
  ...args: infer Args
) => unknown
  ? Args
  : never;

/** An error as plain data: classes do not survive the way between threads. */
export interface PlainError {
  name: string;
  message: string;
  code?: string;
}

export function toPlain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? { name, message, code } : { name, message };
}

/** The error again, in its class where `ports.ts` has one for it. */
export function revive({ name, message, code }: PlainError): Error {
  if (name === 'StaleCommit') return new StaleCommit(message);
  if (name === 'CodeTaken') return new CodeTaken(message);
  if (name === 'AddressTaken') return new AddressTaken(message);
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

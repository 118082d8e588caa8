/**
 * The main thread's end of the thread that thinks. One thread, started by the first job, doing one job at a time; one that
 * dies or takes too long fails its own job only, and the next gets a fresh thread.
 */

import { Worker } from 'node:worker_threads';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Clock, Log } from '../ports.ts';
import type { Answer, Call } from './insightWorker.ts';
import type { JobInput, JobName, JobOutput } from './jobs.ts';
import { SentLists } from './SentLists.ts';
import type { HelpNote } from './suggest.ts';

/** How long a job may take unless it says otherwise. */
export const JOB_LIMIT_MS = 30_000;
/** Jobs that may wait. Beyond it the oldest that waits gives way: who asked again has asked for the newer one. */
const WAITING_MOST = 200;

/** What is asked about a text that somebody writes. */
export interface Asked {
  station: StationId;
  text: string;
  /** All that hangs there. */
  notes: readonly HelpNote[];
  /** How many to name, at most. */
  most?: number;
}

interface Turn {
  limitMs?: number;
  first?: boolean;
}

interface Waiting {
  job: JobName;
  /** Made when the job's turn comes. */
  input: () => unknown;
  limitMs: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class Insight {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #start: () => Worker;
  readonly #queue: Waiting[] = [];
  readonly #lists = new SentLists();
  #worker: Worker | null = null;
  #current: (Waiting & { id: number }) | null = null;
  #cancelLimit: () => void = () => {};
  #lastId = 0;
  #closed = false;

  constructor(log: Log, clock: Clock, start: () => Worker = startInsightWorker) {
    this.#log = log;
    this.#clock = clock;
    this.#start = start;
  }

  /** Help for one station. */
  suggest(input: JobInput<'suggest'>): Promise<JobOutput<'suggest'>> {
    return this.run('suggest', input);
  }

  /**
   * The notes of a station that say nearly what a text says. Somebody is writing meanwhile: it goes before all that
   * waits. Of the notes only what has changed since the last question is copied.
   */
  async similar({ station, notes, text, most }: Asked): Promise<JobOutput<'similar'>> {
    this.#lists.know(station, notes);
    const input = () => ({ text, list: this.#lists.change(station, notes), ...(most && { most }) });
    try {
      return await this.#take('similar', input, { first: true, limitMs: 5_000 });
    } catch (error) {
      this.#lists.doubt(station);
      throw error;
    }
  }

  /** Threads across stations. */
  threads(input: JobInput<'threads'>): Promise<JobOutput<'threads'>> {
    return this.run('threads', input);
  }

  /**
   * Does a job of `jobs.ts` in the thread. The input is copied.
   * @param limitMs counted from when the job's turn comes
   */
  run<Name extends JobName>(job: Name, input: JobInput<Name>, turn: Turn = {}): Promise<JobOutput<Name>> {
    return this.#take(job, () => input, turn);
  }

  #take<Name extends JobName>(
    job: Name,
    input: () => JobInput<Name>,
    { limitMs = JOB_LIMIT_MS, first = false }: Turn,
  ): Promise<JobOutput<Name>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error('insight is closed');
      const waiting = { job, input, limitMs, resolve: resolve as Waiting['resolve'], reject };
      if (first) this.#queue.unshift(waiting);
      else this.#queue.push(waiting);
      if (this.#queue.length > WAITING_MOST) {
        this.#queue.splice(first ? 1 : 0, 1)[0]?.reject(new Error('too many jobs wait'));
      }
      this.#next();
    });
  }

  /** Ends the thread; jobs that wait are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    const error = new Error('insight is closed');
    for (const { reject } of this.#queue.splice(0)) reject(error);
    await this.#drop(error);
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    const { job, input } = waiting;
    const id = ++this.#lastId;
    this.#current = { ...waiting, id };
    try {
      this.#worker ??= this.#open();
      this.#worker.postMessage({ id, job, input: input() } satisfies Call);
    } catch (error) {
      // What can't be copied is the caller's fault and no reason to end the thread.
      this.#settle(() => waiting.reject(error instanceof Error ? error : new Error(String(error))));
      return;
    }
    this.#cancelLimit = this.#clock.after(waiting.limitMs, () => {
      this.#log.warn('insight.too_slow', { job, limitMs: waiting.limitMs });
      void this.#drop(new Error(`${job} took longer than ${waiting.limitMs} ms`));
    });
  }

  #open(): Worker {
    const worker = this.#start();
    this.#lists.clear();
    // A thread that idles keeps no process alive.
    worker.unref();
    const die = (reason: string) => {
      if (this.#worker !== worker) return;
      this.#log.error('insight.thread_died', { error: reason, job: this.#current?.job });
      void this.#drop(new Error(`the insight thread is gone: ${reason}`));
    };
    worker.on('message', (answer: Answer) => {
      const done = this.#current;
      if (this.#worker !== worker || done?.id !== answer.id) return;
      this.#settle(() => {
        if ('failed' in answer) done.reject(new Error(`${done.job} failed: ${answer.failed}`));
        else done.resolve(answer.value);
      });
    });
    worker.on('error', (error) => die(error instanceof Error ? error.name : 'Error'));
    worker.on('messageerror', () => die('an answer could not be read'));
    worker.on('exit', (code) => die(`it exited with ${code}`));
    return worker;
  }

  /** Ends the thread and fails what it was at; what waits gets a fresh one. */
  async #drop(error: Error): Promise<void> {
    const worker = this.#worker;
    const current = this.#current;
    this.#worker = null;
    this.#settle(() => current?.reject(error));
    await worker?.terminate();
  }

  #settle(answer: () => void): void {
    this.#cancelLimit();
    this.#cancelLimit = () => {};
    this.#current = null;
    answer();
    this.#next();
  }
}

/** Starts the thread, from the sources or as built. */
export function startInsightWorker(): Worker {
  const source = import.meta.url.endsWith('.ts');
  return new Worker(new URL(source ? './insightWorker.ts' : './insightWorker.js', import.meta.url), {
    name: 'insight',
    execArgv: source ? runTypeScript() : [],
    // Bounds a thread that was given more than a hall can hold; the server itself goes on.
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
}

/** From the sources (tests, `tsx`) a worker is TypeScript too; `--import tsx` alone does nothing in a thread. */
function runTypeScript(): string[] {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return ['--import', `data:text/javascript,import { register } from ${tsx}; register();`];
}

/** The main thread's end of one worker: calls go out, answers come back, and a thread that dies leaves nobody waiting. */

import { Worker } from 'node:worker_threads';
import type { Log } from '../ports.ts';
import {
  type FromWorker,
  type JobArgs,
  type Jobs,
  type Outcome,
  revive,
  type ToWorker,
  type WorkerSettings,
} from './workerMessages.ts';

interface Caller {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts a thread of the store. */
export function startStoreWorker(settings: WorkerSettings): Worker {
  const source = import.meta.url.endsWith('.ts');
  return new Worker(new URL(source ? './sqliteWorker.ts' : './sqliteWorker.js', import.meta.url), {
    name: `store-${settings.role}`,
    workerData: settings,
    execArgv: source ? runTypeScript() : [],
  });
}

/** From the sources (tests, `tsx`) a worker is TypeScript too; `--import tsx` alone does nothing in a thread. */
function runTypeScript(): string[] {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return ['--import', `data:text/javascript,import { register } from ${tsx}; register();`];
}

/** Calls to the functions of the table `Table`, done in another thread. */
export class WorkerLink<Table extends Jobs> {
  /** Resolves when the thread can work; rejects with its reason when it can't. */
  readonly ready: Promise<void>;
  /** Answers so far. Of the writer: commits, whether they succeeded or not. */
  answers = 0;
  readonly #worker: Worker;
  readonly #name: string;
  readonly #callers = new Map<number, Caller>();
  readonly #ended: Promise<void>;
  #lastId = 0;
  #ending = false;
  #gone: Error | null = null;

  constructor(worker: Worker, name: string, log: Log, onDeath: (error: Error) => void) {
    this.#worker = worker;
    this.#name = name;
    this.ready = new Promise((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'outcomes') this.#settle(message.outcomes);
        else if (message.kind === 'log') log[message.level](message.event, message.fields);
        else if (message.kind === 'ready') resolve();
        else {
          this.#ending = true;
          reject(revive(message.failed));
        }
      });
      const die = (reason: string) => {
        const first = this.#gone === null;
        const error = this.#die(reason);
        reject(error);
        if (!first || this.#ending) return;
        log.error('store.thread_died', { thread: name, error: reason });
        onDeath(error);
      };
      worker.on('error', (error) => die(String(error)));
      worker.on('messageerror', (error) => die(String(error)));
      worker.on('exit', (code) => die(`it exited with ${code}`));
    });
    // Who awaits `ready` sees it; after that nobody does, and a later rejection is no news.
    this.ready.catch(() => {});
    this.#ended = new Promise((resolve) => void worker.once('exit', () => resolve()));
  }

  /** Asks for a job. The arguments are copied before this returns, save buffers in `transfer`, which move. */
  call<Name extends keyof Table & string>(
    name: Name,
    args: JobArgs<Table[Name]>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Awaited<ReturnType<Table[Name]>>> {
    return new Promise((resolve, reject) => {
      if (this.#gone) throw this.#gone;
      const id = ++this.#lastId;
      this.#worker.postMessage({ id, name, args } satisfies ToWorker, transfer);
      this.#callers.set(id, { resolve: resolve as Caller['resolve'], reject });
    });
  }

  /** Lets the thread finish what it has and end. */
  async end(): Promise<void> {
    if (this.#gone) void this.#worker.terminate();
    else if (!this.#ending) this.#worker.postMessage('end' satisfies ToWorker);
    this.#ending = true;
    await this.#ended;
  }

  #settle(outcomes: readonly Outcome[]): void {
    this.answers++;
    for (const outcome of outcomes) {
      const caller = this.#callers.get(outcome.id);
      this.#callers.delete(outcome.id);
      if ('failed' in outcome) caller?.reject(revive(outcome.failed));
      else caller?.resolve(outcome.value);
    }
  }

  #die(reason: string): Error {
    this.#gone ??= new Error(`the store's ${this.#name} thread is gone: ${reason}`);
    for (const { reject } of this.#callers.values()) reject(this.#gone);
    this.#callers.clear();
    return this.#gone;
  }
}

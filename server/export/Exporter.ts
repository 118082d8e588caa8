/**
 * Makes files off the event loop: a thread a job, a few jobs at once, each with a time limit. A thread that dies or
 * hangs is an error answer and nothing more.
 */

import { Worker } from 'node:worker_threads';
import type { HallId } from '../../shared/domain/ids.ts';
import { FaultError } from '../fault.ts';
import type { Clock, Log } from '../ports.ts';
import type { ExportJob, ExportResult, OnStep } from './exportJobs.ts';
import type { FromExport } from './exportWorker.ts';

export interface ExporterParts {
  clock: Clock;
  log: Log;
  /** How long one job may take. */
  limitMs?: number;
  /** For tests: another thread's code. */
  worker?: URL;
}

const LIMIT_MS = 90_000;
/** At once, and in line behind them. One thread leaves the other core to the hall. */
const AT_ONCE = 1;
const IN_LINE = 12;
/** Of one hall: its hosts together can't keep all others waiting. */
const IN_LINE_OF_HALL = 6;
const MEMORY_MB = 768;

interface Waiting {
  hall: HallId | null;
  start: () => void;
  refuse: (error: Error) => void;
}

export class Exporter {
  readonly #parts: ExporterParts;
  readonly #line: Waiting[] = [];
  readonly #stops = new Set<(error: Error) => void>();
  #busy = 0;
  #closed = false;

  constructor(parts: ExporterParts) {
    this.#parts = parts;
  }

  /**
   * Does a job in a thread.
   * @param job or what reads it when its turn comes: those who wait, or are refused, hold no hall in memory
   * @param hall in whose turn
   * @throws {FaultError} too_many wait; unavailable: the server stops; internal; or what the job finds at fault
   */
  async run<J extends ExportJob>(
    job: J | (() => Promise<J>),
    onStep: OnStep = () => {},
    hall: HallId | null = null,
  ): Promise<ExportResult<J>> {
    await this.#turn(hall);
    this.#busy++;
    try {
      return (await this.#inThread(typeof job === 'function' ? await job() : job, onStep)) as ExportResult<J>;
    } finally {
      this.#busy--;
      this.#line.shift()?.start();
    }
  }

  /** Ends what is under way; all who wait are refused. */
  close(): void {
    this.#closed = true;
    for (const { refuse } of this.#line.splice(0)) refuse(stopping());
    for (const stop of this.#stops) stop(stopping());
  }

  #turn(hall: HallId | null): Promise<void> {
    if (this.#closed) return Promise.reject(stopping());
    if (this.#busy < AT_ONCE && this.#line.length === 0) return Promise.resolve();
    const own = this.#line.filter((waiting) => waiting.hall === hall).length;
    if (this.#line.length >= IN_LINE || own >= IN_LINE_OF_HALL) {
      return Promise.reject(new FaultError('too_many', 'many files are being made just now; try again soon'));
    }
    return new Promise((resolve, reject) => {
      this.#line.push({ hall, start: resolve, refuse: reject });
    });
  }

  #inThread(job: ExportJob, onStep: OnStep): Promise<unknown> {
    if (this.#closed) return Promise.reject(stopping());
    const { clock, log, limitMs = LIMIT_MS } = this.#parts;
    return new Promise((resolve, reject) => {
      const worker = new Worker(this.#parts.worker ?? source(), {
        name: 'export',
        workerData: job,
        execArgv: isTypeScript(this.#parts.worker) ? runTypeScript() : [],
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      });
      let over = false;
      const end = (settle: () => void) => {
        if (over) return;
        over = true;
        cancel();
        this.#stops.delete(stop);
        void worker.terminate();
        settle();
      };
      const fail = (why: string) =>
        end(() => {
          log.error('export.failed', { kind: job.kind, error: why });
          reject(new FaultError('internal', 'the file could not be made'));
        });
      const stop = (error: Error) => end(() => reject(error));
      const cancel = clock.after(limitMs, () => fail('it took too long'));
      this.#stops.add(stop);
      worker.on('message', (message: FromExport) => {
        if (over) return;
        if (message.kind === 'step') onStep(message.done);
        else if (message.kind === 'done') end(() => resolve(message.result));
        else if (message.kind === 'refused') end(() => reject(faultOf(message.fault)));
        else fail(message.message);
      });
      worker.on('error', (error) => fail(error instanceof Error ? error.name : 'Error'));
      worker.on('messageerror', () => fail('its answer could not be read'));
      worker.on('exit', (code) => fail(`the thread ended with ${code}`));
    });
  }
}

const faultOf = ({ code, message, field }: ReturnType<FaultError['toJSON']>) =>
  new FaultError(code, message, field);
const stopping = () => new FaultError('unavailable', 'the server is stopping');
const isTypeScript = (worker = new URL(import.meta.url)) => worker.href.endsWith('.ts');
const source = () => new URL(isTypeScript() ? './exportWorker.ts' : './exportWorker.js', import.meta.url);

/** From the sources (tests, `tsx`) a thread is TypeScript too; `--import tsx` alone does nothing in it. */
function runTypeScript(): string[] {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return ['--import', `data:text/javascript,import { register } from ${tsx}; register();`];
}

/**
 * Makes replays off the event loop: the journal goes to a thread in pages, and what hangs now decides what is told. One
 * at a time; who asks meanwhile waits in a short line.
 */

import { Worker } from 'node:worker_threads';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Replay } from '../../shared/protocol/past.ts';
import type { Boards } from '../board/Boards.ts';
import { FaultError } from '../fault.ts';
import type { Clock, History, Log } from '../ports.ts';
import type { FromReplay, ToReplay } from './replayWorker.ts';

const PAGE_ROWS = 500;
const LIMIT_MS = 60_000;
const IN_LINE = 8;

export interface ReplaysParts {
  boards: Boards;
  history: History;
  clock: Clock;
  log: Log;
}

export class Replays {
  readonly #parts: ReplaysParts;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** Those that have not begun: whoever asks for the same gets the same. */
  readonly #next = new Map<StationId, Promise<Omit<Replay, 'rounds'>>>();

  constructor(parts: ReplaysParts) {
    this.#parts = parts;
  }

  /** A station's replay without the hall's rounds. @throws {FaultError} too_many, unavailable, internal */
  async of(stationId: StationId): Promise<Omit<Replay, 'rounds'>> {
    const before = this.#next.get(stationId);
    if (before) return before;
    if (this.#waiting >= IN_LINE)
      throw new FaultError('too_many', 'many replays are being made; try again soon');
    this.#waiting++;
    const turn = this.#last.then(() => {
      this.#next.delete(stationId);
      return this.#make(stationId);
    });
    this.#next.set(stationId, turn);
    this.#last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      this.#waiting--;
    }
  }

  async #make(stationId: StationId): Promise<Omit<Replay, 'rounds'>> {
    const { boards, history, clock, log } = this.#parts;
    const board = await boards.get(stationId);
    const thread = new ReplayThread(clock);
    try {
      for (let seq = 0; ; ) {
        const rows = await history.rowsAfter(stationId, seq, PAGE_ROWS);
        const last = rows.at(-1);
        if (!last) break;
        await thread.ask({ kind: 'rows', rows });
        seq = last.seq;
      }
      const { notes, groups } = await board.read((doc) => {
        const [notes, clusters] = [readNotes(doc), readClusters(doc)];
        const { clusters: shown } = viewBoard(notes, clusters);
        const groups = clusters.map(({ id }) => ({ id, title: shown.get(id)?.title ?? '' }));
        return { notes, groups };
      });
      const answer = await thread.ask({
        kind: 'finish',
        notes: notes.map(({ id }) => id),
        groups: groups.map(({ id }) => id),
      });
      if (answer.kind !== 'done') throw new Error('the thread answered something else');
      return {
        whole: answer.whole && !board.damaged,
        notes: notes.map(({ id, text, round, level }) => ({ id, text, round, ...(level ? { level } : {}) })),
        groups,
        frames: answer.frames,
      };
    } catch (error) {
      if (error instanceof FaultError) throw error;
      log.error('replay.failed', {
        station: stationId,
        error: error instanceof Error ? error.name : 'Error',
      });
      throw new FaultError('internal', 'the replay could not be made');
    } finally {
      thread.end();
    }
  }
}

/** One thread, asked one thing after the other; whatever goes wrong in it fails who asks. */
class ReplayThread {
  readonly #worker: Worker;
  readonly #cancel: () => void;
  #resolve: (answer: FromReplay) => void = () => {};
  #reject: (error: Error) => void = () => {};
  #gone: Error | null = null;

  constructor(clock: Clock) {
    this.#worker = startReplayWorker();
    this.#worker.unref();
    this.#worker.on('message', (answer: FromReplay) => this.#resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the thread ended')));
    this.#cancel = clock.after(LIMIT_MS, () => this.#fail(new Error('it took too long')));
  }

  ask(message: ToReplay): Promise<FromReplay> {
    return new Promise((resolve, reject) => {
      if (this.#gone) throw this.#gone;
      [this.#resolve, this.#reject] = [resolve, reject];
      this.#worker.postMessage(message);
    });
  }

  end(): void {
    this.#cancel();
    void this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#gone ??= error;
    this.#reject(error);
  }
}

function startReplayWorker(): Worker {
  const source = import.meta.url.endsWith('.ts');
  return new Worker(new URL(source ? './replayWorker.ts' : './replayWorker.js', import.meta.url), {
    name: 'replay',
    execArgv: source ? runTypeScript() : [],
    resourceLimits: { maxOldGenerationSizeMb: 768 },
  });
}

/** From the sources (tests, `tsx`) a worker is TypeScript too; `--import tsx` alone does nothing in a thread. */
function runTypeScript(): string[] {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return ['--import', `data:text/javascript,import { register } from ${tsx}; register();`];
}

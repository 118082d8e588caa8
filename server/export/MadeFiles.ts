/** Files that were asked for, while they are made and for some minutes after: in memory, bounded in number and size. */

import { randomBytes } from 'node:crypto';
import type { HallId } from '../../shared/domain/ids.ts';
import { FaultError } from '../fault.ts';
import type { Clock } from '../ports.ts';
import type { OnStep } from './exportJobs.ts';

export interface MadeFile {
  id: string;
  hallId: HallId;
  format: string;
  state: 'making' | 'done' | 'failed';
  /** 0–1. */
  done: number;
  bytes: Uint8Array | null;
}

const KEPT_MS = 10 * 60_000;
/** Of one hall, and of all together. */
const OF_HALL = 6;
const BYTES_MAX = 256 * 1_024 * 1_024;

export class MadeFiles {
  readonly #clock: Clock;
  readonly #files = new Map<string, MadeFile>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Begins to make a file. @throws {FaultError} too_many: so many of this hall are being made */
  begin(hallId: HallId, format: string, make: (onStep: OnStep) => Promise<Uint8Array>): MadeFile {
    const own = [...this.#files.values()].filter((file) => file.hallId === hallId);
    if (own.filter(({ state }) => state === 'making').length >= OF_HALL)
      throw new FaultError('too_many', 'many files of this hall are being made already');
    for (const old of own
      .filter(({ state }) => state !== 'making')
      .slice(0, Math.max(0, own.length - OF_HALL + 1)))
      this.#files.delete(old.id);
    const id = randomBytes(18).toString('base64url');
    const file: MadeFile = { id, hallId, format, state: 'making', done: 0, bytes: null };
    this.#files.set(id, file);
    make((done) => {
      file.done = Math.max(file.done, Math.min(done, 0.99));
    }).then(
      (bytes) => {
        Object.assign(file, { bytes, done: 1, state: 'done' });
        this.#fit();
      },
      () => {
        file.state = 'failed';
      },
    );
    this.#clock.after(KEPT_MS, () => this.#files.delete(id));
    return file;
  }

  /** @throws {FaultError} not_found: none such of this hall, or it is no longer kept */
  get(hallId: HallId, id: string): MadeFile {
    const file = this.#files.get(id);
    if (file?.hallId !== hallId) throw new FaultError('not_found', 'this file is not kept; make it again');
    return file;
  }

  /** The oldest go where all together are too large. */
  #fit(): void {
    const size = () => [...this.#files.values()].reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
    for (const { id, state } of this.#files.values()) {
      if (size() <= BYTES_MAX) return;
      if (state !== 'making') this.#files.delete(id);
    }
  }
}

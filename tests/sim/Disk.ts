/**
 * A disk: what `append` has promised is there for ever, what it has not may be there or not. Each life of the engine
 * has its own way to it, which ends with that life; what was on its way then is written whole or not at all.
 */

import * as Y from 'yjs';
import type { BoardCommit, BoardRecord, Journal } from '../../server/ports.ts';
import { MemoryBoards } from '../../server/store/memoryBoards.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';
import type { Step } from './Engine.ts';
import type { SimClock } from './SimClock.ts';

/** What a life of the engine lets its disk know. `step`: whether it dies here. */
export interface Life {
  readonly dead: boolean;
  step(step: Step): boolean;
}

/** A promise of a process that is no more. */
const never = <T>() => new Promise<T>(() => {});

export class Disk {
  /** Milliseconds a write or read takes, at least and at most. */
  latency: readonly [number, number] = [1, 6];
  /** Nothing can be written. */
  full = false;
  /** Nothing can be read. */
  away = false;
  /** One row in so many is followed by a snapshot. */
  snapshotEvery = 25;
  rows = 0;
  snapshots = 0;
  failures = 0;
  readonly #clock: SimClock;
  readonly #random: Random;
  readonly #boards = new MemoryBoards();
  /** What is on disk, as documents. */
  readonly #durable = new Map<StationId, Y.Doc>();
  readonly #underWay = new Set<() => void>();

  constructor(clock: SimClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Makes a station with its first step. */
  create(commit: BoardCommit, serverClient: number): void {
    this.#boards.create('h_simulated_simulated' as never, { commit: structuredClone(commit), serverClient });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, commit.bytes);
    this.#durable.set(commit.stationId, doc);
  }

  /** The document that is on disk. Not to be changed. */
  durable(stationId: StationId): Y.Doc {
    return this.#durable.get(stationId)!;
  }

  ownerOf(stationId: StationId, note: NoteId): ParticipantId | null | undefined {
    return this.#boards.load(stationId)?.owners.find(([id]) => id === note)?.[1];
  }

  record(stationId: StationId): BoardRecord {
    return structuredClone(this.#boards.load(stationId)!);
  }

  /** The engine has died: each write on its way is there, or never was. */
  cutOff(): void {
    for (const write of [...this.#underWay]) {
      this.#underWay.delete(write);
      if (!this.full && this.#random.chance(0.5)) write();
    }
  }

  journal(life: Life): Journal {
    const work = async <T>(body: () => T): Promise<T> => {
      await this.#clock.wait(this.#random.between(...this.latency));
      if (life.dead) return never<T>();
      const result = body();
      return life.dead ? never<T>() : result;
    };
    return {
      load: (stationId) =>
        work(() => {
          if (this.away) throw this.#failure('the disk is away');
          return this.record(stationId);
        }),
      append: async (commit) => {
        if (life.dead || life.step('applied')) return never();
        const copy = structuredClone(commit);
        let written = false;
        const write = () => {
          written = true;
          this.#write(copy);
        };
        this.#underWay.add(write);
        await this.#clock.wait(this.#random.between(...this.latency));
        if (life.dead || life.step('handed')) return never();
        this.#underWay.delete(write);
        if (this.full) throw this.#failure('the disk is full');
        if (!written) write();
        if (life.step('durable')) return never();
        await this.#clock.wait(this.#random.between(0, 1));
        if (life.dead) return never();
      },
      compact: (stationId, seq) =>
        work(() => {
          if (life.step('snapshot')) return;
          if (this.full) throw this.#failure('the disk is full');
          this.#snapshot(stationId, seq);
        }),
      quarantine: () => work(() => {}),
    };
  }

  #write(commit: BoardCommit): void {
    this.#boards.append(commit);
    this.rows++;
    Y.applyUpdate(this.durable(commit.stationId), commit.bytes);
    if (this.#random.chance(1 / this.snapshotEvery)) this.#snapshot(commit.stationId, commit.seq);
  }

  #snapshot(stationId: StationId, seq: number): void {
    this.snapshots++;
    this.#boards.compact(stationId, seq);
  }

  #failure(message: string): Error {
    this.failures++;
    return new Error(message);
  }
}

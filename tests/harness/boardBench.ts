/** A board room on a bench: a journal that waits for the test's word, sockets that remember, and people with Y.Docs. */

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { BoardRoom } from '../../server/board/BoardRoom.ts';
import type { BoardSession } from '../../server/board/BoardSession.ts';
import type { BoardCommit, BoardRecord, BoardSocket, Frame, Journal, Log } from '../../server/ports.ts';
import { writeMeta } from '../../shared/board/boardDoc.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { defaultRounds } from '../../shared/domain/round.ts';
import {
  FRAME,
  type HeldMove,
  type Move,
  readRefused,
  readSaved,
  readWelcome,
  SYNC,
} from '../../shared/protocol/boardFrames.ts';
import { HandWriter, MotionReader } from '../../shared/protocol/motionFrames.ts';
import { HandClock, settle } from './handClock.ts';

export const silent: Log = { info() {}, warn() {}, error() {} };
export const SERVER_CLIENT = 7;

/** A journal in memory in which commits can be held back or made to fail. */
export class BenchJournal implements Journal {
  readonly record: BoardRecord;
  readonly quarantined: string[] = [];
  /** While true, commits wait for `letThrough`. */
  hold = false;
  /** How many of the next commits fail. */
  failNext = 0;
  /** How many of the next loads fail. */
  failLoads = 0;
  commits = 0;
  #waiting: (() => void)[] = [];

  constructor(stationId: StationId) {
    const doc = new Y.Doc();
    doc.clientID = SERVER_CLIENT;
    writeMeta(doc, {
      v: 1,
      title: 'Idébanken',
      kind: 'wall',
      rounds: defaultRounds('nb'),
      round: 1,
      levels: false,
      frozen: false,
    });
    this.record = {
      epoch: 1,
      head: 0,
      serverClient: SERVER_CLIENT,
      snapshots: [],
      rows: [],
      owners: [],
      leases: [],
      notes: 0,
      written: 0,
    };
    const bytes = Y.encodeStateAsUpdate(doc);
    this.#write({ stationId, epoch: 1, seq: 1, at: 0, bytes, owners: [], leases: [], notes: 0, written: 0 });
  }

  async load(): Promise<BoardRecord> {
    if (this.failLoads > 0) {
      this.failLoads--;
      throw new Error('the disk is away');
    }
    return structuredClone(this.record);
  }

  async append(commit: BoardCommit): Promise<void> {
    this.commits++;
    if (this.hold) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.failNext > 0) {
      this.failNext--;
      throw new Error('the disk is full');
    }
    if (commit.seq !== this.record.head + 1) throw new Error(`seq ${commit.seq} after ${this.record.head}`);
    this.#write(commit);
  }

  async compact(): Promise<void> {}

  async quarantine(_station: StationId, what: string, seq: number): Promise<void> {
    this.quarantined.push(`${what} ${seq}`);
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  async letThrough(): Promise<void> {
    for (const go of this.#waiting.splice(0)) go();
    await settle();
  }

  /** The board as the disk has it. */
  stored(): Y.Doc {
    const doc = new Y.Doc();
    for (const { bytes } of this.record.rows) Y.applyUpdate(doc, bytes);
    return doc;
  }

  #write({ seq, epoch, at, bytes, owners, leases, notes, written }: BoardCommit): void {
    this.record.rows.push({ seq, epoch, at, bytes: bytes.slice(), intact: true });
    this.record.owners.push(...owners.map(([id, owner]) => [id, owner] as [typeof id, typeof owner]));
    this.record.leases.push(...leases.map(([client, owner]) => [client, owner] as [number, typeof owner]));
    Object.assign(this.record, { head: seq, notes, written });
  }
}

/** A client on the bench: a Y.Doc behind a socket that delivers at once, speaking the protocol as a provider does. */
export class BenchClient {
  readonly doc = new Y.Doc();
  readonly session: BoardSession;
  readonly socket: BoardSocket & { backlog: number; taken?: number };
  readonly saved: number[] = [];
  readonly refused: string[] = [];
  mode = '';
  closed: number | null = null;
  /** Frames of any kind that came. */
  frames = 0;
  /** Holds what the doc changes back, as a network that is away does. */
  cut = false;
  throws = false;
  readonly #room: BoardRoom;
  readonly #hand = new HandWriter();
  readonly #eyes = new MotionReader();
  /** What it was told of others' hands. */
  readonly seen: HeldMove[] = [];

  constructor(room: BoardRoom, { role = 'participant', ours = true }: { role?: Role; ours?: boolean } = {}) {
    this.#room = room;
    this.socket = {
      backlog: 0,
      send: (frame) => {
        if (this.throws) throw new Error('the socket is broken');
        // As a real socket does: never in the turn in which it was sent.
        queueMicrotask(() => this.#take(frame));
      },
      close: (code) => {
        this.closed = code;
      },
    };
    this.session = room.join(this.socket, { participant: newId('p'), actor: { role, stations: [] }, ours });
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== this && !this.cut) room.change(this.session, bytes, false);
    });
  }

  /** Shows what is in its hand. */
  hold(moves: readonly Move[]): void {
    const decoder = decoding.createDecoder(this.#hand.frame(moves));
    decoding.readVarUint(decoder);
    this.#room.motion(this.session, decoder);
  }

  sync(): void {
    this.#room.askedForState(this.session, Y.encodeStateVector(this.doc));
  }

  #take({ bytes }: Frame): void {
    this.frames++;
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case FRAME.sync: {
        const kind = decoding.readVarUint(decoder);
        const payload = decoding.readVarUint8Array(decoder);
        if (kind === SYNC.step1)
          this.#room.change(this.session, Y.encodeStateAsUpdate(this.doc, payload), true);
        else Y.applyUpdate(this.doc, payload, this);
        return;
      }
      case FRAME.saved:
        this.saved.push(readSaved(decoder));
        return;
      case FRAME.refused:
        this.refused.push(readRefused(decoder).code);
        return;
      case FRAME.motion:
        this.seen.push(...this.#eyes.read(decoder));
        return;
      case FRAME.welcome:
        this.mode = readWelcome(decoder).mode;
    }
  }
}

export async function boardBench(): Promise<{ room: BoardRoom; journal: BenchJournal; clock: HandClock }> {
  const stationId = newId('s');
  const journal = new BenchJournal(stationId);
  const clock = new HandClock();
  const record = await journal.load();
  return { room: new BoardRoom({ stationId, record, journal, clock, log: silent }), journal, clock };
}

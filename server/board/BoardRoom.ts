/**
 * One station's board: the core of the engine. It decides and does no I/O of its own; clock, log, journal and sockets
 * are given to it (`ports.ts`). It works in ticks:
 *
 * ```
 * inbox ──► gate, apply (all of a tick in one transact) ──► journal (one commit in flight) ──► durable
 *                                                                                              │
 *   reads and joins are answered here, from what is on disk ◄── saved to writers ◄── one broadcast, framed once
 * ```
 *
 * Nothing is broadcast, acknowledged or read before it is on disk: what a joiner was shown and a crash took away,
 * nobody could bring back. While a commit is in flight everything waits in the inbox, so between ticks the document
 * IS the durable version. Rules B1–B12 are in docs/SPEC.md.
 *
 * Over 300 lines: the pipeline's order is the point, and it is easiest to see in one place.
 */

import * as Y from 'yjs';
import { notesOf } from '../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { type Actor, may } from '../../shared/domain/permission.ts';
import {
  awarenessFrame,
  CLOSE,
  type Move,
  motionFrame,
  type Refusal,
  refusedFrame,
  SYNC,
  savedFrame,
  syncFrame,
  type Welcome,
  welcomeFrame,
} from '../../shared/protocol/boardFrames.ts';
import { FaultError } from '../fault.ts';
import type { BoardCommit, BoardRecord, BoardSocket, Clock, Frame, Journal, Log } from '../ports.ts';
import { AwarenessTable, RENEWAL_MS } from './awareness.ts';
import { judge, type Verdict } from './gate/gate.ts';
import { BadUpdate, readStateVector } from './gate/readUpdate.ts';
import { hasPending, type LoadedBoard, loadBoard } from './loadBoard.ts';
import { Motion } from './motion.ts';
import { CommandDesk, type WriteContext } from './writeContext.ts';

/** A tick under load; an idle board ticks at once. */
const TICK_MS = 16;
const MOTION_MS = 33;
/** A reader with more than this waiting gets no more until it has read, and is closed if it does not. */
const BACKLOG_MAX = 4_000_000;
/** Rows after which the journal is worth a snapshot. */
const SNAPSHOT_ROWS = 500;

/** One connection of the board channel, as the room knows it. */
export interface BoardSession {
  /** Stands for this connection in motion frames; says nothing of the person. */
  readonly holder: number;
  readonly participant: ParticipantId;
  readonly actor: Actor;
  /** Whether it understands our own frames (`v=1`). */
  readonly ours: boolean;
  readonly socket: BoardSocket;
  /** In the broadcast set: it has been answered once from the durable version. */
  live: boolean;
  gone: boolean;
  /** Document frames received, and of those how many are on disk. */
  received: number;
  saved: number;
  /** It builds on something the server hasn't got: its updates are passed over until its next SyncStep2. */
  resyncing: boolean;
}

type Work =
  | { kind: 'change'; session: BoardSession; bytes: Uint8Array; whole: boolean; count: number }
  | { kind: 'command'; settled: boolean; run: () => void; done: () => void; fail: (error: unknown) => void }
  | { kind: 'read'; run: () => void };

export interface BoardRoomParts {
  stationId: StationId;
  record: BoardRecord;
  journal: Journal;
  clock: Clock;
  log: Log;
  /** Told after each commit, and when the board is found damaged. Must not throw. */
  onCounts?: (room: BoardRoom) => void;
}

export class BoardRoom {
  readonly stationId: StationId;
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #onCounts: (room: BoardRoom) => void;

  #doc!: Y.Doc;
  #head = 0;
  #epoch = 0;
  #rowsSinceSnapshot = 0;
  #damaged = false;
  #closed = false;
  /** A commit is in flight, or the document is being rebuilt. */
  #busy = false;

  #inbox: Work[] = [];
  /** How many pieces of work are still done one a tick, to find the one that made Yjs stumble. */
  #cautious = 0;
  #collected: Uint8Array[] = [];
  #cancelTick: (() => void) | null = null;
  #lastTick = Number.NEGATIVE_INFINITY;
  #cancelMotion: (() => void) | null = null;
  #lastMotion = Number.NEGATIVE_INFINITY;
  #cancelRenewals: (() => void) | null = null;

  #sessions = new Set<BoardSession>();
  #nextHolder = 1;
  #owners = new Map<NoteId, ParticipantId | null>();
  #leases = new Map<number, ParticipantId>();
  #newOwners: [NoteId, ParticipantId | null][] = [];
  #newLeases: [number, ParticipantId][] = [];
  #motion = new Motion();
  #awareness = new AwarenessTable();
  /** Answers to SyncStep1 by state vector; good until the next commit. */
  #answers = new Map<string, Frame>();

  constructor(parts: BoardRoomParts) {
    this.stationId = parts.stationId;
    this.#journal = parts.journal;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#onCounts = parts.onCounts ?? (() => {});
    this.#open(parts.record);
  }

  /** Part of the record could not be read: the board is read-only. */
  get damaged(): boolean {
    return this.#damaged;
  }

  /** Notes that hang now. */
  get notes(): number {
    return notesOf(this.#doc).size;
  }

  /** Note ids ever used here. */
  get written(): number {
    return this.#owners.size;
  }

  get connections(): number {
    return this.#sessions.size;
  }

  /** Nobody is connected and nothing is under way: it can be closed without loss. */
  get idle(): boolean {
    return this.#sessions.size === 0 && this.#inbox.length === 0 && !this.#busy;
  }

  /** Who first used this note id; undefined where nobody did, null where the server itself did. */
  ownerOf(id: NoteId): ParticipantId | null | undefined {
    return this.#owners.get(id);
  }

  // ── connections ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Takes a connection in. It is sent nothing of the board before it asks (SyncStep1). */
  join(
    socket: BoardSocket,
    person: { participant: ParticipantId; actor: Actor; ours: boolean },
  ): BoardSession {
    const session: BoardSession = {
      ...person,
      holder: this.#nextHolder++,
      socket,
      live: false,
      gone: false,
      received: 0,
      saved: 0,
      resyncing: false,
    };
    this.#sessions.add(session);
    if (session.ours) this.#send(session, welcomeFrame(this.#welcome(session)));
    else this.#startRenewals();
    this.#whenDurable(() => {
      if (!session.gone && this.#mayWrite(session)) this.#askForState(session);
    });
    return session;
  }

  /** The connection is closed. Safe to call twice. */
  leave(session: BoardSession): void {
    if (session.gone) return;
    session.gone = true;
    this.#sessions.delete(session);
    if (this.#motion.drop(session.holder)) this.#scheduleMotion();
    if (this.#awareness.drop(session.holder)) this.#schedule();
  }

  /** A SyncStep1: answered from the durable version, and from then on the session is in the broadcast set. */
  askedForState(session: BoardSession, stateVector: Uint8Array): void {
    this.#whenDurable(() => {
      if (session.gone) return;
      const answer = this.#answerTo(session, stateVector);
      if (!answer) return;
      this.#deliver(session, answer);
      if (session.live) return;
      session.live = true;
      if (session.ours) {
        const held = this.#motion.all();
        if (held.length > 0) this.#send(session, motionFrame(held));
      } else {
        const present = this.#awareness.all();
        if (present) this.#send(session, awarenessFrame(present));
      }
    });
  }

  /** A SyncStep2 (`whole`) or an update from a client. */
  change(session: BoardSession, bytes: Uint8Array, whole: boolean): void {
    const count = ++session.received;
    if (!may(session.actor, 'board:write')) return;
    this.#inbox.push({ kind: 'change', session, bytes, whole, count });
    this.#schedule();
  }

  /** Things in a person's hand; never stored. */
  moves(session: BoardSession, moves: readonly Move[]): void {
    if (!this.#mayWrite(session)) return;
    if (this.#motion.take(session.holder, moves)) this.#scheduleMotion();
  }

  /** A stock client's awareness. @throws on malformed bytes */
  awareness(session: BoardSession, update: Uint8Array): void {
    if (session.ours || !may(session.actor, 'board:write')) return;
    if (this.#awareness.take(session.holder, update)) this.#schedule();
  }

  /** A stock client asks who is there. */
  askedForAwareness(session: BoardSession): void {
    const present = this.#awareness.all();
    if (present) this.#send(session, awarenessFrame(present));
  }

  // ── the server's own reads and writes ────────────────────────────────────────────────────────────────────────

  /** Reads the durable version. */
  read<T>(run: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(unavailable());
      this.#whenDurable(() => {
        try {
          resolve(run(this.#doc));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /**
   * Writes as the server. `run` must check before it changes: what it throws rejects this write alone.
   * @returns what `run` returned, once it is on disk and sent out
   */
  write<T>(run: (context: WriteContext) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(unavailable());
      let result: T;
      this.#inbox.push({
        kind: 'command',
        settled: false,
        run: () => {
          if (this.#damaged) throw new FaultError('read_only', 'the station is damaged and can only be read');
          result = run(this.#desk.context());
        },
        done: () => resolve(result),
        fail: reject,
      });
      this.#schedule();
    });
  }

  /** Stops for good: finishes what is under way, then closes all connections with this code. */
  async close(code: number, reason: string): Promise<void> {
    if (!this.#closed && (this.#inbox.length > 0 || this.#busy)) {
      this.#schedule();
      await new Promise<void>((resolve) => this.#whenDurable(resolve));
    }
    this.#closed = true;
    for (const session of [...this.#sessions]) {
      this.leave(session);
      session.socket.close(code, reason);
    }
    this.#cancelTick?.();
    this.#cancelMotion?.();
    this.#cancelRenewals?.();
    this.#doc.destroy();
  }

  // ── the tick ─────────────────────────────────────────────────────────────────────────────────────────────────

  readonly #desk = new CommandDesk({
    doc: () => this.#doc,
    ownerOf: (id) => this.#owners.get(id),
    claim: (id, owner) => this.#claim(id, owner),
    now: () => this.#clock.now(),
  });

  #schedule(): void {
    if (this.#cancelTick || this.#busy || this.#closed) return;
    const wait = Math.max(0, this.#lastTick + TICK_MS - this.#clock.monotonic());
    this.#cancelTick = this.#clock.after(wait, () => {
      this.#cancelTick = null;
      this.#tick();
    });
  }

  #tick(): void {
    this.#lastTick = this.#clock.monotonic();
    const work = this.#inbox.splice(0, this.#cautious > 0 ? 1 : this.#inbox.length);
    this.#cautious = Math.max(0, this.#cautious - 1);
    const changes = work.filter((item) => item.kind === 'change');
    const commands = work.filter((item) => item.kind === 'command');
    const reads = work.filter((item) => item.kind === 'read');

    const savers = new Map<BoardSession, number>();
    const done: (Work & { kind: 'command' })[] = [];
    const applied =
      this.#inOneTransaction(() => {
        for (const change of changes) if (this.#applyOne(change)) savers.set(change.session, change.count);
      }, changes.length) && this.#inOneTransaction(() => this.#runCommands(commands, done), commands.length);
    if (!applied || !this.#sound()) {
      this.#recover(work);
      return;
    }
    const bytes = this.#takeCollected();
    if (!bytes && this.#newOwners.length === 0 && this.#newLeases.length === 0) {
      this.#settle(null, savers, done, reads);
      return;
    }
    void this.#commit(bytes ?? EMPTY_UPDATE, savers, done, reads);
  }

  /**
   * Yjs copies the state vector at each transaction, so a tick has one for all changes, and one for the server's own
   * writes (mixed with others' in one, Yjs would change our clientID). @returns false where Yjs threw
   */
  #inOneTransaction(body: () => void, pieces: number): boolean {
    if (pieces === 0) return true;
    try {
      this.#doc.transact(body);
      return true;
    } catch (error) {
      this.#log.error('board.apply_threw', { station: this.stationId, error: String(error) });
      return false;
    }
  }

  /**
   * Something of this tick went wrong inside Yjs, so none of it counts: the document is built again from disk, and
   * the tick's work is done once more, one piece at a time, so that the piece at fault stands alone and is refused.
   */
  #recover(work: readonly Work[]): void {
    const [only] = work;
    if (work.length > 1) {
      this.#inbox.unshift(...work.filter((item) => item.kind !== 'command' || !item.settled));
      this.#cautious = this.#inbox.length;
    } else if (only?.kind === 'change') {
      this.#refuse(only.session, { code: 'malformed', note: '', field: '', text: 'it could not be applied' });
    } else if (only?.kind === 'command') {
      only.fail(new FaultError('internal', 'the write could not be applied'));
    }
    void this.#rebuild('the document was not sound after a tick');
  }

  /** @returns whether the frame is dealt with: applied, or known already */
  #applyOne({ session, bytes, whole }: Work & { kind: 'change' }): boolean {
    if (session.gone) return false;
    if (session.resyncing && !whole) return false;
    const verdict: Verdict = judge(this.#doc, bytes);
    switch (verdict.verdict) {
      case 'nothing':
        if (whole) session.resyncing = false;
        return true;
      case 'gap':
        if (whole) this.#refuse(session, { code: 'gap', note: '', field: '', text: verdict.why });
        else this.#askForState(session, true);
        return false;
      case 'refuse':
        this.#refuse(session, {
          code: verdict.code,
          note: verdict.note,
          field: verdict.field,
          text: verdict.why,
        });
        return false;
      case 'apply':
        if (this.#damaged) {
          this.#refuse(session, {
            code: 'read_only',
            note: '',
            field: '',
            text: 'the station can only be read',
          });
          return false;
        }
        Y.applyUpdate(this.#doc, verdict.bytes);
        for (const id of verdict.created) this.#claim(id, session.participant);
        for (const client of verdict.clients) this.#lease(client, session.participant);
        if (whole) session.resyncing = false;
        return true;
    }
  }

  #runCommands(
    commands: readonly (Work & { kind: 'command' })[],
    done: (Work & { kind: 'command' })[],
  ): void {
    this.#desk.begin();
    for (const command of commands) {
      try {
        command.run();
        done.push(command);
      } catch (error) {
        command.settled = true;
        command.fail(error);
      }
    }
  }

  /** After each tick: nothing is pending, and Yjs has finished its transaction (a listener that throws leaves it open). */
  #sound(): boolean {
    return (
      !hasPending(this.#doc) && this.#doc._transaction === null && this.#doc._transactionCleanups.length === 0
    );
  }

  async #commit(
    bytes: Uint8Array,
    savers: Map<BoardSession, number>,
    done: readonly (Work & { kind: 'command' })[],
    reads: readonly (Work & { kind: 'read' })[],
  ): Promise<void> {
    this.#busy = true;
    const commit: BoardCommit = {
      stationId: this.stationId,
      epoch: this.#epoch,
      seq: this.#head + 1,
      at: this.#clock.now(),
      bytes,
      owners: this.#newOwners,
      leases: this.#newLeases,
      notes: this.notes,
      written: this.written,
    };
    this.#newOwners = [];
    this.#newLeases = [];
    try {
      await this.#journal.append(commit);
    } catch (error) {
      this.#log.error('board.commit_failed', { station: this.stationId, error: String(error) });
      for (const command of done) command.fail(new FaultError('not_saved', 'the note could not be saved'));
      this.#inbox = [...reads, ...this.#inbox];
      await this.#rebuild('a commit failed');
      return;
    }
    this.#head = commit.seq;
    this.#busy = false;
    this.#answers.clear();
    this.#settle(bytes === EMPTY_UPDATE ? null : bytes, savers, done, reads);
    this.#onCounts(this);
    this.#snapshotWhenDue();
  }

  /** What was decided is on disk: tell everybody, then the writers, then those who asked. */
  #settle(
    bytes: Uint8Array | null,
    savers: Map<BoardSession, number>,
    done: readonly (Work & { kind: 'command' })[],
    reads: readonly (Work & { kind: 'read' })[],
  ): void {
    if (bytes) this.#broadcast(syncFrame(SYNC.update, bytes), (session) => session.live);
    for (const [session, count] of savers) {
      session.saved = count;
      if (session.ours && !session.gone) this.#send(session, savedFrame(count));
    }
    for (const command of done) command.done();
    for (const read of reads) this.#answerRead(read);
    const presence = this.#awareness.flush(false);
    if (presence) this.#broadcast(awarenessFrame(presence), (session) => session.live && !session.ours);
    if (this.#inbox.length > 0) this.#schedule();
  }

  /**
   * Throws the document away and builds it again from what is on disk, then asks all writers for what they have.
   * Owners and leases go with it: they are part of the same record.
   */
  async #rebuild(why: string): Promise<void> {
    this.#busy = true;
    this.#log.warn('board.rebuild', { station: this.stationId, why });
    for (let wait = 50; !this.#closed; wait = Math.min(wait * 2, 5_000)) {
      try {
        const record = await this.#journal.load(this.stationId);
        if (!record) throw new Error('the station’s record is gone');
        this.#doc.destroy();
        this.#open(record);
        break;
      } catch (error) {
        this.#log.error('board.rebuild_failed', { station: this.stationId, error: String(error) });
        await new Promise<void>((resolve) => this.#clock.after(wait, resolve));
      }
    }
    this.#busy = false;
    this.#answers.clear();
    // What the clients hold and the disk does not comes back in their answers; until then their updates would gap.
    for (const session of this.#sessions) {
      if (this.#mayWrite(session)) this.#askForState(session, session.live);
    }
    if (this.#inbox.length > 0) this.#schedule();
  }

  // ── small parts ──────────────────────────────────────────────────────────────────────────────────────────────

  #open(record: BoardRecord): void {
    const loaded: LoadedBoard = loadBoard(record);
    this.#doc = loaded.doc;
    this.#head = record.head;
    this.#epoch = record.epoch;
    this.#rowsSinceSnapshot = record.head - (record.snapshots[0]?.seq ?? 0);
    this.#owners = new Map(record.owners);
    this.#leases = new Map(record.leases);
    this.#newOwners = [];
    this.#newLeases = [];
    this.#collected = [];
    // Collect bytes and nothing else: a listener that throws once is never called again, nor is any other.
    this.#doc.on('update', (bytes: Uint8Array) => void this.#collected.push(bytes));
    this.#damaged = loaded.damage.length > 0;
    for (const { what, seq, reason } of loaded.damage) {
      this.#log.error('board.damaged', { station: this.stationId, what, seq, reason });
      this.#journal.quarantine(this.stationId, what, seq, reason).catch((error) => {
        this.#log.error('board.quarantine_failed', { station: this.stationId, error: String(error) });
      });
    }
  }

  #takeCollected(): Uint8Array | null {
    const collected = this.#collected;
    this.#collected = [];
    if (collected.length === 0) return null;
    return collected.length === 1 ? collected[0]! : Y.mergeUpdates(collected);
  }

  #whenDurable(run: () => void): void {
    // Commands and changes before it in the inbox come first, so that one reads what one has just written.
    if (!this.#busy && this.#inbox.length === 0) {
      this.#answerRead({ run });
      return;
    }
    this.#inbox.push({ kind: 'read', run });
    this.#schedule();
  }

  #answerRead({ run }: { run: () => void }): void {
    try {
      run();
    } catch (error) {
      this.#log.error('board.read_threw', { station: this.stationId, error: String(error) });
    }
  }

  #answerTo(session: BoardSession, stateVector: Uint8Array): Frame | null {
    const key = Buffer.from(stateVector).toString('latin1');
    let frame = this.#answers.get(key);
    if (frame) return frame;
    try {
      readStateVector(stateVector);
    } catch (error) {
      if (!(error instanceof BadUpdate)) throw error;
      this.#refuse(session, { code: 'malformed', note: '', field: '', text: error.message });
      return null;
    }
    frame = { bytes: syncFrame(SYNC.step2, Y.encodeStateAsUpdate(this.#doc, stateVector)) };
    if (this.#answers.size < 64) this.#answers.set(key, frame);
    return frame;
  }

  #askForState(session: BoardSession, resync = false): void {
    if (resync) session.resyncing = true;
    this.#send(session, syncFrame(SYNC.step1, Y.encodeStateVector(this.#doc)));
  }

  #welcome(session: BoardSession): Welcome {
    const mode = this.#damaged ? 'damaged' : may(session.actor, 'board:write') ? 'write' : 'read';
    return { holder: session.holder, epoch: this.#epoch, mode };
  }

  #mayWrite(session: BoardSession): boolean {
    return !this.#damaged && may(session.actor, 'board:write');
  }

  #claim(id: NoteId, owner: ParticipantId | null): void {
    if (this.#owners.has(id)) return;
    this.#owners.set(id, owner);
    this.#newOwners.push([id, owner]);
  }

  #lease(client: number, participant: ParticipantId): void {
    if (this.#leases.has(client)) return;
    this.#leases.set(client, participant);
    this.#newLeases.push([client, participant]);
  }

  /** A client of ours is told and starts afresh; a stock one would go on as if synced, so it is closed for good. */
  #refuse(session: BoardSession, refusal: Refusal): void {
    if (session.gone) return;
    this.#log.warn('board.refused', { station: this.stationId, code: refusal.code, why: refusal.text });
    if (session.ours) {
      session.resyncing = true;
      this.#send(session, refusedFrame(refusal));
    } else {
      this.leave(session);
      session.socket.close(CLOSE.forbidden, refusal.code);
    }
  }

  #broadcast(bytes: Uint8Array, to: (session: BoardSession) => boolean): void {
    const frame: Frame = { bytes };
    for (const session of this.#sessions) if (to(session)) this.#deliver(session, frame);
  }

  #send(session: BoardSession, bytes: Uint8Array): void {
    this.#deliver(session, { bytes });
  }

  #deliver(session: BoardSession, frame: Frame): void {
    if (session.gone) return;
    try {
      if (session.socket.backlog > BACKLOG_MAX) {
        this.leave(session);
        session.socket.close(CLOSE.slow, 'too slow');
      } else {
        session.socket.send(frame);
      }
    } catch (error) {
      // One dead socket must not end the tick for all.
      this.#log.warn('board.send_failed', { station: this.stationId, error: String(error) });
      this.leave(session);
    }
  }

  #scheduleMotion(): void {
    if (this.#cancelMotion || this.#closed) return;
    const wait = Math.max(0, this.#lastMotion + MOTION_MS - this.#clock.monotonic());
    this.#cancelMotion = this.#clock.after(wait, () => {
      this.#cancelMotion = null;
      this.#lastMotion = this.#clock.monotonic();
      const moves = this.#motion.flush();
      if (moves.length > 0) this.#broadcast(motionFrame(moves), (session) => session.live && session.ours);
    });
  }

  #startRenewals(): void {
    this.#cancelRenewals ??= this.#clock.after(RENEWAL_MS, () => {
      this.#cancelRenewals = null;
      const presence = this.#awareness.flush(true);
      if (presence) this.#broadcast(awarenessFrame(presence), (session) => session.live && !session.ours);
      if ([...this.#sessions].some(({ ours }) => !ours)) this.#startRenewals();
    });
  }

  #snapshotWhenDue(): void {
    this.#rowsSinceSnapshot++;
    if (this.#rowsSinceSnapshot < SNAPSHOT_ROWS) return;
    this.#rowsSinceSnapshot = 0;
    const seq = this.#head;
    this.#journal.compact(this.stationId, seq).catch((error) => {
      // The journal is whole without it; the next one is tried after as many rows again.
      this.#log.error('board.snapshot_failed', { station: this.stationId, seq, error: String(error) });
    });
  }
}

/** A Yjs update that changes nothing: no blocks, no deletes. */
const EMPTY_UPDATE = Uint8Array.of(0, 0);

const unavailable = () => new FaultError('unavailable', 'the station is being closed; try again');

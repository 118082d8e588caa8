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
 * IS the durable version. Its rules (B1 and on) are in docs/SPEC.md.
 *
 * Over 300 lines: the pipeline's order is the point, and it is easiest to see in one place.
 */

import type * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { type Action, type Actor, may } from '../../shared/domain/permission.ts';
import { savedFrame, type Welcome, welcomeFrame } from '../../shared/protocol/boardFrames.ts';
import type { ViewedArea } from '../../shared/protocol/motionFrames.ts';
import { FaultError } from '../fault.ts';
import type { BoardCommit, BoardRecord, BoardSocket, Clock, Frame, Journal, Log } from '../ports.ts';
import { BoardContent, EMPTY_UPDATE } from './BoardContent.ts';
import { BoardPresence } from './BoardPresence.ts';
import { BoardRights, type Furniture } from './BoardRights.ts';
import { type BoardSession, openSession, type Visitor } from './BoardSession.ts';
import { CatchUp } from './catchUp.ts';
import { CrossedTexts } from './crossedTexts.ts';
import { Deliveries } from './Deliveries.ts';
import { judge } from './gate/gate.ts';
import { BadUpdate } from './gate/readUpdate.ts';
import { LastWrites } from './lastWrites.ts';
import type { HeldHere } from './noteCaps.ts';
import { SnapshotPace } from './SnapshotPace.ts';
import { StateAnswers } from './StateAnswers.ts';
import { UpdateBroadcast } from './UpdateBroadcast.ts';
import { WriterQuestions } from './WriterQuestions.ts';
import { CommandDesk, type WriteContext } from './writeContext.ts';

/** A tick: an idle board ticks at once, a busy one when the last tick's work has been paid back in idle time. */
const TICK_MS = 16;
const TICK_MAX_MS = 120;
const TICK_SHARE = 3;
/** After so long what else has come waits for the next tick: other stations, pads and the disk get their turn. */
const TICK_WORK_MS = 40;
/** Answering takes at most so long at a stretch: a thousand who come back at once must not hold up the others. */
const ANSWERING_MS = 20;
/** A disk that takes nothing is tried again at a measured pace. */
const FAILED_WAIT_MS = 50;
const FAILED_WAIT_MAX_MS = 5_000;

/** A SyncStep2 (`whole`) or update from a client; `count`: which of its document frames it was. */
interface ChangeWork {
  kind: 'change';
  session: BoardSession;
  bytes: Uint8Array;
  whole: boolean;
  count: number;
  /** The session's, when it came. */
  era: number;
}
/** A write of the server's own. `settled`: its caller has been told of a fault. */
interface CommandWork {
  kind: 'command';
  settled: boolean;
  run: () => void;
  done: () => void;
  fail: (error: unknown) => void;
}
/** Something to be answered from the durable version. */
interface ReadWork {
  kind: 'read';
  run: () => void;
}
type Work = ChangeWork | CommandWork | ReadWork;

const isChange = (work: Work) => work.kind === 'change';
const isCommand = (work: Work) => work.kind === 'command';
const isRead = (work: Work) => work.kind === 'read';

/** What a tick did, to be told of once it is on disk. */
interface Outcome {
  savers: Map<BoardSession, number>;
  done: CommandWork[];
  reads: ReadWork[];
}

export interface BoardRoomParts {
  stationId: StationId;
  record: BoardRecord;
  /** Absent: all open. */
  furniture?: Furniture;
  journal: Journal;
  clock: Clock;
  log: Log;
  /** Told after each commit. Must not throw. */
  onCounts?: () => void;
}

export class BoardRoom {
  readonly stationId: StationId;
  readonly #parts: BoardRoomParts;
  readonly #rights: BoardRights;
  readonly #deliveries: Deliveries;
  readonly #questions: WriterQuestions;
  readonly #answers = new StateAnswers();
  readonly #snapshots: SnapshotPace;
  readonly #presence: BoardPresence;
  readonly #catchUp: CatchUp;
  readonly #updates: UpdateBroadcast;
  readonly #crossed: CrossedTexts;
  readonly #lastWrites = new LastWrites();
  readonly #desk: CommandDesk;
  readonly #sessions = new Set<BoardSession>();

  #content: BoardContent;
  #nextHolder = 1;
  #inbox: Work[] = [];
  /** How many pieces of work are still done one a tick, to find the one that made Yjs stumble. */
  #cautious = 0;
  /** The piece that stood alone when Yjs stumbled, and is tried once more on a sound document before it is blamed. */
  #suspect: Work | null = null;
  /** Commits that failed in a row. */
  #failures = 0;
  /** A commit is in flight, or the document is being rebuilt. */
  #busy = false;
  #closed = false;
  #cancelTick: (() => void) | null = null;
  #lastTick = Number.NEGATIVE_INFINITY;
  #tickMs = TICK_MS;
  /** How long has been answered since the last tick. */
  #answering = 0;

  constructor(parts: BoardRoomParts) {
    const { stationId, record, journal, clock, log } = parts;
    this.stationId = stationId;
    this.#parts = parts;
    this.#content = this.#open(record);
    this.#snapshots = new SnapshotPace({
      station: stationId,
      journal,
      clock,
      log,
      head: record.head,
      snapshot: this.#content.damage.length === 0 ? (record.snapshots[0]?.seq ?? 0) : null,
    });
    this.#rights = new BoardRights({
      station: stationId,
      furniture: parts.furniture,
      content: () => this.#content,
      now: () => clock.now(),
    });
    this.#deliveries = new Deliveries({
      station: stationId,
      sessions: this.#sessions,
      log,
      leave: (session) => this.leave(session),
    });
    this.#questions = new WriterQuestions({
      clock,
      whenDurable: (run) => this.#whenDurable(run),
      stateVector: () => Y.encodeStateVector(this.#content.doc),
      send: (session, bytes) => this.#deliveries.send(session, bytes),
    });
    const deliver: Deliveries['deliver'] = (...what) => this.#deliveries.deliver(...what);
    this.#presence = new BoardPresence({
      clock,
      broadcast: (bytes, to) => this.#deliveries.broadcast(bytes, to),
      deliver,
    });
    this.#catchUp = new CatchUp({
      clock,
      bring: (session, had) => this.#whenDurable(() => this.#bring(session, had)),
      giveUp: (session) => this.#deliveries.closeSlow(session),
    });
    this.#updates = new UpdateBroadcast({
      clock,
      sessions: this.#sessions,
      catchUp: this.#catchUp,
      durable: () => (this.#busy ? null : this.#content.doc),
      deliver,
    });
    this.#crossed = new CrossedTexts({
      clock,
      textNamed: this.#content.shape.textNamed,
      write: (run) => this.write(({ doc }) => run(doc)),
      onFault: (error) => log.warn('board.still_crossed', { station: stationId, error: String(error) }),
    });
    this.#desk = new CommandDesk({ content: () => this.#content, now: () => clock.now() });
  }

  /** What the hall says of the station, in force from now on. */
  furnish(furniture: Furniture): void {
    this.#rights.furnish(furniture);
  }

  /** Part of the record could not be read: the board is read-only. */
  get damaged(): boolean {
    return this.#content.damaged;
  }

  /** Notes that hang now. */
  get notes(): number {
    return this.#content.notes;
  }

  /** Note ids ever used here. */
  get written(): number {
    return this.#content.written;
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
    return this.#content.ownerOf(id);
  }

  /** Whose this clientID is; undefined where it is nobody's, or the server's own. */
  leaseOf(client: number): ParticipantId | undefined {
    return this.#content.leaseOf(client);
  }

  /** The clientID that had written what the server wrote anew at this clock of its own, some minutes ago at most. */
  writtenFor(clock: number): number | undefined {
    return this.#lastWrites.writtenFor(clock);
  }

  /** How many of this person's notes hang here. */
  notesBy(participant: ParticipantId): number {
    return this.#content.notesBy(participant);
  }

  /** Who has notes hanging here, and how many. */
  writers(): Map<ParticipantId, number> {
    return this.#content.writers();
  }

  /** What is held of the station outside its document. */
  get held(): HeldHere {
    return this.#rights.held;
  }

  /** Whether writing is paused for this actor, the grace being over. */
  frozenFor(actor: Actor): boolean {
    return this.#rights.frozenFor(actor);
  }

  /** What hangs and what is held of the station; fewer, where there is room for `more` anyhow: counting takes a while. */
  fill(more: number): number {
    return this.#rights.fill(more);
  }

  // ── connections ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Takes a connection in. It is sent nothing of the board before it asks (SyncStep1). */
  join(socket: BoardSocket, visitor: Visitor): BoardSession {
    const session = openSession(this.#nextHolder++, socket, visitor);
    this.#sessions.add(session);
    if (session.ours) this.#deliveries.send(session, welcomeFrame(this.#welcome(session)));
    this.#whenDurable(() => {
      if (!session.gone && this.#mayWrite(session)) this.#questions.ask(session);
    });
    return session;
  }

  /** The connection is closed. Safe to call twice. */
  leave(session: BoardSession): void {
    if (session.gone) return;
    session.gone = true;
    session.cancelAsk();
    this.#sessions.delete(session);
    this.#presence.leave(session);
    this.#catchUp.leave(session);
  }

  /** Sends one away: nothing that it says counts from now on, whether or not its socket closes. */
  sendAway(session: BoardSession, code: number, reason: string): void {
    this.#deliveries.close(session, code, reason);
  }

  /** Sends everybody away with this code; the room goes on, for what is under way and for the server's own reads. */
  dismiss(code: number, reason: string): void {
    for (const session of [...this.#sessions]) this.#deliveries.close(session, code, reason);
  }

  /** A SyncStep1: answered from the durable version, and from then on the session is in the broadcast set. */
  askedForState(session: BoardSession, stateVector: Uint8Array): void {
    session.era++;
    this.#whenDurable(() => {
      if (session.gone) return;
      const answer = this.#answerTo(session, stateVector);
      if (!answer) return;
      this.#deliveries.deliver(session, answer);
      if (session.live || session.gone) return;
      session.live = true;
      this.#presence.welcome(session);
    });
  }

  /** A SyncStep2 (`whole`) or an update from a client. */
  change(session: BoardSession, bytes: Uint8Array, whole: boolean): void {
    if (session.gone) return;
    const count = ++session.received;
    if (whole) session.unanswered--;
    // Who may only look at boards has nothing to send anywhere; who may write on them is told no by a plan's gate.
    if (!may(session.actor, 'board:write')) return;
    this.#inbox.push({ kind: 'change', session, bytes, whole, count, era: session.era });
    this.#schedule();
  }

  /** A motion frame's body: things in a person's hand; never stored. @throws on malformed bytes */
  motion(session: BoardSession, decoder: decoding.Decoder): void {
    if (session.gone || !this.#hasMotion) return;
    const free = !this.frozenFor(session.actor) && !this.#rights.barred(session);
    this.#presence.motion(session, decoder, this.#mayWrite(session) && free);
  }

  /** What a session's board shows: it gets no motion from elsewhere. */
  view(session: BoardSession, area: ViewedArea): void {
    if (!session.gone) this.#presence.view(session, area);
  }

  /**
   * A stock client's awareness; ours have none. Moves and groups bear their writer's clientID: at an anonymous station no
   * name goes with it. @throws on malformed bytes
   */
  awareness(session: BoardSession, update: Uint8Array): void {
    if (session.gone || session.ours || !may(session.actor, this.#writing) || this.#rights.barred(session))
      return;
    this.#presence.awareness(session, update, this.#rights.anonymous);
  }

  /** A stock client asks who is there. */
  askedForAwareness(session: BoardSession): void {
    this.#presence.tellWho(session);
  }

  // ── the server's own reads and writes ────────────────────────────────────────────────────────────────────────

  /** Reads the durable version. */
  read<T>(run: (doc: Y.Doc) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(unavailable());
      this.#whenDurable(() => {
        try {
          resolve(run(this.#content.doc));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /**
   * Writes as the server. `run` must check before it changes: what it throws rejects this write alone.
   * @returns what `run` returned, once it is on disk; a large crowd is told a moment later
   */
  write<T>(run: (context: WriteContext) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(unavailable());
      let result: T;
      this.#inbox.push({
        kind: 'command',
        settled: false,
        run: () => {
          if (this.damaged) throw new FaultError('read_only', 'the station is damaged and can only be read');
          result = run(this.#desk.context());
        },
        done: () => resolve(result),
        fail: reject,
      });
      this.#schedule();
    });
  }

  /** Nobody is here: time for a snapshot, if there is something to it. */
  snapshotWhileIdle(): void {
    if (!this.damaged) this.#snapshots.whileIdle(this.#content.head);
  }

  /**
   * Stops for good: finishes what is under way, then closes all connections with this code. What comes meanwhile is
   * answered, or told that it will not be written.
   */
  async close(code: number, reason: string): Promise<void> {
    if (!this.#closed && (this.#inbox.length > 0 || this.#busy)) {
      await new Promise<void>((resolve) => this.#whenDurable(resolve));
    }
    this.#closed = true;
    this.#updates.close();
    for (const work of this.#inbox.splice(0)) {
      this.#answering = 0;
      if (work.kind === 'read') this.#answer(work.run);
      else if (work.kind === 'command') work.fail(unavailable());
    }
    for (const session of [...this.#sessions]) this.#deliveries.close(session, code, reason);
    this.#cancelTick?.();
    this.#presence.close();
    this.#catchUp.close();
    this.#crossed.close();
    this.#content.doc.destroy();
  }

  // ── the tick ─────────────────────────────────────────────────────────────────────────────────────────────────

  #schedule(): void {
    if (this.#cancelTick || this.#busy || this.#closed) return;
    const { clock } = this.#parts;
    const wait = Math.max(0, this.#lastTick + this.#tickMs - clock.monotonic());
    this.#cancelTick = clock.after(wait, () => {
      this.#cancelTick = null;
      this.#tick();
    });
  }

  #tick(): void {
    this.#lastTick = this.#parts.clock.monotonic();
    this.#answering = 0;
    const all = this.#inbox.splice(0, this.#cautious > 0 ? 1 : this.#inbox.length);
    this.#cautious = Math.max(0, this.#cautious - 1);
    const outcome: Outcome = { savers: new Map(), done: [], reads: [] };
    let work = all;

    this.#lastWrites.begin();
    const applied =
      this.#inOneTransaction(all.some(isChange), () => {
        work = all.slice(0, this.#applyChanges(all, outcome.savers));
      }) &&
      this.#inOneTransaction(work.some(isCommand) || this.#lastWrites.any, () => {
        this.#lastWrites.mend(this.#content.doc, this.#lastTick);
        this.#runCommands(work.filter(isCommand), outcome.done);
      });
    if (!applied || !this.#content.sound) {
      this.#recover(all);
      return;
    }
    outcome.reads = work.filter(isRead);
    const left = all.slice(work.length);
    if (left.length > 0) this.#inbox = [...left, ...this.#inbox];
    const cost = left.length > 0 ? 0 : this.#parts.clock.monotonic() - this.#lastTick;
    // Oftener than the crowd can be told is of no use to it. Where work is left, it is that which waits.
    this.#tickMs = Math.min(TICK_MAX_MS, Math.max(TICK_MS, cost * TICK_SHARE, this.#updates.interval));
    const commit = this.#content.takeCommit(this.#parts.clock.now());
    if (commit) void this.#commit(commit, outcome);
    else this.#settle(null, outcome);
  }

  /**
   * Yjs copies the state vector at each transaction, so a tick has one for all changes, and one for the server's own
   * writes (mixed with others' in one, Yjs would change our clientID). @returns false where Yjs threw
   */
  #inOneTransaction(needed: boolean, body: () => void): boolean {
    if (!needed) return true;
    try {
      this.#content.doc.transact(body);
      return true;
    } catch (error) {
      this.#parts.log.error('board.apply_threw', { station: this.stationId, error: String(error) });
      return false;
    }
  }

  /** Applies changes until the tick has taken long enough. @returns how much of the work is dealt with */
  #applyChanges(all: readonly Work[], savers: Outcome['savers']): number {
    for (const [at, item] of all.entries()) {
      if (item.kind !== 'change') continue;
      if (this.#applyOne(item)) savers.set(item.session, item.count);
      if (this.#parts.clock.monotonic() - this.#lastTick > TICK_WORK_MS) return at + 1;
    }
    return all.length;
  }

  /** The gate, and what it lets through. @returns whether the frame is dealt with: applied, or known already */
  #applyOne({ session, bytes, whole, era }: ChangeWork): boolean {
    if (session.sentAway || era <= session.refusedEra || (session.resyncing && !whole)) return false;
    if (whole && this.#answers.bringsNothing(bytes)) {
      this.#questions.dealtWith(session, whole);
      return true;
    }
    const { doc } = this.#content;
    const verdict = judge(this.#content, this.#rights.askerOf(session), bytes, whole);
    switch (verdict.verdict) {
      case 'gap':
        // Nobody is there who could be asked.
        if (session.gone) return false;
        if (!this.#questions.foundGap(session, whole)) this.#refuse(session, 'gap', verdict.why);
        return false;
      case 'refuse':
        this.#deliveries.refuse(session, { ...verdict, text: verdict.why });
        return false;
      case 'apply':
        if (this.damaged) {
          this.#refuse(session, 'read_only', 'the station can only be read');
          return false;
        }
        Y.applyUpdate(doc, verdict.bytes);
        for (const id of verdict.created) this.#content.claim(id, session.participant);
        for (const client of verdict.clients) this.#content.lease(client, session.participant);
        for (const text of verdict.doubtful) this.#crossed.look(text);
        this.#lastWrites.arrived(doc, verdict.late, verdict.needed);
        break;
      case 'nothing':
        if (whole && verdict.forAll) this.#answers.broughtNothing(bytes);
    }
    this.#questions.dealtWith(session, whole);
    return true;
  }

  #runCommands(commands: readonly CommandWork[], done: CommandWork[]): void {
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

  async #commit(commit: BoardCommit, outcome: Outcome): Promise<void> {
    this.#busy = true;
    try {
      await this.#parts.journal.append(commit);
    } catch (error) {
      this.#parts.log.error('board.commit_failed', { station: this.stationId, error: String(error) });
      for (const command of outcome.done) command.fail(new FaultError('not_saved', 'it could not be saved'));
      this.#inbox = [...outcome.reads, ...this.#inbox];
      await this.#rebuild(
        'a commit failed',
        Math.min(FAILED_WAIT_MAX_MS, FAILED_WAIT_MS * 2 ** this.#failures++),
      );
      return;
    }
    this.#failures = 0;
    this.#content.head = commit.seq;
    this.#busy = false;
    this.#answers.changed();
    this.#settle(commit.bytes === EMPTY_UPDATE ? null : commit.bytes, outcome);
    this.#parts.onCounts?.();
    this.#snapshots.committed(commit.seq);
  }

  /** What was decided is on disk: tell the writers, then everybody (which takes a while), then those who asked. */
  #settle(bytes: Uint8Array | null, { savers, done, reads }: Outcome): void {
    for (const [session, count] of savers)
      if (session.ours) this.#deliveries.send(session, savedFrame(count));
    if (bytes) this.#updates.add(bytes);
    this.#updates.tellSoon();
    for (const command of done) command.done();
    const left = reads.findIndex((read) => !this.#answer(read.run));
    // In a literal: so many may wait that as arguments they would overflow the stack.
    if (left >= 0) this.#inbox = [...reads.slice(left), ...this.#inbox];
    if (this.#inbox.length > 0) this.#schedule();
  }

  /**
   * Something of this tick went wrong inside Yjs, so none of it counts: the document is built again from disk, and
   * the tick's work is done once more, one piece at a time, so that the piece at fault stands alone and is refused.
   */
  #recover(work: readonly Work[]): void {
    const [only] = work;
    if (work.length > 1) {
      const again = work.filter((item) => item.kind !== 'command' || !item.settled);
      this.#inbox = [...again, ...this.#inbox];
      this.#cautious = this.#inbox.length;
    } else if (only && only !== this.#suspect) {
      this.#suspect = only;
      this.#inbox.unshift(only);
      this.#cautious = Math.max(1, this.#cautious);
    } else if (only?.kind === 'change') {
      this.#refuse(only.session, 'malformed', 'it could not be applied');
    } else if (only?.kind === 'command') {
      only.fail(new FaultError('internal', 'the write could not be applied'));
    }
    void this.#rebuild('the document was not sound after a tick');
  }

  /**
   * Throws the document away and builds it again from what is on disk, then asks all writers for what they have.
   * Owners and leases go with it: they are part of the same record.
   */
  async #rebuild(why: string, pause = 0): Promise<void> {
    const { journal, clock, log } = this.#parts;
    this.#busy = true;
    log.warn('board.rebuild', { station: this.stationId, why });
    for (let wait = 50; !this.#closed; wait = Math.min(wait * 2, 5_000)) {
      try {
        const record = await journal.load(this.stationId);
        if (!record) throw new Error('the station’s record is gone');
        const content = this.#open(record);
        this.#content.doc.destroy();
        this.#content = content;
        this.#lastWrites.forget();
        break;
      } catch (error) {
        log.error('board.rebuild_failed', { station: this.stationId, error: String(error) });
        await new Promise<void>((resolve) => clock.after(wait, resolve));
      }
    }
    this.#busy = false;
    this.#answers.forget();
    // The document is what is on disk: who asks is answered now, and not when something can be written again.
    const reads = this.#inbox.filter((work) => work.kind === 'read');
    this.#inbox = this.#inbox.filter((work) => work.kind !== 'read');
    for (const read of reads) {
      this.#answering = 0;
      this.#answer(read.run);
    }
    // What the clients hold and the disk does not comes back in their answers; until then their updates would gap.
    this.#lastTick = clock.monotonic() + pause;
    for (const session of this.#sessions) {
      if (this.#mayWrite(session)) this.#questions.askAnew(session, pause);
    }
    this.#updates.tellSoon();
    if (this.#inbox.length > 0) this.#schedule();
  }

  // ── small parts ──────────────────────────────────────────────────────────────────────────────────────────────

  #open(record: BoardRecord): BoardContent {
    const { journal, log } = this.#parts;
    const content = new BoardContent(this.stationId, record);
    for (const { what, seq, reason } of content.damage) {
      log.error('board.damaged', { station: this.stationId, what, seq, reason });
      journal.quarantine(this.stationId, what, seq, reason).catch((error) => {
        log.error('board.quarantine_failed', { station: this.stationId, error: String(error) });
      });
    }
    return content;
  }

  /** Runs `run` when the document is the durable version and holds what was sent before now. */
  #whenDurable(run: () => void): void {
    if (!this.#busy && this.#inbox.length === 0 && this.#answer(run)) return;
    this.#inbox.push({ kind: 'read', run });
    this.#schedule();
  }

  /** @returns false, the answer not given, where too much has been answered at this stretch */
  #answer(run: () => void): boolean {
    if (this.#answering >= ANSWERING_MS) return false;
    const { clock, log } = this.#parts;
    const begun = clock.monotonic();
    try {
      run();
    } catch (error) {
      log.error('board.read_threw', { station: this.stationId, error: String(error) });
    }
    this.#answering += clock.monotonic() - begun;
    return true;
  }

  #answerTo(session: BoardSession, stateVector: Uint8Array): Frame | null {
    try {
      return this.#answers.answer(this.#content.doc, stateVector);
    } catch (error) {
      if (!(error instanceof BadUpdate)) throw error;
      this.#refuse(session, 'malformed', error.message);
      return null;
    }
  }

  #bring(session: BoardSession, had: Uint8Array): void {
    const answer = session.gone ? null : this.#answerTo(session, had);
    if (answer) this.#deliveries.deliver(session, answer);
  }

  /** Refuses what names no note and no field. */
  #refuse(session: BoardSession, code: string, text: string): void {
    this.#deliveries.refuse(session, { code, note: '', field: '', text });
  }

  #welcome(session: BoardSession): Welcome {
    const mode = this.damaged ? 'damaged' : may(session.actor, this.#writing) ? 'write' : 'read';
    return { holder: session.holder, epoch: this.#content.epoch, mode };
  }

  /** What one must be allowed to write in this document. */
  get #writing(): Action {
    return this.#content.shape.write;
  }

  /** Nothing of a plan is held in a hand. */
  get #hasMotion(): boolean {
    return this.#content.shape.name === 'board';
  }

  #mayWrite(session: BoardSession): boolean {
    return !this.damaged && may(session.actor, this.#writing);
  }
}

const unavailable = () => new FaultError('unavailable', 'the station is being closed; try again');

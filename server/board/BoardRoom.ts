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
 * IS the durable version. Rules B1–B17 are in docs/SPEC.md.
 *
 * Over 300 lines: the pipeline's order is the point, and it is easiest to see in one place.
 */

import type * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { FREEZE_GRACE_MS, OPEN_RULES, ROUNDS_MAX, type StationRules } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import { type Action, type Actor, may } from '../../shared/domain/permission.ts';
import {
  CLOSE,
  type Refusal,
  refusedFrame,
  SYNC,
  savedFrame,
  syncFrame,
  type Welcome,
  welcomeFrame,
} from '../../shared/protocol/boardFrames.ts';
import type { ViewedArea } from '../../shared/protocol/motionFrames.ts';
import { FaultError } from '../fault.ts';
import type { BoardCommit, BoardRecord, BoardSocket, Clock, Frame, Journal, Log } from '../ports.ts';
import { BoardContent, EMPTY_UPDATE } from './BoardContent.ts';
import { BoardPresence } from './BoardPresence.ts';
import { type BoardSession, openSession, type Visitor } from './BoardSession.ts';
import { CatchUp } from './catchUp.ts';
import { CrossedTexts } from './crossedTexts.ts';
import { judge } from './gate/gate.ts';
import type { Asker, Denial, GateRules } from './gate/policy.ts';
import { BadUpdate, readStateVector } from './gate/readUpdate.ts';
import { LastWrites } from './lastWrites.ts';
import { type HeldHere, NOTHING_HELD, overCaps, type PersonCaps } from './noteCaps.ts';
import { UpdateBroadcast } from './UpdateBroadcast.ts';
import { CommandDesk, type WriteContext } from './writeContext.ts';

/** A tick: an idle board ticks at once, a busy one when the last tick's work has been paid back in idle time. */
const TICK_MS = 16;
const TICK_MAX_MS = 120;
const TICK_SHARE = 3;
/** Answering takes at most so long at a stretch: a thousand who come back at once must not hold up the others. */
const ANSWERING_MS = 20;
/** A reader with more than this waiting is closed, whatever it is that waits. */
const BACKLOG_MAX = 4_000_000;
/** SyncStep2s that brought nothing, remembered by their bytes. */
const NOTHINGS_MAX = 16;
const NOTHING_LEAST_BYTES = 512;
/** How often and how patiently one is asked again who brings what builds on something that is not here. */
const GAPS_MAX = 6;
const GAP_WAIT_MS = 300;
/** A disk that takes nothing is tried again at a measured pace. */
const FAILED_WAIT_MS = 50;
const FAILED_WAIT_MAX_MS = 5_000;
/**
 * Rows after which the journal is worth a snapshot. The server's own notes build on one another: what a bad row would
 * take with it is what came after the newest snapshot.
 */
const SNAPSHOT_ROWS = 200;
/** Making one reads the whole board twice, in another thread: for so many times as long none is made after it. */
const SNAPSHOT_PAUSE = 50;
/** And when a board is let go, so that it opens quickly. */
const SNAPSHOT_ROWS_IDLE = 20;

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

/** What a tick did, to be told of once it is on disk. */
interface Outcome {
  savers: Map<BoardSession, number>;
  done: CommandWork[];
  reads: ReadWork[];
}

/** What the gate must know of the hall. */
export interface Furniture {
  rules: StationRules;
  /** Absent: it is not. */
  anonymous?: boolean;
  /** The round that runs. */
  round: number;
  /** The hall is over: nobody writes, whoever they are. */
  ended?: boolean;
  /** Who may only look. */
  shutOut?: ReadonlySet<ParticipantId>;
  /** What is held of the station outside its document. */
  held?: HeldHere;
  /** Notes that each participant may have in the whole hall. */
  perPerson?: number;
  /** A person's notes at the hall's other stations, as far as is known without loading boards. */
  elsewhere?: (participant: ParticipantId) => number;
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
  readonly #presence: BoardPresence;
  readonly #catchUp: CatchUp;
  readonly #updates: UpdateBroadcast;
  readonly #crossed: CrossedTexts;
  readonly #lastWrites = new LastWrites();
  readonly #desk: CommandDesk;
  readonly #sessions = new Set<BoardSession>();
  /** Answers to SyncStep1 by state vector; good until the next commit. */
  readonly #answers = new Map<string, Frame>();

  #content: BoardContent;
  #furniture: Furniture;
  #rowsSinceSnapshot: number;
  /** When the next snapshot may be made; never, while one is under way. */
  #snapshotFrom = Number.NEGATIVE_INFINITY;
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
  /**
   * A synced client's SyncStep2 holds no structs but always the whole delete set: 17,000 ranges with 3,000 clientIDs,
   * the same bytes from all. What brought nothing once brings nothing for ever.
   */
  #nothings: Uint8Array[] = [];

  constructor(parts: BoardRoomParts) {
    this.stationId = parts.stationId;
    this.#parts = parts;
    this.#content = this.#open(parts.record);
    this.#furniture = parts.furniture ?? { rules: OPEN_RULES, round: ROUNDS_MAX };
    // A bad snapshot is soon replaced by a good one.
    const [snapshot] = parts.record.snapshots;
    const base = this.#content.damage.length === 0 ? (snapshot?.seq ?? 0) : -SNAPSHOT_ROWS;
    this.#rowsSinceSnapshot = parts.record.head - base;
    this.#presence = new BoardPresence({
      clock: parts.clock,
      broadcast: (bytes, to) => this.#broadcast(bytes, to),
      deliver: (session, frame, backlog) => this.#deliver(session, frame, backlog),
    });
    this.#catchUp = new CatchUp({
      clock: parts.clock,
      bring: (session, had) => this.#whenDurable(() => this.#bring(session, had)),
      giveUp: (session) => this.#closeSlow(session),
    });
    this.#updates = new UpdateBroadcast({
      clock: parts.clock,
      sessions: this.#sessions,
      catchUp: this.#catchUp,
      durable: () => (this.#busy ? null : this.#content.doc),
      deliver: (session, frame, backlog) => this.#deliver(session, frame, backlog),
    });
    this.#crossed = new CrossedTexts({
      clock: parts.clock,
      textNamed: this.#content.shape.textNamed,
      write: (run) => this.write(({ doc }) => run(doc)),
      onFault: (error) =>
        parts.log.warn('board.still_crossed', { station: this.stationId, error: String(error) }),
    });
    this.#desk = new CommandDesk({ content: () => this.#content, now: () => parts.clock.now() });
  }

  /** What the hall says of the station, in force from now on. */
  furnish(furniture: Furniture): void {
    this.#furniture = furniture;
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
    return this.#furniture.held ?? NOTHING_HELD;
  }

  /** Whether writing is paused for this actor, the grace being over. */
  frozenFor(actor: Actor): boolean {
    return this.#gateRules().frozen && !may(actor, 'note:moderate', this.stationId);
  }

  // ── connections ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Takes a connection in. It is sent nothing of the board before it asks (SyncStep1). */
  join(socket: BoardSocket, visitor: Visitor): BoardSession {
    const session = openSession(this.#nextHolder++, socket, visitor);
    this.#sessions.add(session);
    if (session.ours) this.#send(session, welcomeFrame(this.#welcome(session)));
    this.#whenDurable(() => {
      if (!session.gone && this.#mayWrite(session)) this.#askForState(session);
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

  /** Sends everybody away with this code; the room goes on, for what is under way and for the server's own reads. */
  dismiss(code: number, reason: string): void {
    for (const session of [...this.#sessions]) {
      this.leave(session);
      session.socket.close(code, reason);
    }
  }

  /** A SyncStep1: answered from the durable version, and from then on the session is in the broadcast set. */
  askedForState(session: BoardSession, stateVector: Uint8Array): void {
    session.era++;
    this.#whenDurable(() => {
      if (session.gone) return;
      const answer = this.#answerTo(session, stateVector);
      if (!answer) return;
      this.#deliver(session, answer);
      if (session.live || session.gone) return;
      session.live = true;
      this.#presence.welcome(session);
    });
  }

  /** A SyncStep2 (`whole`) or an update from a client. */
  change(session: BoardSession, bytes: Uint8Array, whole: boolean): void {
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
    const free = !this.frozenFor(session.actor) && !this.#barred(session);
    this.#presence.motion(session, decoder, this.#mayWrite(session) && free);
  }

  /** What a session's board shows: it gets no motion from elsewhere. */
  view(session: BoardSession, area: ViewedArea): void {
    if (!session.gone) this.#presence.view(session, area);
  }

  /** A stock client's awareness; ours have none. @throws on malformed bytes */
  awareness(session: BoardSession, update: Uint8Array): void {
    if (session.gone || session.ours || !may(session.actor, this.#writing) || this.#barred(session)) return;
    this.#presence.awareness(session, update);
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
    if (this.#rowsSinceSnapshot >= SNAPSHOT_ROWS_IDLE && !this.damaged) this.#snapshot();
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
    for (const session of [...this.#sessions]) {
      this.leave(session);
      session.socket.close(code, reason);
    }
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
    const work = this.#inbox.splice(0, this.#cautious > 0 ? 1 : this.#inbox.length);
    this.#cautious = Math.max(0, this.#cautious - 1);
    const changes = work.filter((item) => item.kind === 'change');
    const commands = work.filter((item) => item.kind === 'command');
    const reads = work.filter((item) => item.kind === 'read');
    const outcome: Outcome = { savers: new Map(), done: [], reads };

    this.#lastWrites.begin();
    const applied =
      this.#inOneTransaction(changes.length > 0, () => {
        for (const change of changes) {
          if (this.#applyOne(change)) outcome.savers.set(change.session, change.count);
        }
      }) &&
      this.#inOneTransaction(commands.length > 0 || this.#lastWrites.any, () => {
        this.#lastWrites.mend(this.#content.doc, this.#lastTick);
        this.#runCommands(commands, outcome.done);
      });
    if (!applied || !this.#content.sound) {
      this.#recover(work);
      return;
    }
    const cost = this.#parts.clock.monotonic() - this.#lastTick;
    // Oftener than the crowd can be told is of no use to it.
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

  /** The gate, and what it lets through. @returns whether the frame is dealt with: applied, or known already */
  #applyOne({ session, bytes, whole, era }: ChangeWork): boolean {
    if (session.gone || era <= session.refusedEra || (session.resyncing && !whole)) return false;
    if (whole && this.#nothings.some((known) => Buffer.compare(known, bytes) === 0))
      return this.#dealtWith(session, whole);
    const { doc } = this.#content;
    const verdict = judge(this.#content, this.#asker(session), bytes, whole);
    switch (verdict.verdict) {
      case 'gap':
        this.#resync(session, whole, verdict.why);
        return false;
      case 'refuse':
        this.#refuse(session, { ...verdict, text: verdict.why });
        return false;
      case 'apply':
        if (this.damaged) {
          this.#refuse(session, {
            code: 'read_only',
            note: '',
            field: '',
            text: 'the station can only be read',
          });
          return false;
        }
        Y.applyUpdate(doc, verdict.bytes);
        for (const id of verdict.created) this.#content.claim(id, session.participant);
        for (const client of verdict.clients) this.#content.lease(client, session.participant);
        for (const text of verdict.doubtful) this.#crossed.look(text);
        this.#lastWrites.arrived(doc, verdict.late);
        break;
      case 'nothing':
        if (whole && verdict.forAll && bytes.length >= NOTHING_LEAST_BYTES) {
          this.#nothings.unshift(bytes);
          this.#nothings.length = Math.min(this.#nothings.length, NOTHINGS_MAX);
        }
    }
    return this.#dealtWith(session, whole);
  }

  #dealtWith(session: BoardSession, whole: boolean): true {
    if (whole) {
      session.gaps = 0;
      // An answer to an earlier question may miss what was lost since: only the last one heals.
      if (session.unanswered <= 0) session.resyncing = false;
    }
    return true;
  }

  /**
   * It builds on something the server has not got. That is asked for; where even the whole of it has a gap (another
   * tab of a stock client has not brought its part yet) it is asked for again, later, and not for ever.
   */
  #resync(session: BoardSession, whole: boolean, why: string): void {
    if (!whole) {
      // Not at once: the document is ahead of the disk in the middle of a tick.
      session.resyncing = true;
      this.#askLater(session, 0);
    } else if (++session.gaps > GAPS_MAX) {
      this.#refuse(session, { code: 'gap', note: '', field: '', text: why });
    } else {
      session.resyncing = true;
      this.#askLater(session, GAP_WAIT_MS * session.gaps);
    }
  }

  #askLater(session: BoardSession, wait: number): void {
    session.cancelAsk();
    session.cancelAsk = this.#parts.clock.after(wait, () => {
      this.#whenDurable(() => this.#askForState(session, true));
    });
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
      this.#inbox.unshift(...outcome.reads);
      await this.#rebuild(
        'a commit failed',
        Math.min(FAILED_WAIT_MAX_MS, FAILED_WAIT_MS * 2 ** this.#failures++),
      );
      return;
    }
    this.#failures = 0;
    this.#content.head = commit.seq;
    this.#busy = false;
    this.#answers.clear();
    this.#settle(commit.bytes === EMPTY_UPDATE ? null : commit.bytes, outcome);
    this.#parts.onCounts?.();
    this.#snapshotWhenDue();
  }

  /** What was decided is on disk: tell the writers, then everybody (which takes a while), then those who asked. */
  #settle(bytes: Uint8Array | null, { savers, done, reads }: Outcome): void {
    for (const [session, count] of savers) if (session.ours) this.#send(session, savedFrame(count));
    if (bytes) this.#updates.add(bytes);
    this.#updates.tellSoon();
    for (const command of done) command.done();
    const left = reads.findIndex((read) => !this.#answer(read.run));
    if (left >= 0) this.#inbox.unshift(...reads.slice(left));
    if (this.#inbox.length > 0) this.#schedule();
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
    } else if (only && only !== this.#suspect) {
      this.#suspect = only;
      this.#inbox.unshift(only);
      this.#cautious = Math.max(1, this.#cautious);
    } else if (only?.kind === 'change') {
      this.#refuse(only.session, { code: 'malformed', note: '', field: '', text: 'it could not be applied' });
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
    this.#answers.clear();
    this.#nothings = [];
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
      if (!this.#mayWrite(session)) continue;
      session.resyncing = true;
      if (pause > 0) this.#askLater(session, pause);
      else this.#askForState(session, true);
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
    frame = { bytes: syncFrame(SYNC.step2, Y.encodeStateAsUpdate(this.#content.doc, stateVector)) };
    if (this.#answers.size < 64) this.#answers.set(key, frame);
    return frame;
  }

  #gateRules(): GateRules {
    const { rules, anonymous = false, round } = this.#furniture;
    const frozen = rules.frozenAt !== null && this.#parts.clock.now() >= rules.frozenAt + FREEZE_GRACE_MS;
    const { moveOwn, groupingClosed, hiding } = rules;
    return { moveOwn, groupingClosed, frozen, anonymous, hiding, round };
  }

  #asker(session: BoardSession): Asker {
    const { participant, actor } = session;
    return {
      participant,
      actor,
      station: this.stationId,
      rules: this.#gateRules(),
      barred: this.#barred(session),
      mayHang: (notes) => this.#mayHang(session, notes),
    };
  }

  /** Why this person writes nothing here, whatever their role and the rules say. */
  #barred({ participant, actor }: BoardSession): Asker['barred'] {
    const { ended, shutOut } = this.#furniture;
    if (ended) return 'ended';
    return shutOut?.has(participant) && !may(actor, 'note:moderate', this.stationId) ? 'shut_out' : null;
  }

  /** Whether these notes, made on a board, may hang: none of them is held, and there is room for them. */
  #mayHang({ participant, actor }: BoardSession, notes: ReadonlySet<NoteId>): Denial {
    for (const id of notes) {
      if (!this.held.has(id)) continue;
      const own = this.held.ownerOf(id) === participant;
      return own
        ? { code: 'hidden', why: 'this note is kept off the board' }
        : { code: 'taken', why: 'somebody else has used this id' };
    }
    const { rules, perPerson = Number.POSITIVE_INFINITY, elsewhere } = this.#furniture;
    let more = 0;
    for (const id of notes) if (!this.#content.hangs(id)) more++;
    const caps: PersonCaps | null = may(actor, 'note:moderate', this.stationId)
      ? null
      : {
          here: this.notesBy(participant) + this.held.countOf(participant),
          elsewhere: elsewhere?.(participant) ?? 0,
          allowance: rules.allowance,
          perPerson,
        };
    return overCaps(this.fill(more), caps, more);
  }

  /** What hangs and what is held of the station; fewer, where there is room for `more` anyhow: counting takes a while. */
  fill(more: number): number {
    const held = this.held.count();
    const most = this.written + held;
    return most + more <= STATION_NOTES_MAX ? held : this.notes + held;
  }

  #askForState(session: BoardSession, resync = false): void {
    if (session.gone || this.#closed) return;
    if (resync) session.resyncing = true;
    session.unanswered = Math.max(0, session.unanswered) + 1;
    this.#send(session, syncFrame(SYNC.step1, Y.encodeStateVector(this.#content.doc)));
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

  /** A client of ours is told and starts afresh; a stock one would go on as if synced, so it is closed for good. */
  #refuse(session: BoardSession, refusal: Refusal): void {
    if (session.gone) return;
    this.#parts.log.warn('board.refused', { station: this.stationId, code: refusal.code, why: refusal.text });
    if (session.ours) {
      session.refusedEra = session.era;
      this.#send(session, refusedFrame(refusal));
    } else {
      this.leave(session);
      session.socket.close(CLOSE.forbidden, refusal.code);
    }
  }

  #broadcast(bytes: Uint8Array, to: (session: BoardSession) => boolean = () => true): void {
    const frame: Frame = { bytes };
    for (const session of this.#sessions) if (session.live && to(session)) this.#deliver(session, frame);
  }

  #send(session: BoardSession, bytes: Uint8Array): void {
    this.#deliver(session, { bytes });
  }

  #deliver(session: BoardSession, frame: Frame, backlog = session.socket.backlog): void {
    if (session.gone) return;
    try {
      if (backlog > BACKLOG_MAX) {
        this.#closeSlow(session);
      } else {
        session.socket.send(frame);
      }
    } catch (error) {
      // One dead socket must not end the tick for all.
      this.#parts.log.warn('board.send_failed', { station: this.stationId, error: String(error) });
      this.leave(session);
    }
  }

  #bring(session: BoardSession, had: Uint8Array): void {
    const answer = session.gone ? null : this.#answerTo(session, had);
    if (answer) this.#deliver(session, answer);
  }

  #closeSlow(session: BoardSession): void {
    this.leave(session);
    session.socket.close(CLOSE.slow, 'too slow');
  }

  #snapshotWhenDue(): void {
    if (++this.#rowsSinceSnapshot < SNAPSHOT_ROWS) return;
    if (this.#parts.clock.monotonic() >= this.#snapshotFrom) this.#snapshot();
  }

  #snapshot(): void {
    const { journal, clock, log } = this.#parts;
    this.#rowsSinceSnapshot = 0;
    this.#snapshotFrom = Number.POSITIVE_INFINITY;
    const seq = this.#content.head;
    const begun = clock.monotonic();
    journal
      .compact(this.stationId, seq)
      .catch((error) => {
        // The journal is whole without it; the next one is tried after as many rows again.
        log.error('board.snapshot_failed', { station: this.stationId, seq, error: String(error) });
      })
      .finally(() => {
        this.#snapshotFrom = clock.monotonic() + SNAPSHOT_PAUSE * (clock.monotonic() - begun);
      });
  }
}

const unavailable = () => new FaultError('unavailable', 'the station is being closed; try again');

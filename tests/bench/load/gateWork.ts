/** The gate beside what it guards: `judge` and `Y.applyUpdate` of the same updates, on a board of many authors. */

import * as Y from 'yjs';
import type { BoardContent } from '../../../server/board/BoardContent.ts';
import type { Asker } from '../../../server/board/gate/policy.ts';
import { notesOf, readNote, writeMeta } from '../../../shared/board/boardDoc.ts';
import { editText, joinCluster, makeCluster, move } from '../../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId } from '../../../shared/domain/ids.ts';
import { defaultRounds } from '../../../shared/domain/round.ts';
import { Random } from '../../crowd/random.ts';
import { asker } from '../../harness/gateBench.ts';
import { Disturbance } from '../procfs.ts';
import { type Built, loadBuilt } from './built.ts';
import { extentOf, hang } from './ourHall.ts';
import { Sample, type Summary } from './Sample.ts';

export interface GateJob {
  /** The folder of the built server. */
  built: string;
  notes: number;
  authors: number;
  /** Yjs clientIDs in the document: one for each time that an author opened the board. */
  clients: number;
  updates: number;
  /** Updates judged and applied before, on a small board: as many for every size, so that only the sizes differ. */
  warmUp: number;
}

/** In microseconds an update. */
export interface GateResult {
  judge: Summary;
  /** Each update in a transaction of its own. */
  apply: Summary;
  /** Fifty in one transaction, as a tick under load has them. */
  judgeInTick: Summary;
  applyInTick: Summary;
  /** Cores that other processes used meanwhile. */
  others: number;
}

const SERVER_CLIENT = 7;
const TICK = 50;
const SMALL = { notes: 200, authors: 30, clients: 30 };

export async function measureGate(job: GateJob): Promise<GateResult> {
  const { notes, authors, clients, updates, warmUp } = job;
  const built = await loadBuilt(job.built);
  warm(new Board(built, SMALL.notes, SMALL.authors, SMALL.clients), warmUp);
  const board = new Board(built, notes, authors, clients);
  const disturbance = new Disturbance([process.pid]);
  const judged = new Sample();
  const applied = new Sample();
  const [judgedInTick, appliedInTick] = [new Sample(), new Sample()];
  // Made beforehand: a server has no people's documents beside its own, that would push it out of the caches.
  for (const deed of board.deeds(updates / 3)) board.take(deed);
  for (const deed of board.deeds(updates)) {
    const { judgeMs, applyMs } = board.take(deed);
    judged.add(judgeMs * 1_000);
    applied.add(applyMs * 1_000);
  }
  for (const tick of inTicks(board.deeds(updates))) {
    const { judgeMs, applyMs } = board.takeTogether(tick);
    for (const ms of judgeMs) judgedInTick.add(ms * 1_000);
    appliedInTick.add((applyMs * 1_000) / tick.length);
  }
  const others = disturbance.read();
  return {
    judge: judged.summary,
    apply: applied.summary,
    judgeInTick: judgedInTick.summary,
    applyInTick: appliedInTick.summary,
    others,
  };
}

/**
 * A server under load has judged thousands before, wherever, and V8 has compiled what judges; a few hundred on the board
 * that is measured (on one of 3,000 clientIDs each takes milliseconds to make) would measure V8 at it.
 */
function warm(board: Board, updates: number): void {
  for (const deed of board.deeds(updates / 2)) board.take(deed);
  for (const tick of inTicks(board.deeds(updates / 2))) board.takeTogether(tick);
}

const inTicks = (deeds: Deed[]): Deed[][] =>
  Array.from({ length: Math.ceil(deeds.length / TICK) }, (_, n) => deeds.slice(n * TICK, (n + 1) * TICK));

/** An update with who made it. */
interface Deed {
  author: number;
  bytes: Uint8Array;
}

/**
 * The board as the server has it, and a mirror on which its people act. One mirror for all: before each act it is given
 * the clientID of whoever acts, so that its updates are those that their own documents would have sent.
 */
class Board {
  readonly #judge: Built['judge'];
  readonly #content: BoardContent;
  readonly #mirror = new Y.Doc();
  readonly #random = new Random(1);
  readonly #people: Asker[];
  readonly #clients: { id: number; author: number }[];
  readonly #notes: { id: NoteId; author: number }[] = [];
  readonly #clusters: ClusterId[] = [];
  #last: Uint8Array | null = null;

  constructor({ BoardContent, judge }: Built, notes: number, authors: number, clients: number) {
    this.#judge = judge;
    const first = new Y.Doc();
    first.clientID = SERVER_CLIENT;
    const rounds = defaultRounds('nb');
    writeMeta(first, { v: 1, title: 'Måling', kind: 'wall', rounds, round: 4, levels: false, frozen: false });
    const bytes = Y.encodeStateAsUpdate(first);
    const row = { seq: 1, epoch: 1, at: 0, bytes, intact: true };
    const nobody = { snapshots: [], owners: [], leases: [], notes: 0, written: 0 };
    const record = { epoch: 1, head: 1, serverClient: SERVER_CLIENT, rows: [row], ...nobody };
    this.#content = new BoardContent(newId('s'), record);
    Y.applyUpdate(this.#mirror, bytes);
    this.#mirror.on('update', (update: Uint8Array) => {
      this.#last = update;
    });
    this.#people = Array.from({ length: authors }, () => asker());
    this.#clients = Array.from({ length: clients }, (_, index) => ({
      id: 1_000 + this.#random.whole(0, 2 ** 31),
      author: index % authors,
    }));
    this.#populate(notes);
  }

  /** Each note hung by one of the clients, and each client has moved one: all of them are in the document. */
  #populate(notes: number): void {
    this.#mirror.transact(() => {
      for (let index = 0; index < notes; index++) this.#hang(this.#clients[index % this.#clients.length]!);
      for (const { id } of this.#clients) {
        this.#mirror.clientID = id;
        this.#moveSomething();
      }
    });
    Y.applyUpdate(this.#content.doc, Y.encodeStateAsUpdate(this.#mirror));
    for (const { id, author } of this.#notes) this.#content.claim(id, this.#people[author]!.participant);
    for (const { id, author } of this.#clients) this.#content.lease(id, this.#people[author]!.participant);
    this.#content.takeCommit(0);
  }

  #hang({ id, author }: { id: number; author: number }): void {
    this.#mirror.clientID = id;
    this.#notes.push({ id: hang(this.#mirror, this.#notes.length), author });
  }

  deeds(count: number): Deed[] {
    return Array.from({ length: count }, () => this.#doesSomething());
  }

  /** What people do, in proportion: half drops, a quarter edits of one's own, the rest new notes and some grouping. */
  #doesSomething(): Deed {
    const chance = this.#random.next();
    const client = this.#random.pick(this.#clients)!;
    if (chance < 0.5) return this.#as(client, () => this.#moveSomething());
    if (chance < 0.75) {
      const note = this.#random.pick(this.#notes)!;
      const writer = this.#clients[note.author]!;
      return this.#as(writer, () => {
        const { text } = readNote(note.id, notesOf(this.#mirror).get(note.id))!;
        editText(this.#mirror, note.id, `${text.slice(0, 50)} ${this.#random.whole(1, 99_999)}`);
      });
    }
    if (chance < 0.92) return this.#as(client, () => this.#hang(client));
    const ids = [this.#random.pick(this.#notes)!.id];
    const cluster = this.#random.pick(this.#clusters);
    if (cluster && chance < 0.99) return this.#as(client, () => joinCluster(this.#mirror, cluster, ids));
    const made = { id: newId('c'), title: 'Det vi har sammen', pos: this.#somewhere() };
    this.#clusters.push(made.id);
    return this.#as(client, () => makeCluster(this.#mirror, made, ids));
  }

  /** Judges and applies one, each on its own clock. */
  take({ author, bytes }: Deed): { judgeMs: number; applyMs: number } {
    const begun = performance.now();
    const verdict = this.#judge(this.#content, this.#people[author]!, bytes, false);
    const judged = performance.now();
    if (verdict.verdict !== 'apply') throw new Error(`the gate said ${JSON.stringify(verdict)}`);
    Y.applyUpdate(this.#content.doc, verdict.bytes);
    const applied = performance.now();
    const { participant } = this.#people[author]!;
    for (const id of verdict.created) this.#content.claim(id, participant);
    for (const client of verdict.clients) this.#content.lease(client, participant);
    this.#content.takeCommit(0);
    return { judgeMs: judged - begun, applyMs: applied - judged };
  }

  /** Applies several in one transaction, each judged before it. @returns the time that each judgement took, and all the rest */
  takeTogether(deeds: readonly Deed[]): { judgeMs: number[]; applyMs: number } {
    const judgeMs: number[] = [];
    const begun = performance.now();
    this.#content.doc.transact(() => {
      for (const { author, bytes } of deeds) {
        const { participant } = this.#people[author]!;
        const from = performance.now();
        const verdict = this.#judge(this.#content, this.#people[author]!, bytes, false);
        judgeMs.push(performance.now() - from);
        if (verdict.verdict !== 'apply') throw new Error(`the gate said ${JSON.stringify(verdict)}`);
        for (const id of verdict.created) this.#content.claim(id, participant);
        for (const client of verdict.clients) this.#content.lease(client, participant);
        Y.applyUpdate(this.#content.doc, verdict.bytes);
      }
    });
    const applyMs = performance.now() - begun - judgeMs.reduce((sum, ms) => sum + ms, 0);
    this.#content.takeCommit(0);
    return { judgeMs, applyMs };
  }

  #as({ id, author }: { id: number; author: number }, act: () => unknown): Deed {
    this.#mirror.clientID = id;
    this.#last = null;
    act();
    // What changed nothing is followed by a move, which always does.
    while (!this.#last) this.#moveSomething();
    return { author, bytes: this.#last };
  }

  #moveSomething(): void {
    move(this.#mirror, [{ id: this.#random.pick(this.#notes)!.id, pos: this.#somewhere() }]);
  }

  #somewhere(): [number, number] {
    const [x, y] = extentOf(this.#notes.length).map((far) => this.#random.whole(0, far));
    return [x!, y!];
  }
}

/**
 * A board that honest people work on, with the gate and the content of a real one, ticks and all, and no sockets:
 * what they hand in waits for the tick, is judged in the middle of its transaction, and goes out to all as one update.
 * Counts what they were refused, which is to be nothing.
 */

import * as Y from 'yjs';
import { BoardContent } from '../../server/board/BoardContent.ts';
import { DocStructs } from '../../server/board/gate/docStructs.ts';
import { judge, type Verdict } from '../../server/board/gate/gate.ts';
import { LEASES_MAX } from '../../server/board/gate/identity.ts';
import { LastWrites } from '../../server/board/lastWrites.ts';
import { loadBoard } from '../../server/board/loadBoard.ts';
import type { BoardRecord } from '../../server/ports.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';
import { SERVER_CLIENT, serverBoard } from '../harness/attackedBoard.ts';
import { seededId } from '../harness/boardWork.ts';
import { asker, mendTexts } from '../harness/gateBench.ts';
import { sameBoard } from '../harness/sameBoard.ts';
import { type HandedIn, Person } from '../harness/workshop.ts';

export interface HonestPlan {
  /** People who are there at a time; the first is a host. */
  people: number;
  /** How many have a second tab, and share it past the server. */
  twoTabs: number;
  /** Updates after which a tab is loaded anew, or goes on under another clientID. */
  renewAfter: number;
  /** How often it is the first of the two; loading a long board takes its time. */
  reloads: number;
}

/** What is wrong, and to be nothing. */
export interface Complaint {
  what: 'refused' | 'gap' | 'unequal' | 'unsound' | 'repeated' | 'not last';
  text: string;
}

export interface HonestCount {
  /** Handed in, and what became of them. */
  handed: number;
  applied: number;
  known: number;
  /** Asked for what is missing; honest only with a second tab, whose part may come later. */
  gaps: number;
  /** Passed over while what is missing is asked for. */
  passedOver: number;
  /** Ticks in which a field was written anew, since what came last had lost. */
  anew: number;
  reloads: number;
  people: number;
  clients: number;
}

interface Seat {
  person: Person;
  twoTabs: boolean;
  /** Updates since it was loaded. */
  updates: number;
  resyncing: boolean;
  /** SyncStep2s in a row that built on what is not here. */
  gaps: number;
}

interface Waiting extends HandedIn {
  seat: Seat;
}

/** As the room asks again, and then no more. */
const GAPS_MAX = 6;
/** A person leaves for good before their last clientIDs are gone. */
const CLIENTS_OF_ONE = LEASES_MAX - 2;
const REMEMBERED = 300;

export class HonestBoard {
  readonly content: BoardContent;
  readonly complaints: Complaint[] = [];
  readonly count: HonestCount = {
    handed: 0,
    applied: 0,
    known: 0,
    gaps: 0,
    passedOver: 0,
    anew: 0,
    reloads: 0,
    people: 0,
    clients: 0,
  };
  readonly #random: Random;
  readonly #plan: HonestPlan;
  readonly #record: BoardRecord;
  #seats: Seat[] = [];
  #inbox: Waiting[] = [];
  #remembered: Waiting[] = [];
  readonly #lastWrites = new LastWrites();
  /** Texts that may have come out crossed. */
  readonly #doubtful = new Set<string>();
  /**
   * What came last in this tick, by the fields of a note or cluster. More than one value where one update brought them side
   * by side, as a person's two tabs wrote them: of these nobody can say which was last.
   */
  readonly #last = new Map<unknown, Map<string, { from: Uint8Array; values: Set<string> }>>();

  constructor(random: Random, plan: HonestPlan) {
    this.#random = random;
    this.#plan = plan;
    const first = Y.encodeStateAsUpdate(serverBoard());
    this.#record = {
      epoch: 1,
      head: 1,
      serverClient: SERVER_CLIENT,
      snapshots: [],
      rows: [{ seq: 1, epoch: 1, at: 0, bytes: first, intact: true }],
      owners: [],
      leases: [],
      notes: 0,
      written: 0,
    };
    this.content = new BoardContent(newId('s'), this.#record);
    for (let place = 0; place < plan.people; place++)
      this.#seat(place === 0 ? 'host' : 'participant', place < plan.twoTabs);
  }

  /** Lets people work until so many updates were new to the board, then lets all come home. */
  work(updates: number, onTick: (count: HonestCount) => void = () => {}): void {
    while (this.count.applied < updates && this.complaints.length === 0) {
      this.#turns(this.#random.whole(1, 12));
      this.#tick();
      onTick(this.count);
    }
    for (let round = 0; round <= GAPS_MAX; round++) {
      for (const seat of this.#seats) this.#hand(seat, seat.person.comeBack());
      this.#tick();
    }
    this.#judgeTheEnd();
    for (const { person } of this.#seats) person.leave();
    this.content.doc.destroy();
  }

  /** A person sits down, with one tab or two. */
  #seat(role: Role, twoTabs: boolean): void {
    const who = asker(role);
    const board = this.content;
    const person = new Person(board, who, this.#random.fork());
    const seat = (one: Person): Seat => ({ person: one, twoTabs, updates: 0, resyncing: false, gaps: 0 });
    this.#seats.push(seat(person));
    this.count.people++;
    if (!twoTabs) return;
    const second = new Person(board, who, this.#random.fork(), person.mine);
    person.share(second);
    this.#seats.push(seat(second));
  }

  #turns(times: number): void {
    for (; times > 0; times--) {
      const seat = this.#random.pick(this.#seats)!;
      const handed = seat.person.act();
      this.#hand(seat, handed);
      seat.updates += handed.length;
      if (seat.updates >= this.#plan.renewAfter) this.#renew(seat);
      else if (this.#random.chance(0.2)) seat.person.takeIn();
    }
  }

  #renew(seat: Seat): void {
    const used = this.#seats
      .filter(({ person }) => person.who === seat.person.who)
      .reduce((sum, { person }) => sum + person.clients.size, 0);
    if (used < CLIENTS_OF_ONE) {
      seat.updates = 0;
      if (!this.#random.chance(this.#plan.reloads)) {
        seat.person.renew();
        return;
      }
      seat.resyncing = false;
      seat.person.reload();
      this.count.reloads++;
      return;
    }
    // Goes home, and somebody else comes.
    const gone = this.#seats.filter(({ person }) => person.who === seat.person.who);
    for (const one of gone) this.#hand(one, one.person.finish());
    this.#tick();
    for (const { person } of gone) person.leave();
    this.#seats = this.#seats.filter((one) => !gone.includes(one));
    this.#seat(seat.person.who.actor.role, seat.twoTabs);
  }

  #hand(seat: Seat, handed: readonly HandedIn[]): void {
    for (const one of handed) this.#inbox.push({ ...one, seat });
    this.count.handed += handed.length;
  }

  /** As `BoardRoom` does it: all changes in one transaction, the server's own in another, one commit, one update for all. */
  #tick(): void {
    const { content } = this;
    const asked = this.#seats.filter((seat) => seat.resyncing && this.#random.chance(0.7));
    for (const seat of asked) this.#hand(seat, seat.person.comeBack());
    const inbox = this.#inbox.splice(0);
    content.doc.transact(() => {
      for (const waiting of inbox) this.#judge(waiting);
    });
    if (this.#lastWrites.any) {
      this.count.anew++;
      content.doc.transact(() => this.#lastWrites.mend(content.doc, 0));
    }
    mendTexts(content.doc, this.#doubtful);
    this.#doubtful.clear();
    this.#judgeLast();
    if (this.#random.chance(0.1)) content.doc.transact(() => this.#writeFromPad());
    if (!content.sound) this.#complain('unsound', 'something is pending, or a transaction was left open');
    const commit = content.takeCommit(0);
    if (!commit) return;
    content.head = commit.seq;
    this.#record.head = commit.seq;
    this.#record.rows.push({ seq: commit.seq, epoch: 1, at: 0, bytes: commit.bytes, intact: true });
    for (const { person } of this.#seats) person.hear(commit.bytes);
  }

  #judge(waiting: Waiting): void {
    const { seat, bytes, whole } = waiting;
    const { count } = this;
    if (seat.resyncing && !whole) {
      count.passedOver++;
      return;
    }
    const { who } = seat.person;
    const verdict: Verdict = judge(this.content, who, bytes, whole);
    switch (verdict.verdict) {
      case 'refuse':
        this.#complain('refused', `${verdict.code} ${verdict.field}: ${verdict.why}; ${hex(bytes)}`);
        return;
      case 'gap':
        this.#gap(seat, whole, verdict.why);
        return;
      case 'nothing':
        count.known++;
        break;
      case 'apply':
        count.applied++;
        Y.applyUpdate(this.content.doc, verdict.bytes);
        for (const text of verdict.doubtful) this.#doubtful.add(text);
        this.#lastWrites.arrived(this.content.doc, verdict.late, verdict.needed);
        this.#noteLast(verdict.bytes);
        for (const id of verdict.created) this.content.claim(id, who.participant);
        for (const client of verdict.clients) {
          if (this.content.leaseOf(client) === undefined) count.clients++;
          this.content.lease(client, who.participant);
        }
    }
    if (whole) [seat.resyncing, seat.gaps] = [false, 0];
    this.#remembered.push(waiting);
    if (this.#remembered.length > REMEMBERED) this.#remembered.splice(0, REMEMBERED / 2);
  }

  /** Writes down what an update that is in has left in fields. */
  #noteLast(bytes: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(bytes);
    for (const { id, content } of structs as Y.Item[]) {
      const dead = ds.clients
        .get(id.client)
        ?.some((at) => at.clock <= id.clock && id.clock < at.clock + at.len);
      const item = new DocStructs(this.content.doc).at(id);
      if (dead || !(content instanceof Y.ContentAny) || !(item instanceof Y.Item) || !item.parentSub)
        continue;
      const fields = this.#last.get(item.parent) ?? new Map();
      this.#last.set(item.parent, fields);
      const value = JSON.stringify(content.arr.at(-1));
      const last = fields.get(item.parentSub);
      if (last?.from === bytes) last.values.add(value);
      else fields.set(item.parentSub, { from: bytes, values: new Set([value]) });
    }
  }

  /** Of all who wrote a field in this tick, the one that came last counts. */
  #judgeLast(): void {
    for (const [fields, all] of this.#last) {
      if (!(fields instanceof Y.Map) || fields._item?.deleted) continue;
      for (const [key, { values }] of all) {
        const now = fields._map.get(key)!;
        const value = JSON.stringify(fields.get(key));
        if (!now.deleted && !values.has(value))
          this.#complain('not last', `${key} is ${value}, and last came ${[...values].join(' or ')}`);
      }
    }
    this.#last.clear();
  }

  #gap(seat: Seat, whole: boolean, why: string): void {
    this.count.gaps++;
    seat.resyncing = true;
    if (!seat.twoTabs) this.#complain('gap', why);
    else if (whole && ++seat.gaps > GAPS_MAX) this.#complain('refused', `it was asked too often: ${why}`);
  }

  /** A note by the hall channel: the server's own structs, and somebody's note all the same. */
  #writeFromPad(): void {
    const { person } = this.#random.pick(this.#seats)!;
    const note = { id: seededId(this.#random, 'n'), text: 'Fra mobilen 😀', pos: [0, 0] as const };
    addNote(this.content.doc, { ...note, round: 1, at: 1 });
    this.content.claim(note.id, person.who.participant);
    person.mine.add(note.id);
  }

  #judgeTheEnd(): void {
    const { doc } = this.content;
    for (const { person } of this.#seats) {
      person.takeIn();
      if (!sameBoard(person.doc, doc)) this.#complain('unequal', 'a person sees another board');
    }
    const again = loadBoard(this.#record);
    if (again.damage.length > 0 || !sameBoard(again.doc, doc))
      this.#complain('unequal', 'the journal holds another board');
    again.doc.destroy();
    // Once more: nothing new, nothing split, nothing grown.
    const before = Y.encodeStateAsUpdate(doc);
    for (const { seat, bytes, whole } of this.#remembered) {
      const { verdict } = judge(this.content, seat.person.who, bytes, whole);
      if (verdict !== 'nothing') this.#complain('repeated', `what is known was answered with ${verdict}`);
    }
    if (Buffer.compare(before, Y.encodeStateAsUpdate(doc)) !== 0)
      this.#complain('repeated', 'judging it changed the board');
  }

  #complain(what: Complaint['what'], text: string): void {
    this.complaints.push({ what, text });
  }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').slice(0, 4_000);

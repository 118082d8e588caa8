/**
 * A workshop without sockets: people with documents of their own who do all that can be done on a board, stay away and
 * come back, load their pages anew, and hand in everything once, twice, or merged with what was handed in before.
 * Seeded.
 */

import * as Y from 'yjs';
import type { Asker } from '../../server/board/gate/policy.ts';
import type { GateBoard } from '../../server/board/gate/rules.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';
import { BoardWork, type Worker } from './boardWork.ts';

const FROM_SERVER = 'server';
const FROM_TAB = 'tab';

/** What a person hands in: an update as it was made, or all that the server lacks. */
export interface HandedIn {
  bytes: Uint8Array;
  whole: boolean;
}

/** One open tab of a person. */
export class Person {
  doc!: Y.Doc;
  readonly who: Asker;
  readonly mine: Set<NoteId>;
  /** ClientIDs that were written under here. */
  readonly clients = new Set<number>();
  readonly #board: Pick<GateBoard, 'doc' | 'ownerOf'>;
  readonly #random: Random;
  /** The other tab of the same browser: what is done here is there at once, past the server. */
  #tab: Person | null = null;
  #work!: BoardWork;
  /** What the server has sent and this tab has not taken in yet, in order. */
  #heard: Uint8Array[] = [];
  /** Handed in already; what comes twice is honest. */
  #sent: Uint8Array[] = [];
  #unsent: Uint8Array[] = [];
  #away = false;

  /** @param mine the notes that the person has written, where they have another tab */
  constructor(board: Person['board'], who: Asker, random: Random, mine = new Set<NoteId>()) {
    this.#board = board;
    this.who = who;
    this.mine = mine;
    this.#random = random;
    this.#open(new Y.Doc());
    this.doc.clientID = this.#freshClient();
    this.listen();
  }

  get board(): Pick<GateBoard, 'doc' | 'ownerOf'> {
    return this.#board;
  }

  /** Out of touch: what the server sends does not arrive. */
  get away(): boolean {
    return this.#away;
  }

  /** Shares documents with another tab, as unchanged providers of one browser do. */
  share(tab: Person): void {
    this.#tab = tab;
    tab.#tab = this;
    tab.listen();
    this.#tellTab(Y.encodeStateAsUpdate(this.doc));
  }

  /** Takes in all that the server has. */
  listen(): void {
    this.#heard = [];
    const news = Y.encodeStateAsUpdate(this.#board.doc, Y.encodeStateVector(this.doc));
    Y.applyUpdate(this.doc, news, FROM_SERVER);
  }

  /** The server sends something; it is taken in now or later. */
  hear(bytes: Uint8Array): void {
    if (this.#away) return;
    this.#heard.push(bytes);
    if (this.#random.chance(0.6)) this.takeIn();
  }

  /** Takes in what the server has sent. */
  takeIn(): void {
    for (const bytes of this.#heard.splice(0)) Y.applyUpdate(this.doc, bytes, FROM_SERVER);
  }

  /** Does one thing, or several; now and then leaves, or comes back. @returns what reaches the server by it */
  act(): HandedIn[] {
    const random = this.#random;
    for (let times = random.whole(1, 3); times > 0; times--) this.#work.doSomething();
    if (!this.#away && random.chance(0.1)) this.#away = true;
    if (this.#away) return random.chance(0.25) ? this.comeBack() : [];
    return this.#handIn();
  }

  /** Comes back if away, with all that was done meanwhile. */
  finish(): HandedIn[] {
    return this.#away ? this.comeBack() : this.#handIn();
  }

  /** Answers the server's question: all that it lacks. */
  comeBack(): HandedIn[] {
    this.#away = false;
    this.#sent.push(...this.#unsent);
    this.#unsent = [];
    const bytes = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#board.doc));
    this.listen();
    return [{ bytes, whole: true }];
  }

  /**
   * Loads the page anew, and is out of touch until it comes back. What was not handed in is lost, or kept by the
   * device; the new document has an id of its own, or goes on under the old one once it holds all that was written so.
   */
  reload(): void {
    const old = this.doc;
    const kept = this.#random.whole(0, 2);
    const state = kept > 0 ? Y.encodeStateAsUpdate(old) : Y.encodeStateAsUpdate(this.#board.doc);
    // An id that is gone back to without all that was written under it would be written under twice.
    const client = kept === 2 ? old.clientID : this.#freshClient();
    this.#work.stop();
    old.destroy();
    this.#away = true;
    [this.#heard, this.#unsent, this.#sent] = [[], [], []];
    this.#open(new Y.Doc());
    Y.applyUpdate(this.doc, state, FROM_SERVER);
    if (this.#tab) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#tab.doc), FROM_TAB);
    this.doc.clientID = client;
    this.clients.add(client);
  }

  /** Goes on under another id, as Yjs does by itself when it meets its own in what comes in. */
  renew(): void {
    this.doc.clientID = this.#freshClient();
  }

  /** Lets go of the document. */
  leave(): void {
    this.#work.stop();
    this.doc.destroy();
  }

  #open(doc: Y.Doc): void {
    this.doc = doc;
    const moderates = (id: NoteId) => this.who.actor.role === 'host' && this.#board.ownerOf(id) !== undefined;
    const worker: Worker = { mine: this.mine, moderates };
    this.#work = new BoardWork(doc, this.#random, worker);
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === FROM_SERVER || origin === FROM_TAB) return;
      this.#unsent.push(bytes);
      this.#tellTab(bytes);
    });
  }

  #tellTab(bytes: Uint8Array): void {
    if (this.#tab) Y.applyUpdate(this.#tab.doc, bytes, FROM_TAB);
  }

  #freshClient(): number {
    const client = this.#random.whole(1_000, 2 ** 32 - 1);
    this.clients.add(client);
    return client;
  }

  #handIn(): HandedIn[] {
    const fresh = this.#unsent;
    this.#unsent = [];
    if (fresh.length === 0) return this.#again();
    const random = this.#random;
    const handed: Uint8Array[] = random.chance(0.3) ? [Y.mergeUpdates(fresh)] : [...fresh];
    // A provider that is not sure what went through sends old and new as one.
    if (random.chance(0.25) && this.#sent.length > 0) {
      const old = this.#sent.slice(-random.whole(1, 8));
      handed.splice(0, handed.length, Y.mergeUpdates([...old, ...fresh]));
    }
    this.#sent = [...this.#sent, ...fresh].slice(-200);
    const all = handed.map((bytes) => ({ bytes, whole: false }));
    return random.chance(0.2) ? [...all, ...all] : all;
  }

  #again(): HandedIn[] {
    const old = this.#random.pick(this.#sent);
    return old ? [{ bytes: old, whole: false }] : [];
  }
}

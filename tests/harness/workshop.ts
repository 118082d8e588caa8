/**
 * A workshop without sockets: people with documents of their own who do all that can be done on a board, stay away and
 * come back, and hand in everything once, twice, or merged with what was handed in before. Seeded.
 */

import * as Y from 'yjs';
import type { Asker } from '../../server/board/gate/policy.ts';
import {
  clustersOf,
  type Fields,
  notesOf,
  readClusters,
  readNotes,
  textOf,
} from '../../shared/board/boardDoc.ts';
import {
  addNote,
  type Change,
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  pullOut,
  removeNotes,
  revert,
  setLevel,
} from '../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';
import type { GateBench } from './gateBench.ts';

const FROM_SERVER = 'server';
const WORDS = ['lapp', 'Ærlig talt', '😀', '👩‍👩‍👧', '🇳🇴🇸🇪', 'שלום', 'e\u0301', '\n', 'flere folk', '👍🏽'];

/** What a person hands in: an update as it was made, or all that the server lacks. */
export interface HandedIn {
  bytes: Uint8Array;
  whole: boolean;
}

export class Person {
  readonly doc = new Y.Doc();
  readonly who: Asker;
  readonly #gate: GateBench;
  readonly #mine = new Set<NoteId>();
  readonly #random: Random;
  readonly #server: Y.Doc;
  readonly #undo: Y.UndoManager;
  /** Handed in already; what comes twice is honest. */
  readonly #sent: Uint8Array[] = [];
  #unsent: Uint8Array[] = [];
  #done: Change[][] = [];
  #away = false;

  constructor(gate: GateBench, who: Asker, random: Random) {
    this.who = who;
    this.#gate = gate;
    this.#server = gate.doc;
    this.#random = random;
    this.doc.clientID = random.whole(1_000, 2 ** 32 - 1);
    this.#undo = new Y.UndoManager([notesOf(this.doc), clustersOf(this.doc)], {
      trackedOrigins: new Set(['mine']),
    });
    this.listen();
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== FROM_SERVER) this.#unsent.push(bytes);
    });
  }

  /** Takes in what the server has. */
  listen(): void {
    const news = Y.encodeStateAsUpdate(this.#server, Y.encodeStateVector(this.doc));
    Y.applyUpdate(this.doc, news, FROM_SERVER);
  }

  /** Does one thing, or several; now and then leaves, or comes back. @returns what reaches the server by it */
  act(): HandedIn[] {
    const random = this.#random;
    for (let times = random.whole(1, 3); times > 0; times--) this.#doSomething();
    if (!this.#away && random.chance(0.1)) this.#away = true;
    if (this.#away) return random.chance(0.25) ? this.#comeBack() : [];
    const handed = this.#handIn();
    if (random.chance(0.6)) this.listen();
    return handed;
  }

  /** Comes back if away, with all that was done meanwhile. */
  finish(): HandedIn[] {
    return this.#away ? this.#comeBack() : this.#handIn();
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
    this.#sent.push(...fresh);
    const all = handed.map((bytes) => ({ bytes, whole: false }));
    return random.chance(0.2) ? [...all, ...all] : all;
  }

  #again(): HandedIn[] {
    const old = this.#random.pick(this.#sent);
    return old ? [{ bytes: old, whole: false }] : [];
  }

  #comeBack(): HandedIn[] {
    this.#away = false;
    this.#sent.push(...this.#unsent);
    this.#unsent = [];
    const bytes = Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#server));
    this.listen();
    return [{ bytes, whole: true }];
  }

  #doSomething(): void {
    const random = this.#random;
    const { doc } = this;
    const id = random.pick(readNotes(doc))?.id;
    // What only its writer (or the host) may do, one does to notes of one's own.
    const own = random.pick(readNotes(doc).filter((note) => this.#mayChange(note.id)))?.id;
    const cluster = random.pick(readClusters(doc))?.id;
    const pos = [random.whole(-900, 900), random.whole(-900, 900)] as const;
    const keep = (changes: Change[]) => void (changes.length > 0 && this.#done.push(changes));
    const acts: (() => void)[] = [
      () => keep(addNote(doc, { id: this.#newNote(), text: this.#words(), pos, round: 1, at: 1 })),
      () => this.#addInFive(),
      () => this.#addAndRemove(),
      () => id && keep(move(doc, [{ id, pos }], 'mine')),
      () => id && keep(move(doc, [{ id, pos }], 'mine')),
      () => own && keep(editText(doc, own, this.#words(), 'mine')),
      () => own && this.#typeInto(own),
      () => own && random.chance(0.4) && keep(removeNotes(doc, [own], 'mine')),
      () => own && keep(setLevel(doc, own, random.pick(['local', 'national', undefined]), 'mine')),
      () => id && keep(makeCluster(doc, { id: newId('c'), title: this.#words(), pos }, [id], 'mine')),
      () => id && cluster && keep(joinCluster(doc, cluster, [id], 'mine')),
      () => id && keep(pullOut(doc, [{ id, pos }], 'mine')),
      () => cluster && keep(nameCluster(doc, cluster, this.#words(), 'mine')),
      () => cluster && keep(mergeClusters(doc, cluster, this.#otherCluster(cluster), 'mine')),
      () => void this.#undo.undo(),
      () => void this.#undo.redo(),
      () => keep(revert(doc, this.#done.pop() ?? [], 'mine').changes),
    ];
    random.pick(acts)?.();
  }

  /** As one who uses Yjs without `transact`: five updates, and no whole note till the last. */
  #addInFive(): void {
    const fields: Fields = new Y.Map();
    notesOf(this.doc).set(this.#newNote(), fields);
    fields.set('text', new Y.Text(this.#words()));
    fields.set('pos', [1, 2]);
    fields.set('round', 1);
    fields.set('at', 1);
  }

  /** In one breath: on the wire there is only a tombstone at the root's key. */
  #addAndRemove(): void {
    this.doc.transact(() => {
      const id = this.#newNote();
      addNote(this.doc, { id, text: this.#words(), pos: [0, 0], round: 1, at: 1 });
      if (this.#random.chance(0.5)) editText(this.doc, id, this.#words());
      removeNotes(this.doc, [id]);
    }, 'mine');
  }

  /** Letter by letter, at a place between whole characters, as a text field does. */
  #typeInto(id: NoteId): void {
    const text = textOf(this.doc, id);
    if (!text) return;
    const now = text.toString();
    const marks = [...new Intl.Segmenter('nb').segment(now)].map(({ index }) => index);
    let at = this.#random.pick([...marks, now.length]) ?? 0;
    for (const character of this.#words()) {
      this.doc.transact(() => text.insert(at, character), 'mine');
      at += character.length;
    }
    if (now.length > 200) this.doc.transact(() => text.delete(0, text.length), 'mine');
  }

  #newNote(): NoteId {
    const id = newId('n');
    this.#mine.add(id);
    return id;
  }

  #mayChange(id: NoteId): boolean {
    return this.#mine.has(id) || (this.who.actor.role === 'host' && this.#gate.owners.has(id));
  }

  #otherCluster(than: ClusterId): ClusterId {
    return this.#random.pick(readClusters(this.doc).filter(({ id }) => id !== than))?.id ?? than;
  }

  #words(): string {
    return Array.from({ length: this.#random.whole(1, 5) }, () => this.#random.pick(WORDS)).join(' ');
  }
}

/** What people do on a board, by chance: all that can be done there, and only what they may. */

import * as Y from 'yjs';
import {
  type Fields,
  type NoteView,
  notesOf,
  readClusters,
  readMeta,
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
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';

const WORDS = ['lapp', 'Ærlig talt', '😀', '👩‍👩‍👧', '🇳🇴🇸🇪', 'שלום', 'e\u0301', 'flere folk', '👍🏽', 'tid'];

/** What a person knows they can do. */
export interface Freedom {
  grouping: boolean;
  moving: boolean;
  whole: boolean;
  inPieces: boolean;
}

const FREE: Freedom = { grouping: true, moving: true, whole: true, inPieces: false };

/** A person's hands: what they hung up, and what they can undo. All their tabs share them. */
export class Hands {
  readonly mine: NoteId[] = [];
  readonly #random: Random;
  readonly #moderates: boolean;
  #written = 0;
  #done: Change[][] = [];

  constructor(random: Random, moderates: boolean) {
    this.#random = random;
    this.#moderates = moderates;
  }

  /** A text that nobody else writes. */
  words(name: string): string {
    const random = this.#random;
    const words = Array.from({ length: random.whole(1, 4) }, () => random.pick(WORDS));
    return `${words.join(' ')} ${name}${this.#written++}`;
  }

  /**
   * Does one thing. `grouping`, `moving`: whether one may group, and move others' notes; `whole`: whether the board is
   * here, and not only what one wrote oneself; `inPieces`: one uses Yjs without `transact`.
   */
  act(doc: Y.Doc, name: string, how: Partial<Freedom> = {}): void {
    const { grouping, moving, whole, inPieces } = { ...FREE, ...how };
    const random = this.#random;
    const notes = readNotes(doc);
    const own = random.pick(notes.filter(({ id }) => this.#moderates || this.mine.includes(id)));
    const any = moving ? random.pick(notes) : own;
    const create = () => this.#keep(addNote(doc, this.#note(doc, name)));
    if (!whole || notes.length < 2) {
      create();
      return;
    }
    const acts: (() => void)[] = [
      create,
      create,
      create,
      () => (inPieces ? this.#addInPieces(doc, name) : this.#addAndRemove(doc, name)),
      () => any && this.#keep(move(doc, [{ id: any.id, pos: this.#pos() }])),
      () => any && this.#keep(move(doc, [{ id: any.id, pos: this.#pos() }])),
      () => own && this.#keep(editText(doc, own.id, this.words(name))),
      () => own && this.#keep(editText(doc, own.id, `${own.text} 😀`)),
      () => own && this.#typeInto(doc, own),
      () => own && random.chance(0.5) && this.#keep(removeNotes(doc, [own.id])),
      () => own && this.#keep(setLevel(doc, own.id, random.pick(['local', 'national', undefined]))),
    ];
    // An undo may move and group.
    if (moving) acts.push(...[1, 2].map(() => () => this.#revert(doc, grouping)));
    if (grouping) acts.push(...this.#grouping(doc, name, notes));
    random.pick(acts)!();
  }

  #grouping(doc: Y.Doc, name: string, notes: NoteView[]): (() => void)[] {
    const random = this.#random;
    const ids = random.shuffled(notes.map(({ id }) => id)).slice(0, random.whole(1, 3));
    const [cluster, other] = random.shuffled(readClusters(doc).map(({ id }) => id));
    const pos = this.#pos();
    return [
      () => this.#keep(makeCluster(doc, { id: newId('c'), title: this.words(name), pos }, ids)),
      () => cluster && this.#keep(joinCluster(doc, cluster, ids)),
      () => this.#keep(pullOut(doc, [{ id: ids[0]!, pos }])),
      () => cluster && this.#keep(nameCluster(doc, cluster, this.words(name))),
      () => cluster && this.#keep(move(doc, [{ id: cluster, pos }])),
      () => cluster && other && this.#keep(mergeClusters(doc, cluster, other)),
    ];
  }

  #keep(changes: Change[]): void {
    if (changes.length > 0) this.#done.push(changes);
  }

  #revert(doc: Y.Doc, grouping: boolean): void {
    const changes = this.#done.pop() ?? [];
    if (!grouping && changes.some(isGrouping)) return;
    this.#keep(revert(doc, changes).changes);
  }

  #note(doc: Y.Doc, name: string) {
    const id = newId('n');
    this.mine.push(id);
    return { id, text: this.words(name), pos: this.#pos(), round: readMeta(doc)?.round ?? 1, at: 1 };
  }

  /** In one breath: on the wire there is only a tombstone at the root's key. */
  #addAndRemove(doc: Y.Doc, name: string): void {
    doc.transact(() => {
      const note = this.#note(doc, name);
      addNote(doc, note);
      if (this.#random.chance(0.5)) editText(doc, note.id, this.words(name));
      removeNotes(doc, [note.id]);
    });
  }

  /** As one who uses Yjs without `transact`: five updates, and no whole note till the last. */
  #addInPieces(doc: Y.Doc, name: string): void {
    const { id, text, pos, round, at } = this.#note(doc, name);
    const fields: Fields = new Y.Map();
    notesOf(doc).set(id, fields);
    fields.set('text', new Y.Text(text));
    fields.set('pos', pos);
    fields.set('round', round);
    fields.set('at', at);
  }

  /** Letter by letter, between whole characters, as a text field does. */
  #typeInto(doc: Y.Doc, { id }: NoteView): void {
    const text = textOf(doc, id);
    if (!text) return;
    const now = text.toString();
    const marks = [...new Intl.Segmenter('nb').segment(now)].map(({ index }) => index);
    let at = this.#random.pick([...marks, now.length]) ?? 0;
    for (const character of this.#random.pick(WORDS)!) {
      doc.transact(() => text.insert(at, character));
      at += character.length;
    }
    if (now.length > 120) doc.transact(() => text.delete(0, text.length));
  }

  #pos(): [number, number] {
    return [this.#random.whole(-900, 900), this.#random.whole(-900, 900)];
  }
}

/** Whether undoing it groups, names or pulls out. */
function isGrouping(change: Change): boolean {
  switch (change.kind) {
    case 'cluster':
      return true;
    case 'note':
      return change.field === 'cluster' || change.field === 'order';
    default:
      return false;
  }
}

/** All that people do on a board, odd things too, in a document of their own. Seeded, ids and all. */

import * as Y from 'yjs';
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
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';

const WORDS = ['lapp', 'Ærlig talt', '😀', '👩‍👩‍👧', '🇳🇴🇸🇪', 'שלום', 'e\u0301', '\n', 'flere folk', '👍🏽'];
/** Each has a sibling that begins with the same UTF-16 unit, or is part of it. */
const EMOJI = [
  '😀',
  '😁',
  '👩‍👩‍👧',
  '👩‍👧',
  '🇳🇴',
  '🇸🇪',
  '👍🏽',
  '👍',
  '🏽',
  '❤️',
  '❤',
  '𝒜',
  '𝒞',
  'e\u0301',
  'é',
];
const TEXT_LONG = 200;
const NOTES_MANY = 120;

const letters = new Intl.Segmenter('nb');
/** A text's characters as people count them. */
const lettersOf = (text: string): string[] => [...letters.segment(text)].map(({ segment }) => segment);

/** An id that the seed gives, so that a run can be run again to the byte. */
export function seededId(random: Random, kind: 'n'): NoteId;
export function seededId(random: Random, kind: 'c'): ClusterId;
export function seededId(random: Random, kind: 'n' | 'c'): string {
  return `${kind}_${Array.from({ length: 20 }, () => random.whole(0, 35).toString(36)).join('')}`;
}

export interface Worker {
  /** Notes that this person wrote; new ones are added. */
  mine: Set<NoteId>;
  /** Whether this person moderates here, and so may edit and remove all notes that the server knows. */
  moderates: (id: NoteId) => boolean;
}

export class BoardWork {
  readonly #doc: Y.Doc;
  readonly #random: Random;
  readonly #worker: Worker;
  #undo: Y.UndoManager;
  #done: Change[][] = [];

  constructor(doc: Y.Doc, random: Random, worker: Worker) {
    this.#doc = doc;
    this.#random = random;
    this.#worker = worker;
    this.#undo = undoOf(doc);
  }

  /** Lets go of the document. */
  stop(): void {
    this.#undo.destroy();
  }

  /** One thing: a hand's turn, or a spell of typing. */
  doSomething(): void {
    const random = this.#random;
    const doc = this.#doc;
    const notes = readNotes(doc);
    const id = random.pick(notes)?.id;
    // What only its writer (or the host) may do, one does to notes of one's own.
    const own = random.pick(notes.filter((note) => this.#mayChange(note.id)))?.id;
    const cluster = random.pick(readClusters(doc))?.id;
    const pos = [random.whole(-900, 900), random.whole(-900, 900)] as const;
    const keep = (changes: Change[]) => void (changes.length > 0 && this.#done.push(changes));
    const acts: (() => void)[] = [
      () => keep(addNote(doc, { id: this.#newNote(), text: this.#words(), pos, round: 1, at: 1 })),
      () => this.#addInFive(),
      () => this.#addAndRemove(),
      () => id && keep(move(doc, [{ id, pos }], 'mine')),
      () => id && keep(move(doc, [{ id, pos }], 'mine')),
      () => this.#moveMany(notes.map((note) => note.id)),
      () => own && keep(editText(doc, own, this.#words(), 'mine')),
      () => own && this.#typeInto(own),
      () => own && this.#emojiAtABoundary(own),
      () => own && random.chance(0.1) && this.#emojiAtEachBoundary(own),
      () => own && random.chance(notes.length / NOTES_MANY) && keep(removeNotes(doc, [own], 'mine')),
      () => own && keep(setLevel(doc, own, random.pick(['local', 'national', undefined]), 'mine')),
      () => own && this.#setLoosely(own),
      () => own && this.#overwriteAgainAndAgain(own),
      () => id && keep(makeCluster(doc, { id: this.#newCluster(), title: this.#words(), pos }, [id], 'mine')),
      () => id && cluster && keep(joinCluster(doc, cluster, [id], 'mine')),
      () => id && keep(pullOut(doc, [{ id, pos }], 'mine')),
      () => cluster && keep(nameCluster(doc, cluster, this.#words(), 'mine')),
      () => cluster && keep(mergeClusters(doc, cluster, this.#otherCluster(cluster), 'mine')),
      () => void this.#undo.undo(),
      () => void this.#undo.redo(),
      () => this.#undoAndRedo(),
      () => keep(revert(doc, this.#done.pop() ?? [], 'mine').changes),
      () => notes.length > NOTES_MANY && random.chance(0.3) && this.#clear(notes.map((note) => note.id)),
      () => random.chance(0.1) && this.#paste(),
    ];
    random.pick(acts)?.();
    if (random.chance(0.6)) this.#undo.stopCapturing();
    if (this.#done.length > 50) this.#done = this.#done.slice(-25);
  }

  /** As one who uses Yjs without `transact`: five updates, and no whole note till the last. */
  #addInFive(): void {
    const fields: Fields = new Y.Map();
    notesOf(this.#doc).set(this.#newNote(), fields);
    fields.set('text', new Y.Text(this.#words()));
    fields.set('pos', [1, 2]);
    fields.set('round', 1);
    fields.set('at', 1);
  }

  /** In one breath: on the wire there is only a tombstone at the root's key. */
  #addAndRemove(): void {
    this.#doc.transact(() => {
      const id = this.#newNote();
      addNote(this.#doc, { id, text: this.#words(), pos: [0, 0], round: 1, at: 1 });
      if (this.#random.chance(0.5)) editText(this.#doc, id, this.#words());
      removeNotes(this.#doc, [id]);
    }, 'mine');
  }

  /** A heap of notes pasted at once. */
  #paste(): void {
    this.#doc.transact(() => {
      for (let count = this.#random.whole(2, 12); count > 0; count--) {
        const note = { id: this.#newNote(), text: this.#words(), pos: [count * 220, 0] as const };
        addNote(this.#doc, { ...note, round: 1, at: 1 });
      }
    }, 'mine');
  }

  /** A rubber band around some, and a drag. */
  #moveMany(ids: readonly NoteId[]): void {
    const some = this.#random.shuffled(ids).slice(0, this.#random.whole(2, 15));
    this.#done.push(
      move(
        this.#doc,
        some.map((id, index) => ({ id, pos: [index * 210, this.#random.whole(-50, 50)] as const })),
        'mine',
      ),
    );
  }

  /** All that may be taken down is, at once; for a host that is the whole board. */
  #clear(ids: readonly NoteId[]): void {
    const all = ids.filter((id) => this.#mayChange(id));
    this.#doc.transact(() => removeNotes(this.#doc, all), 'mine');
  }

  /** Fields set to nothing, as some programs do instead of deleting them. */
  #setLoosely(id: NoteId): void {
    const fields = notesOf(this.#doc).get(id);
    const key = this.#random.pick(['level', 'cluster', 'order', 'slot'])!;
    this.#doc.transact(() => fields?.set(key, this.#random.pick([undefined, null])), 'mine');
  }

  /** The same field many times in one transaction: what comes is joined, and mostly deleted. */
  #overwriteAgainAndAgain(id: NoteId): void {
    const fields = notesOf(this.#doc).get(id);
    this.#doc.transact(() => {
      for (let times = this.#random.whole(2, 30); times > 0; times--) {
        if (this.#random.chance(0.2)) fields?.delete('level');
        else fields?.set('level', times % 2 === 0 ? 'local' : 'national');
      }
    }, 'mine');
  }

  #undoAndRedo(): void {
    for (let times = this.#random.whole(1, 6); times > 0; times--) {
      const back = this.#random.chance(0.6);
      try {
        if (back) this.#undo.undo();
        else this.#undo.redo();
      } catch (error) {
        // Yjs 13.6 can stumble over what is collected since (`redoItem` reads `right` of a GC): as in a page that has
        // thrown so, what it had done till then is done, and the next undo is a new one's.
        if (!(error instanceof TypeError)) throw error;
        this.#undo.destroy();
        this.#undo = undoOf(this.#doc);
      }
    }
  }

  /** Letter by letter, at a place between whole characters, as a text field does. */
  #typeInto(id: NoteId): void {
    const text = textOf(this.#doc, id);
    if (!text) return;
    let at = this.#random.pick(boundariesOf(text.toString())) ?? 0;
    for (const character of this.#words()) {
      this.#doc.transact(() => text.insert(at, character), 'mine');
      at += character.length;
      // A slip of the finger.
      if (this.#random.chance(0.1)) {
        this.#doc.transact(() => text.delete(at - character.length, character.length), 'mine');
        at -= character.length;
      }
    }
    this.#shorten(text);
  }

  /** One emoji put in, taken out or exchanged for one that begins alike, wherever a text can be split. */
  #emojiAtABoundary(id: NoteId): void {
    const all = lettersOf(textOf(this.#doc, id)?.toString() ?? '');
    const [from, out] = [this.#random.whole(0, all.length), this.#random.whole(0, 2)];
    const put = this.#random.chance(0.8) ? [this.#random.pick(EMOJI)!] : [];
    all.splice(from, out, ...put);
    editText(this.#doc, id, all.slice(0, TEXT_LONG).join(''), 'mine');
  }

  /** The same at each boundary in turn; an update each. */
  #emojiAtEachBoundary(id: NoteId): void {
    const text = textOf(this.#doc, id);
    if (!text) return;
    for (const at of boundariesOf(text.toString()).reverse()) {
      this.#doc.transact(() => text.insert(at, this.#random.pick(EMOJI)!), 'mine');
    }
    const all = lettersOf(text.toString());
    for (let at = all.length - 1; at >= 0; at--) {
      if (!EMOJI.includes(all[at]!)) continue;
      all[at] = this.#random.chance(0.5) ? this.#random.pick(EMOJI)! : '';
      editText(this.#doc, id, all.join(''), 'mine');
    }
    this.#shorten(text);
  }

  #shorten(text: Y.Text): void {
    if (text.length > TEXT_LONG) this.#doc.transact(() => text.delete(0, text.length), 'mine');
  }

  #newNote(): NoteId {
    const id = seededId(this.#random, 'n');
    this.#worker.mine.add(id);
    return id;
  }

  #newCluster(): ClusterId {
    return seededId(this.#random, 'c');
  }

  #mayChange(id: NoteId): boolean {
    return this.#worker.mine.has(id) || this.#worker.moderates(id);
  }

  #otherCluster(than: ClusterId): ClusterId {
    return this.#random.pick(readClusters(this.#doc).filter(({ id }) => id !== than))?.id ?? than;
  }

  #words(): string {
    return Array.from({ length: this.#random.whole(1, 5) }, () => this.#random.pick(WORDS)).join(' ');
  }
}

function undoOf(doc: Y.Doc): Y.UndoManager {
  return new Y.UndoManager([notesOf(doc), clustersOf(doc)], {
    trackedOrigins: new Set(['mine']),
    // Not by the clock, or no seed would give the same steps twice.
    captureTimeout: Number.MAX_SAFE_INTEGER,
  });
}

function boundariesOf(text: string): number[] {
  return [...[...letters.segment(text)].map(({ index }) => index), text.length];
}

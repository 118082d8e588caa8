/** What can be done on a board from this screen: each deed is one op, one step of undo, and one sentence said. */

import type * as Y from 'yjs';
import type { Pos } from '../../shared/board/boardDoc.ts';
import {
  addNote,
  type Change,
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  OWN,
  pullOut,
  removeNotes,
  setLevel,
} from '../../shared/board/boardOps.ts';
import { CLUSTER_HEAD, CLUSTER_PAD, clusterBox } from '../../shared/board/boardView.ts';
import type { Level } from '../../shared/domain/hall.ts';
import { type ClusterId, type NoteId, newId } from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, cleanLine, cleanText, isBlank } from '../../shared/domain/note.ts';
import { announce } from '../state/announcer.ts';
import type { Text } from '../text/index.ts';
import type { BoardModel } from './BoardModel.ts';
import type { Drop } from './dropTarget.ts';
import { freePlace, makeRoom } from './freePlace.ts';
import type { Pen } from './hallPen.ts';
import type { HandStore } from './handStore.ts';
import { mergeText } from './mergeText.ts';
import { UndoStack } from './undo.ts';

export interface ActionContext {
  doc(): Y.Doc;
  model: BoardModel;
  store: HandStore;
  words(): Text['board'];
  /** The round that new notes get. */
  round(): number;
  /** Whether somebody else has this in their hand. */
  isHeld(id: NoteId | ClusterId): boolean;
  /** What writes for this person where notes do not go into the document; null where they do. */
  pen(): Pen | null;
}

export class BoardActions {
  #context: ActionContext;
  #undo: UndoStack;
  /** Notes written at this screen; the server tells of older ones. */
  readonly written = new Set<NoteId>();

  constructor(context: ActionContext) {
    this.#context = context;
    this.#undo = new UndoStack(() =>
      context.store.setState({ canUndo: this.#undo.canUndo, canRedo: this.#undo.canRedo }),
    );
  }

  /** Hangs a new note, if there is anything to read in it. */
  write(typed: string, pos: Pos): void {
    const text = cleanText(typed);
    if (isBlank(text)) return;
    const { doc, round, pen } = this.#context;
    const beside = pen();
    if (beside) {
      beside.write(text, pos, round());
      return;
    }
    const id = newId('n');
    this.written.add(id);
    this.#did(addNote(doc(), { id, text, pos, round: round(), at: Date.now() }), (say) => say.written);
  }

  /** Makes a note's text this one. `base` is what it was when the writing began: others may have changed it since. */
  edit(id: NoteId, base: string, typed: string): void {
    const text = cleanText(typed);
    if (isBlank(text)) return;
    const now = this.#context.model.notes.get(id)?.text;
    if (now === undefined) {
      this.warn(this.#context.words().notices.goneWhileEditing);
      return;
    }
    const merged = mergeText(base, text, now);
    if (!this.#context.pen()?.edit(id, merged.text)) {
      this.#did(editText(this.#context.doc(), id, merged.text), (say) => say.edited);
    }
    if (merged.overruled) this.warn(this.#context.words().notices.bothEdited);
  }

  /** Does what a drop came to. @returns the cluster it made, if it made one */
  lay(drop: Drop): ClusterId | null {
    const doc = this.#context.doc();
    switch (drop.do) {
      case 'nothing':
        return null;
      case 'move':
        this.#did(move(doc, drop.places), (say) => say.moved);
        return null;
      case 'pullOut':
        this.#did(pullOut(doc, drop.places), (say) => say.pulledOut);
        return null;
      case 'join': {
        const changes = this.#withRoom(drop.cluster, drop.notes, () =>
          joinCluster(doc, drop.cluster, drop.notes),
        );
        this.#did(changes, (say) => say.joined(this.#titleOf(drop.cluster)));
        return null;
      }
      case 'merge': {
        const notes = this.#context.model.view.clusters.get(drop.from)?.members ?? [];
        const changes = this.#withRoom(
          drop.into,
          notes,
          () => mergeClusters(doc, drop.from, drop.into),
          drop.from,
        );
        this.#did(changes, (say) => say.merged(this.#titleOf(drop.into)));
        return null;
      }
      case 'group': {
        const id = newId('c');
        const notes = [drop.onto, ...drop.notes];
        const make = () => makeCluster(doc, { id, title: '', pos: drop.pos }, notes);
        this.#did(this.#withRoom({ pos: drop.pos }, notes, make), (say) => say.grouped(notes.length));
        return id;
      }
    }
  }

  /** Groups notes with a note or into a cluster, as a drop on it would. @returns the cluster it made, if any */
  groupWith(notes: readonly NoteId[], other: NoteId | ClusterId): ClusterId | null {
    const { view } = this.#context.model;
    const note = view.notes.get(other as NoteId);
    const cluster = note ? note.cluster : (other as ClusterId);
    if (cluster) {
      const strangers = notes.filter((id) => view.notes.get(id)?.cluster !== cluster);
      return this.lay(strangers.length > 0 ? { do: 'join', cluster, notes: strangers } : { do: 'nothing' });
    }
    const others = notes.filter((id) => id !== other);
    if (!note || others.length === 0) return null;
    const pos: Pos = [note.x - CLUSTER_PAD, note.y - CLUSTER_HEAD];
    return this.lay({ do: 'group', onto: note.note.id, pos, notes: others });
  }

  /** Takes notes out of their cluster and lays them on open wall beside it. */
  takeOut(notes: readonly NoteId[]): void {
    const { view, spatial } = this.#context.model;
    const places: { id: NoteId; pos: Pos }[] = [];
    for (const id of notes) {
      const cluster = view.clusters.get(view.notes.get(id)?.cluster as ClusterId);
      if (!cluster) continue;
      const beside = { x: cluster.x + cluster.w + 40, y: cluster.y + CLUSTER_HEAD + places.length * 232 };
      places.push({ id, pos: freePlace(spatial, beside) });
    }
    this.#did(pullOut(this.#context.doc(), places), (say) => say.pulledOut);
  }

  name(id: ClusterId, typed: string): void {
    const title = cleanLine(typed).slice(0, CLUSTER_TITLE_MAX);
    if (title === this.#context.model.clusters.get(id)?.title) return;
    this.#did(nameCluster(this.#context.doc(), id, title), (say) => say.named(title));
  }

  setLevel(id: NoteId, level: Level | undefined): void {
    this.#did(setLevel(this.#context.doc(), id, level), (say) => say.levelled);
  }

  remove(notes: readonly NoteId[]): void {
    const inDoc = this.#context.pen()?.withdraw(notes) ?? notes;
    this.#did(removeNotes(this.#context.doc(), inDoc), (say) => say.removed(inDoc.length));
    this.#context.store.setState({ chosen: null });
  }

  undo(): void {
    this.#tellOutcome(this.#undo.undo(this.#context.doc()), 'undone');
  }

  redo(): void {
    this.#tellOutcome(this.#undo.redo(this.#context.doc()), 'redone');
  }

  /** Says it to those who listen, and shows it for a while. */
  warn(text: string): void {
    announce(text);
    this.#context.store.setState({ notice: { text } });
  }

  /** Does an op that makes a cluster grow by these notes, and moves what it would cover: one transaction, one undo. */
  #withRoom(
    cluster: ClusterId | { pos: Pos },
    notes: readonly NoteId[],
    op: () => Change[],
    gone?: ClusterId,
  ): Change[] {
    const { model, doc, isHeld } = this.#context;
    const placed = typeof cluster === 'string' ? model.view.clusters.get(cluster) : undefined;
    const pos: Pos | undefined = typeof cluster === 'string' ? placed && [placed.x, placed.y] : cluster.pos;
    if (!pos) return op();
    const own = new Set<string>([...notes, ...(placed?.members ?? []), placed?.id ?? '', gone ?? '']);
    const box = clusterBox(pos, (placed?.members.length ?? 0) + notes.length);
    const aside = makeRoom(model, box, (id) => own.has(id) || isHeld(id));
    const changes: Change[] = [];
    doc().transact(() => changes.push(...op(), ...move(doc(), aside)), OWN);
    return changes;
  }

  #did(changes: Change[], sentence: (say: Text['board']['said']) => string): void {
    if (changes.length === 0) return;
    this.#undo.did(changes);
    announce(sentence(this.#context.words().said));
  }

  #tellOutcome(outcome: 'done' | 'changed' | 'nothing', done: 'undone' | 'redone'): void {
    const { said, notices } = this.#context.words();
    if (outcome === 'done') announce(said[done]);
    else if (outcome === 'changed') this.warn(notices.changedSince);
    else announce(said.nothingToUndo);
  }

  #titleOf(id: ClusterId): string {
    return this.#context.model.clusters.get(id)?.title ?? '';
  }
}

/**
 * What can be done on a board from this screen: each deed is one op, one step of undo, and one sentence said.
 *
 * Over 300 lines: pointer, keys, menus and the outline all do their deeds here, so that they are the same deeds.
 */

import type * as Y from 'yjs';
import type { Pos, Slot } from '../../../shared/board/boardDoc.ts';
import {
  addNote,
  addNotes,
  type Change,
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  OWN,
  orderInCluster,
  pullOut,
  removeNotes,
  setLevel,
  setSlot,
} from '../../../shared/board/boardOps.ts';
import { CLUSTER_HEAD, CLUSTER_PAD, clusterBox } from '../../../shared/board/boardView.ts';
import { tidy } from '../../../shared/board/tidy.ts';
import type { Level } from '../../../shared/domain/hall.ts';
import { type ClusterId, type NoteId, newId } from '../../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, cleanLine, cleanText, isBlank } from '../../../shared/domain/note.ts';
import { announce } from '../../state/announcer.ts';
import type { Text } from '../../text/index.ts';
import { type Drop, standAt } from '../hand/dropTarget.ts';
import type { HandStore } from '../hand/handStore.ts';
import type { BoardModel } from '../model/BoardModel.ts';
import { type BoardRules, barsMove } from '../model/stationRules.ts';
import type { Point } from '../surface/camera.ts';
import { freeBlock, freePlace, freeSpot, makeRoom } from './freePlace.ts';
import type { Pen } from './hallPen.ts';
import { mergeText } from './mergeText.ts';
import { RecentEdits } from './recentEdits.ts';
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
  /** Whether this person may change the text of this note. */
  isMine(note: NoteId): boolean;
  rules(): BoardRules;
  /** Whether the server has yet to say that all that was done here is on disk. */
  isUnsaved(): boolean;
  /** Whether the document is the one that is shown: while a fresh one is fetched, nothing can be changed in it. */
  isWhole(): boolean;
  /** Keeps a text that could not be hung, so that it is there when one writes the next time. */
  keepDraft(text: string): void;
  /** What writes for this person where notes do not go into the document; null where they do. */
  pen(): Pen | null;
}

export class BoardActions {
  #context: ActionContext;
  #undo: UndoStack;
  /** Notes written at this screen; the server tells of older ones. */
  readonly written = new Set<NoteId>();
  #recent = new RecentEdits();

  constructor(context: ActionContext) {
    this.#context = context;
    this.#undo = new UndoStack(() =>
      context.store.setState({ canUndo: this.#undo.canUndo, canRedo: this.#undo.canRedo }),
    );
  }

  /** Hangs a new note, if there is anything to read in it. `slot`: its place on a timeline. */
  write(typed: string, pos: Pos, slot?: Slot): void {
    const text = cleanText(typed);
    if (isBlank(text)) return;
    const { doc, round, pen } = this.#context;
    const beside = pen();
    if (beside) {
      beside.write(text, pos, round(), slot);
      return;
    }
    const id = newId('n');
    this.written.add(id);
    const note = { id, text, pos, round: round(), at: Date.now(), slot };
    this.#did(addNote(doc(), note), (say) => say.written);
  }

  /** Hangs many notes side by side about a point, as one deed. @returns where they hang */
  writeMany(typed: readonly string[], middle: Point): Pos[] {
    const texts = typed.map(cleanText).filter((text) => !isBlank(text));
    const { doc, round, pen, model } = this.#context;
    const places = freeBlock(model.spatial, texts.length, middle);
    const beside = pen();
    if (beside) {
      texts.forEach((text, index) => {
        beside.write(text, places[index]!, round());
      });
      return places;
    }
    const at = Date.now();
    const notes = texts.map((text, index) => ({
      id: newId('n'),
      text,
      pos: places[index]!,
      round: round(),
      at: at + index,
    }));
    for (const { id } of notes) this.written.add(id);
    this.#did(addNotes(doc(), notes), (say) => say.writtenMany(notes.length));
    return places;
  }

  /**
   * Makes a note's text this one. `base` is what it was when the writing began: others may have changed it since.
   * @returns false where it can't be done just now, so that the writer must keep the text
   */
  edit(id: NoteId, base: string, typed: string): boolean {
    const text = cleanText(typed);
    if (isBlank(text)) return true;
    const now = this.#context.model.notes.get(id)?.text;
    if (now === undefined) {
      this.giveBack(text);
      return true;
    }
    if (!this.#context.isWhole()) {
      this.warn(this.#context.words().notices.fetching);
      return false;
    }
    const merged = mergeText(base, text, now);
    this.#recent.wrote(id, merged.text);
    if (!this.#context.pen()?.edit(id, merged.text)) {
      this.#did(editText(this.#context.doc(), id, merged.text), (say) => say.edited);
    }
    if (merged.overruled) this.warn(this.#context.words().notices.bothEdited);
    return true;
  }

  /** Notes were taken down by somebody: what was written into them a moment ago is given back. */
  gone(notes: Iterable<NoteId>): void {
    for (const text of this.#recent.gone(notes, this.#context.isUnsaved())) this.giveBack(text);
  }

  /** The note was taken down under the writer's hands: keeps what they wrote, and says so. */
  giveBack(text: string): void {
    this.#context.keepDraft(text);
    this.warn(this.#context.words().notices.goneWhileEditing);
  }

  /** Does what a drop came to. @returns the cluster it made, if it made one */
  lay(drop: Drop): ClusterId | null {
    const doc = this.#context.doc();
    const groups = drop.do !== 'nothing' && drop.do !== 'move';
    const clusters = drop.do === 'move' && drop.places.some(({ id }) => id.startsWith('c_'));
    if ((groups || clusters) && !this.#mayGroup()) return null;
    switch (drop.do) {
      case 'nothing':
        return null;
      case 'move':
        this.#did(move(doc, this.#allowed(drop.places)), (say) => say.moved);
        return null;
      case 'pullOut':
        this.#did(pullOut(doc, this.#allowed(drop.places)), (say) => say.pulledOut);
        return null;
      case 'order':
        this.#did(orderInCluster(doc, drop.cluster, drop.notes, drop.before), (say) => say.ordered);
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

  /** Makes a group of loose notes under a title, where the first of them hangs: one deed. @returns it */
  groupUnder(notes: readonly NoteId[], title: string): ClusterId | null {
    const { model, doc } = this.#context;
    const first = model.view.notes.get(notes[0]!);
    if (!first || !this.#mayGroup()) return null;
    const id = newId('c');
    const pos: Pos = [first.x - CLUSTER_PAD, first.y - CLUSTER_HEAD];
    const name = cleanLine(title).slice(0, CLUSTER_TITLE_MAX);
    const make = () => makeCluster(doc(), { id, title: name, pos }, notes);
    this.#did(this.#withRoom({ pos }, notes, make), (say) => say.grouped(notes.length));
    return id;
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
    this.lay({ do: 'pullOut', places });
  }

  /** Makes some of a cluster's notes a cluster of their own, beside it. @returns it */
  split(notes: readonly NoteId[]): ClusterId | null {
    const { model, doc } = this.#context;
    const home = this.#homeOf(notes);
    if (!home || notes.length === home.members.length || !this.#mayGroup()) return null;
    const stay = home.members.filter((id) => !notes.includes(id));
    const go = home.members.filter((id) => notes.includes(id));
    const id = newId('c');
    const beside = { x: home.x + home.w + 40, y: home.y };
    const pos = freeSpot(model.spatial, clusterBox([0, 0], go.length), beside);
    this.#did(makeCluster(doc(), { id, title: '', pos }, go), (say) => say.split(go.length, stay.length));
    return id;
  }

  /** Moves a note so many places back or forth in its cluster. */
  shift(note: NoteId, by: number): void {
    const home = this.#homeOf([note]);
    if (home) this.lay(standAt(home, [note], home.members.indexOf(note) + by));
  }

  /**
   * Tidies the board, or these things on it: nothing lies on anything, and all stays near where it was. What others
   * hold, and what this person may not move, stays where it is and is worked round.
   */
  tidyUp(chosen: readonly (NoteId | ClusterId)[] = []): void {
    const { model, doc, isHeld, rules, words } = this.#context;
    let barred = false;
    const stays = (id: NoteId | ClusterId) => {
      const members = model.view.clusters.get(id as ClusterId)?.members;
      if (isHeld(id) || members?.some(isHeld)) return true;
      const bars = !this.#mayMove(id);
      barred ||= bars;
      return bars;
    };
    const places = tidy(model.view, chosen.length > 0 ? { only: new Set(chosen), stays } : { stays });
    this.#did(move(doc(), places), (say) => say.tidied(places.length));
    if (barred) this.warn(rules().moveOwn ? words().rules.moveOwn : words().rules.groupingClosed);
    else if (places.length === 0) this.warn(words().said.tidyAlready);
  }

  /**
   * Names a cluster. `base` is what it was called when the writing began: others may have named it since.
   * @returns whether it is called so now
   */
  name(id: ClusterId, typed: string, base?: string): boolean {
    const title = cleanLine(typed).slice(0, CLUSTER_TITLE_MAX);
    const now = this.#context.model.clusters.get(id)?.title;
    if (title === now) return true;
    if (!this.#mayGroup()) return false;
    this.#did(nameCluster(this.#context.doc(), id, title), (say) => say.named(title));
    if (base !== undefined && now && now !== base) this.warn(this.#context.words().notices.bothNamed(now));
    return true;
  }

  /** Lays a note at a place on the timeline, or in the tray. `said`: where that is, as a sentence. */
  setSlot(id: NoteId, slot: Slot | undefined, said: string): void {
    if (this.#allowed([{ id }]).length === 0) return;
    this.#did(setSlot(this.#context.doc(), id, slot), () => said);
  }

  setLevel(id: NoteId, level: Level | undefined): void {
    this.#did(setLevel(this.#context.doc(), id, level), (say) => say.levelled);
  }

  remove(notes: readonly NoteId[]): void {
    const inDoc = this.#context.pen()?.withdraw(notes) ?? notes;
    this.#recent.forget(notes);
    this.#did(removeNotes(this.#context.doc(), inDoc), (say) => say.removed(inDoc.length));
    this.#context.store.setState({ chosen: null });
  }

  /** The newest deed, for telling whether another has come after it. */
  get lastDeed(): unknown {
    return this.#undo.last;
  }

  undo(): void {
    this.#recent.forget();
    this.#tellOutcome(this.#undo.undo(this.#context.doc()), 'undone');
  }

  redo(): void {
    this.#recent.forget();
    this.#tellOutcome(this.#undo.redo(this.#context.doc()), 'redone');
  }

  /** A fresh document has taken the place of one that the server would not have. */
  resynced(): void {
    this.#undo.dropLost(this.#context.doc());
    // What it lacks of this was refused, and has been given back as such.
    this.#recent.forget();
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
    const aside = makeRoom(model, box, (id) => own.has(id) || isHeld(id) || !this.#mayMove(id));
    const changes: Change[] = [];
    doc().transact(() => changes.push(...op(), ...move(doc(), aside)), OWN);
    return changes;
  }

  /** The cluster that all of these hang in. */
  #homeOf(notes: readonly NoteId[]) {
    const { view } = this.#context.model;
    const [first] = notes;
    const cluster = first && view.notes.get(first)?.cluster;
    const home = cluster && view.clusters.get(cluster);
    return home && notes.every((id) => view.notes.get(id)?.cluster === cluster) ? home : null;
  }

  #mayMove(id: NoteId | ClusterId): boolean {
    return !barsMove(this.#context.rules(), id, this.#context.isMine);
  }

  /** The places of what this person may move; says so where that is not all. */
  #allowed<Place extends { id: NoteId | ClusterId }>(places: readonly Place[]): Place[] {
    const allowed = places.filter(({ id }) => this.#mayMove(id));
    if (allowed.length < places.length) this.warn(this.#context.words().rules.moveOwn);
    return allowed;
  }

  /** Says so where the host has closed grouping. */
  #mayGroup(): boolean {
    if (!this.#context.rules().groupingClosed) return true;
    this.warn(this.#context.words().rules.groupingClosed);
    return false;
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

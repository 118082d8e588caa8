/**
 * Lights up the notes that are looked for and dims the others, for as long as something is looked for, and takes the
 * camera from one to the next. Follows the board: a note that comes meanwhile is lit or dimmed as it comes.
 */

import type { NoteView } from '../../../shared/board/boardDoc.ts';
import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import { announce } from '../../state/announcer.ts';
import type { Text } from '../../text/index.ts';
import type { HandStore } from '../hand/handStore.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import { fitBox } from '../surface/camera.ts';
import { asksForAnything, EVERYTHING, findNotes, foldText, NOTHING_FOUND } from './find.ts';
import type { Folds } from './folds.ts';

export interface FinderContext {
  surface: BoardSurface;
  store: HandStore;
  folds: Folds;
  /** Whether this person wrote the note. */
  wrote(note: NoteId): boolean;
  /** When this person last was here; null: never. */
  lastVisit: number | null;
  words(): Text['board'];
}

/** Notes drawn smaller than this can't be read: the camera goes nearer, in pixels a note. */
const READABLE = 110;
/** As near as the camera then goes. */
const NEAR = 0.75;
const AROUND = NOTE_SIZE;

export class BoardFinder {
  #context: FinderContext;
  #texts = new Map<NoteId, { text: string; folded: string }>();
  #lit = new Set<NoteId>();
  #dimmed = new Set<NoteId>();
  /** Folded groups of which no note fits. */
  #passed = new Set<ClusterId>();
  #stop: () => void;

  constructor(context: FinderContext) {
    this.#context = context;
    const { surface, store } = context;
    const onFlush = () => this.#look();
    surface.onFlush.add(onFlush);
    const unsubscribe = store.subscribe((now, before) => {
      if (now.finding !== before.finding) this.#look(true);
    });
    this.#stop = () => {
      surface.onFlush.delete(onFlush);
      unsubscribe();
    };
  }

  /** Whether there is an earlier visit that notes can be newer than. */
  get knowsFresh(): boolean {
    return this.#context.lastVisit !== null;
  }

  stop(): void {
    this.#stop();
  }

  open(): void {
    const { store } = this.#context;
    if (!store.getState().finding) store.setState({ finding: EVERYTHING });
  }

  close(): void {
    this.#context.store.setState({ finding: null });
  }

  /** Goes to the next note that fits, or by -1 to the one before. */
  go(by: 1 | -1): void {
    const { store, surface, folds, words } = this.#context;
    const { notes, at: before } = store.getState().found;
    if (notes.length === 0) {
      announce(words().find.none);
      return;
    }
    const at = before < 0 ? (by > 0 ? 0 : notes.length - 1) : (before + by + notes.length) % notes.length;
    const id = notes[at]!;
    const cluster = surface.model.view.notes.get(id)?.cluster;
    if (cluster && folds.has(cluster)) folds.set(cluster, false);
    store.setState({ found: { notes, at }, focused: id });
    announce(words().find.said(at + 1, notes.length, surface.model.notes.get(id)?.text ?? ''));
    // A group that was folded is laid out in the next frame; only then it is known where the note hangs.
    requestAnimationFrame(() => this.#show(id));
  }

  #show(id: NoteId): void {
    const { viewport, model } = this.#context.surface;
    const placed = model.view.notes.get(id);
    if (!placed) return;
    const box = { x: placed.x, y: placed.y, w: NOTE_SIZE, h: NOTE_SIZE };
    if (viewport.camera.z * NOTE_SIZE >= READABLE) {
      viewport.reveal(box);
      return;
    }
    viewport.stopFraming();
    const around = { x: box.x - AROUND, y: box.y - AROUND, w: box.w + AROUND * 2, h: box.h + AROUND * 2 };
    viewport.travel(fitBox(around, viewport.size, viewport.insets, NEAR));
  }

  /** @param asked the wish itself has changed, so that the person is told what came of it */
  #look(asked = false): void {
    const { store, surface, wrote, lastVisit, words } = this.#context;
    const { finding, found } = store.getState();
    if (!finding || !asksForAnything(finding)) {
      this.#mark(new Set(), new Set());
      if (found !== NOTHING_FOUND) store.setState({ found: NOTHING_FOUND });
      return;
    }
    const { view } = surface.model;
    const notes = findNotes(finding, {
      view,
      isMine: wrote,
      isFresh: (id) => lastVisit !== null && !wrote(id) && view.notes.get(id)!.note.at > lastVisit,
      folded: (note) => this.#folded(note),
    });
    const lit = new Set(notes);
    this.#mark(lit, new Set([...view.notes.keys()].filter((id) => !lit.has(id))));
    const current = found.notes[found.at];
    const same = notes.length === found.notes.length && notes.every((id, at) => id === found.notes[at]);
    if (!same) store.setState({ found: { notes, at: current ? notes.indexOf(current) : -1 } });
    if (asked) announce(notes.length > 0 ? words().find.count(notes.length) : words().find.none);
  }

  #folded(note: NoteView): string {
    const kept = this.#texts.get(note.id);
    if (kept?.text === note.text) return kept.folded;
    const folded = foldText(note.text);
    this.#texts.set(note.id, { text: note.text, folded });
    return folded;
  }

  #mark(lit: Set<NoteId>, dimmed: Set<NoteId>): void {
    const { notes, clusters, model } = this.#context.surface;
    // Notes that are folded away can't show by themselves whether they fit: their group does.
    const passed = new Set<ClusterId>();
    for (const { id, folded, members } of dimmed.size > 0 ? model.view.clusters.values() : [])
      if (folded && !members.some((note) => lit.has(note))) passed.add(id);
    for (const id of this.#passed) if (!passed.has(id)) clusters.mark(id, 'dimmed', false);
    for (const id of passed) clusters.mark(id, 'dimmed', true);
    this.#passed = passed;
    for (const id of this.#lit) if (!lit.has(id)) notes.mark(id, 'lit', false);
    for (const id of this.#dimmed) if (!dimmed.has(id)) notes.mark(id, 'dimmed', false);
    for (const id of lit) if (!this.#lit.has(id)) notes.mark(id, 'lit', true);
    for (const id of dimmed) if (!this.#dimmed.has(id)) notes.mark(id, 'dimmed', true);
    [this.#lit, this.#dimmed] = [lit, dimmed];
  }
}

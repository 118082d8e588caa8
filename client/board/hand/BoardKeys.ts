/**
 * The board by keyboard. It is one tab stop; within it the arrows go from thing to thing. Single letters count only
 * while the board itself has the focus.
 *
 * Over 300 lines: all keys side by side, with what is lifted by them.
 */

import { CLUSTER_HEAD, NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import { announce } from '../../state/announcer.ts';
import type { Text } from '../../text/index.ts';
import type { BoardActions } from '../deeds/BoardActions.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import { type Point, toWorld } from '../surface/camera.ts';
import type { BoardHand } from './BoardHand.ts';
import type { Load } from './Carry.ts';
import type { Target } from './gestures.ts';
import type { HandStore } from './handStore.ts';
import { type Direction, nearestInDirection, nearestTo } from './nearest.ts';

export interface KeysContext {
  surface: BoardSurface;
  hand: BoardHand;
  actions: BoardActions;
  store: HandStore;
  mayWrite(): boolean;
  words(): Text['board'];
  roundName(n: number): string;
  /** Opens a new note in the middle of the view. */
  write(): void;
  /** Takes away what is chosen, where this person may. */
  remove(): void;
  /** Moves the focus to the menu of what is chosen. */
  toMenu(): void;
  /** Shows the keys. */
  help(): void;
}

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const STEP: Record<Direction, Point> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** World units a press; with shift a note's width. */
const NUDGE = 40;
const LEAP = NOTE_SIZE + 20;

/** Keys for what is chosen. */
const ABOUT_CHOSEN = /^([gm]|Delete|Backspace)$/i;

export class BoardKeys {
  #context: KeysContext;
  #hand: Point = { x: 0, y: 0 };
  #gone = new AbortController();
  #unsubscribe: () => void;

  constructor(context: KeysContext) {
    this.#context = context;
    context.surface.element.addEventListener('keydown', (event) => this.#press(event), {
      signal: this.#gone.signal,
    });
    context.surface.element.addEventListener('blur', () => this.#letGo(), { signal: this.#gone.signal });
    document.addEventListener('keydown', (event) => this.#pressBeside(event), { signal: this.#gone.signal });
    this.#unsubscribe = context.store.subscribe(({ focused: now }, { focused: before }) => {
      if (now === before) return;
      if (before) this.#mark(before, false);
      if (now) this.#mark(now, true);
    });
  }

  stop(): void {
    this.#gone.abort();
    this.#unsubscribe();
  }

  #press(event: KeyboardEvent): void {
    if (event.target !== this.#context.surface.element || event.isComposing) return;
    if (this.#do(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Who has just pressed «Rydd» is on its button, and takes it back by the same keys as on the board. */
  #pressBeside(event: KeyboardEvent): void {
    const { target } = event;
    const { element } = this.#context.surface;
    const beside = target === document.body || target instanceof HTMLButtonElement;
    if (!beside || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    // While the list or the timeline is shown, its own keys count.
    if (getComputedStyle(element).visibility === 'hidden') return;
    if (this.#takesBack(event)) event.preventDefault();
  }

  /** @returns whether the keys were those of undo and redo */
  #takesBack({ ctrlKey, metaKey, shiftKey, key }: KeyboardEvent): boolean {
    const { actions, hand, mayWrite } = this.#context;
    const letter = key.toLowerCase();
    if (!(ctrlKey || metaKey) || !mayWrite() || !'zy'.includes(letter)) return false;
    // What is taken back may be what is held: it would be told that somebody else took it from the hand.
    hand.abort();
    if (letter === 'y' || (letter === 'z' && shiftKey)) actions.redo();
    else actions.undo();
    return true;
  }

  /** @returns whether the key was ours */
  #do(event: KeyboardEvent): boolean {
    const { surface, store, mayWrite, hand } = this.#context;
    const direction = ARROWS[event.key];
    if (direction && !event.altKey && !event.ctrlKey && !event.metaKey) {
      this.#liftPicked();
      if (store.getState().carrying) this.#nudge(direction, event.shiftKey ? LEAP : NUDGE);
      else this.#go(direction);
      return true;
    }
    if (event.ctrlKey || event.metaKey) return this.#takesBack(event);
    if (event.altKey) return false;
    const middle = { x: surface.viewport.size.w / 2, y: surface.viewport.size.h / 2 };
    switch (event.key) {
      case 'Escape':
        return this.#escape();
      case '?':
        this.#context.help();
        return true;
      case '+':
      case '=':
        surface.viewport.zoom(middle, 1.25);
        return true;
      case '-':
        surface.viewport.zoom(middle, 0.8);
        return true;
      case '0':
        surface.viewport.travel(surface.viewport.fitted());
        return true;
      case 'f':
      case 'F': {
        const { focused } = store.getState();
        return focused !== null && hand.fold(focused);
      }
      case 'Home':
        this.#focus(nearestTo(toWorld(surface.viewport.camera, { x: 0, y: 0 }), this.#things()));
        return true;
    }
    return mayWrite() && this.#change(event.key);
  }

  /** Keys that change something. */
  #change(key: string): boolean {
    const { store, hand, write, remove, toMenu, words } = this.#context;
    const { focused, carrying, pick } = store.getState();
    const target = focused ? this.#targetOf(focused) : null;
    // Where the ring still stands, after the menu was closed too, is what the next key is about.
    if (target && !pick && !store.getState().chosen && ABOUT_CHOSEN.test(key)) hand.choose(target);
    switch (key) {
      case ' ':
      case 'Enter':
        if (carrying) this.#putDown();
        // A pointer holds something: let it.
        else if (hand.carry.isActive) return true;
        else if (pick && target) hand.answer(pick, target, this.#pointOf(focused!)!);
        else if (!target) return false;
        else if (key === ' ') this.#pickUp(target);
        else hand.open(target);
        return true;
      case 'g':
      case 'G': {
        const { chosen } = store.getState();
        if (!chosen || carrying) return false;
        const merges = chosen.kind === 'cluster';
        store.setState({
          pick: merges
            ? { kind: 'merge', cluster: chosen.cluster }
            : { kind: 'partner', notes: [...chosen.notes] },
        });
        announce(merges ? words().pick.merge : words().pick.partner);
        return true;
      }
      case 'm':
      case 'M':
        toMenu();
        return true;
      case 'n':
      case 'N':
        write();
        return true;
      case 'Delete':
      case 'Backspace':
        remove();
        return true;
    }
    return false;
  }

  #escape(): boolean {
    const { store, hand, words } = this.#context;
    const { carrying, pick, chosen } = store.getState();
    if (carrying) {
      this.#letGo();
      announce(words().said.putBack);
    } else if (pick) {
      store.setState({ pick: null });
      announce(words().said.cancelled);
    } else if (chosen) {
      hand.abort();
      store.setState({ chosen: null, focused: null });
    } else {
      hand.abort();
    }
    return true;
  }

  #go(direction: Direction): void {
    const { surface, store } = this.#context;
    const { focused } = store.getState();
    const from = focused ? this.#pointOf(focused) : null;
    const middle = toWorld(surface.viewport.camera, {
      x: surface.viewport.size.w / 2,
      y: surface.viewport.size.h / 2,
    });
    const next = from
      ? nearestInDirection(from, direction, this.#things())
      : nearestTo(middle, this.#things());
    if (next) this.#focus(next);
  }

  #focus(id: NoteId | ClusterId | null): void {
    if (!id) return;
    const { surface, store, hand } = this.#context;
    if (!store.getState().pick) hand.choose(this.#targetOf(id)!);
    store.setState({ focused: id });
    const note = surface.model.view.notes.get(id as NoteId);
    const box = note
      ? { x: note.x, y: note.y, w: NOTE_SIZE, h: NOTE_SIZE }
      : surface.model.view.clusters.get(id as ClusterId)!;
    surface.viewport.stopFraming();
    surface.viewport.reveal(note ? box : { ...box, h: Math.min(box.h, CLUSTER_HEAD + NOTE_SIZE) });
    announce(this.#describe(id));
  }

  #describe(id: NoteId | ClusterId): string {
    const { surface, words, roundName } = this.#context;
    const { said } = words();
    const placed = surface.model.view.notes.get(id as NoteId);
    if (!placed) {
      const cluster = surface.model.view.clusters.get(id as ClusterId)!;
      return said.cluster(cluster.title, cluster.members.length);
    }
    const cluster = placed.cluster ? surface.model.view.clusters.get(placed.cluster) : undefined;
    return said.note(placed.note.text, roundName(placed.note.round), cluster ? cluster.title : null);
  }

  #pickUp(target: Target): void {
    if (target.kind === 'wall') return;
    this.#lift(target.kind === 'note' ? { notes: [target.id] } : { cluster: target.id }, target.id);
  }

  /** What is to be moved, by the menu: who has no finger to show the place with moves it there by arrows. */
  #liftPicked(): void {
    const { store } = this.#context;
    const { pick } = store.getState();
    if (pick?.kind !== 'placeNotes' && pick?.kind !== 'placeCluster') return;
    store.setState({ pick: null });
    if (pick.kind === 'placeNotes') this.#lift({ notes: pick.notes }, pick.notes[0]!);
    else this.#lift({ cluster: pick.cluster }, pick.cluster);
  }

  #lift(load: Load, by: NoteId | ClusterId): void {
    const { hand, store, actions, words } = this.#context;
    const grip = this.#pointOf(by)!;
    if (!hand.carry.lift(load, grip)) {
      actions.warn(hand.carry.whyNot(load) ?? words().notices.goneFromHand);
      return;
    }
    this.#hand = grip;
    store.setState({ carrying: true });
    announce(words().said.pickedUp);
  }

  #nudge(direction: Direction, by: number): void {
    const { hand, surface, words } = this.#context;
    const { x, y } = STEP[direction];
    this.#hand = { x: this.#hand.x + x * by, y: this.#hand.y + y * by };
    const before = hand.carry.target;
    // Each press rests: what is under it counts as hovered long enough.
    hand.carry.carry(this.#hand, performance.now());
    const { target, box } = hand.carry;
    if (box) surface.viewport.reveal(box);
    if (target && target !== before) {
      announce(target.kind === 'note' ? words().hint.group : words().hint.join);
    }
    surface.loop.request();
  }

  #putDown(): void {
    const { hand, actions, store } = this.#context;
    store.setState({ carrying: false });
    const made = actions.lay(hand.carry.drop());
    if (made) store.setState({ editing: { kind: 'title', id: made }, chosen: null });
  }

  #letGo(): void {
    const { store, hand } = this.#context;
    if (!store.getState().carrying) return;
    store.setState({ carrying: false });
    hand.carry.restore();
  }

  #mark(id: NoteId | ClusterId, on: boolean): void {
    const { notes, clusters } = this.#context.surface;
    if (id.startsWith('c_')) clusters.mark(id as ClusterId, 'focused', on);
    else notes.mark(id as NoteId, 'focused', on);
  }

  #targetOf(id: NoteId | ClusterId): Target | null {
    const { view } = this.#context.surface.model;
    if (view.notes.has(id as NoteId)) return { kind: 'note', id: id as NoteId };
    if (view.clusters.has(id as ClusterId)) return { kind: 'cluster', id: id as ClusterId, part: 'title' };
    return null;
  }

  #pointOf(id: NoteId | ClusterId): Point | null {
    const { view } = this.#context.surface.model;
    const note = view.notes.get(id as NoteId);
    if (note) return { x: note.x + NOTE_SIZE / 2, y: note.y + NOTE_SIZE / 2 };
    const cluster = view.clusters.get(id as ClusterId);
    return cluster ? { x: cluster.x + NOTE_SIZE / 2, y: cluster.y + CLUSTER_HEAD / 2 } : null;
  }

  *#things(): Iterable<readonly [NoteId | ClusterId, Point]> {
    const { view } = this.#context.surface.model;
    for (const [id, { folded }] of view.notes) if (!folded) yield [id, this.#pointOf(id)!];
    for (const id of view.clusters.keys()) yield [id, this.#pointOf(id)!];
  }
}

/**
 * The hand of the person at this board: does what the gesture machine says. Taps choose, or answer what is being
 * picked; everything a drag does can be had by them too.
 *
 * Over 300 lines: the machine's effects only make sense side by side.
 */

import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { Text } from '../../text/index.ts';
import type { BoardActions } from '../deeds/BoardActions.ts';
import type { Folds } from '../model/folds.ts';
import { type BoardRules, barsMove } from '../model/stationRules.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import { type Point, toWorld } from '../surface/camera.ts';
import type { OwnMotion } from '../surface/motion.ts';
import { answerPick } from './answerPick.ts';
import { Carry, type Load } from './Carry.ts';
import { EdgePan } from './edgePan.ts';
import type { Device, Effect, Target } from './gestures.ts';
import { chosenNotes, type HandStore, type Pick } from './handStore.ts';
import { Marquee, worldBetween } from './Marquee.ts';
import { listenToPointers, type PointerInput } from './pointerInput.ts';
import { showWhatIsUnder, targetAt } from './underPointer.ts';

export interface HandContext {
  surface: BoardSurface;
  actions: BoardActions;
  store: HandStore;
  motion: OwnMotion;
  mayWrite(): boolean;
  /** Whether this person may change the text of this note, or take it away. */
  isMine(note: NoteId): boolean;
  /** What the station's rules leave this person. */
  rules(): BoardRules;
  folds: Folds;
  words(): Text['board'];
}

/** How far beside a thing one may point and still mean it, in pixels: fingers are wider than arrows. */
const REACH: Record<Device, number> = { mouse: 2, pen: 8, touch: 14 };
const FLING_FRICTION = 0.994;
const NOTE_MIDDLE = NOTE_SIZE / 2;

export class BoardHand {
  readonly carry: Carry;
  /** Set by the open editor: keeps what is written and closes it. */
  closeEditor: (() => void) | null = null;
  #context: HandContext;
  #input: PointerInput;
  #point: Point = { x: 0, y: 0 };
  #byPointer = false;
  #byTouch = false;
  #edges = new EdgePan();
  #fling: Point | null = null;
  #lastFrame = 0;
  #marquee: Marquee;
  #unsubscribe: () => void;

  constructor(context: HandContext) {
    this.#context = context;
    const { surface, store, motion } = context;
    this.carry = new Carry(surface, motion, {
      words: () => ({ ...context.words().hint, ...context.words().notices, ...context.words().rules }),
      mayMove: (note) => !barsMove(context.rules(), note, context.isMine),
      mayGroup: () => !context.rules().groupingClosed,
    });
    this.#marquee = new Marquee(surface.viewport.over);
    surface.beforeDraw.push((now) => this.#frame(now));
    this.#input = listenToPointers(surface.element, {
      targetAt: (event, point) => {
        this.#byTouch = event.pointerType === 'touch';
        return targetAt(surface, event, point, REACH[event.pointerType as Device]);
      },
      mayLift: () => context.mayWrite() && store.getState().pick === null,
      isChoosing: () => store.getState().pick?.kind === 'more',
      run: (effect) => this.#run(effect),
      turned: () => this.#tellDoing(),
      wheel: (point, dx, dy, zoom) => this.#wheel(point, dx, dy, zoom),
    });
    showWhatIsUnder(surface);
    const onFlush = () => this.#lookInHand();
    surface.onFlush.add(onFlush);
    const unsubscribe = store.subscribe((now, before) => {
      if (now.editing !== before.editing) this.#input.tell({ type: now.editing ? 'editBegan' : 'editEnded' });
      if (now.chosen !== before.chosen) this.#showChosen(before.chosen, now.chosen);
      this.#tellDoing();
    });
    this.#unsubscribe = () => {
      unsubscribe();
      surface.onFlush.delete(onFlush);
    };
  }

  stop(): void {
    this.#input.stop();
    this.#unsubscribe();
  }

  /** Lets go of whatever is under way, by pointer or by key: what was lifted goes back. */
  abort(): void {
    this.#input.tell({ type: 'abort' });
    this.#byPointer = false;
    this.carry.restore();
    const { store } = this.#context;
    if (store.getState().carrying) store.setState({ carrying: false });
  }

  /** Somebody else may have taken down what is held here. */
  #lookInHand(): void {
    if (!this.carry.isGone) return;
    this.abort();
    this.#context.actions.warn(this.#context.words().notices.goneFromHand);
  }

  // ── choosing ───────────────────────────────────────────────────────────────────────────────────────────────

  choose(target: Target, extend = false): void {
    const { store } = this.#context;
    if (target.kind === 'note') {
      const before = chosenNotes(store.getState());
      const without = before.filter((id) => id !== target.id);
      const notes = !extend ? [target.id] : without.length < before.length ? without : [...before, target.id];
      store.setState({ chosen: notes.length > 0 ? { kind: 'notes', notes } : null });
    } else if (target.kind === 'cluster') {
      store.setState({ chosen: { kind: 'cluster', cluster: target.id } });
    } else {
      store.setState({ chosen: null, focused: null });
    }
  }

  /** Opens what was tapped for writing, if this person may write there. */
  open(target: Target, at?: Point): void {
    const { store, actions, isMine, words, mayWrite } = this.#context;
    if (!mayWrite()) return;
    if (target.kind === 'note') {
      if (isMine(target.id)) store.setState({ editing: { kind: 'note', id: target.id }, chosen: null });
      else actions.warn(words().notices.notYours);
    } else if (target.kind === 'cluster') {
      if (this.#context.rules().groupingClosed) actions.warn(words().rules.groupingClosed);
      else store.setState({ editing: { kind: 'title', id: target.id }, chosen: null });
    } else if (at) {
      const pos = [Math.round(at.x - NOTE_MIDDLE), Math.round(at.y - NOTE_MIDDLE)] as const;
      store.setState({ editing: { kind: 'new', pos }, chosen: null });
    }
  }

  /** Folds or opens a cluster, or that of a note. @returns whether there was one */
  fold(id: NoteId | ClusterId): boolean {
    const { surface, folds, store } = this.#context;
    const { view } = surface.model;
    const cluster = view.notes.get(id as NoteId)?.cluster ?? (id as ClusterId);
    if (!view.clusters.has(cluster)) return false;
    folds.toggle(cluster);
    // A note that can't be seen any more can't have the focus either.
    if (store.getState().focused) store.setState({ focused: cluster });
    return true;
  }

  /** Answers what is being picked with a thing or a place. */
  answer(pick: Pick, target: Target, at: Point): void {
    const { actions, store, surface, mayWrite, words } = this.#context;
    // The host may have paused writing since it was begun.
    if (!mayWrite()) {
      store.setState({ pick: null });
      actions.warn(words().rules.frozen);
      return;
    }
    if (pick.kind === 'more') {
      if (target.kind === 'note') this.choose(target, true);
      else if (target.kind === 'cluster')
        this.#chooseAlso(surface.model.view.clusters.get(target.id)?.members ?? []);
      return;
    }
    const answered = answerPick(pick, target, at, { model: surface.model, actions });
    if (answered.again) return;
    store.setState({ pick: null });
    this.made(answered.made);
  }

  // ── effects ────────────────────────────────────────────────────────────────────────────────────────────────

  #run(effect: Effect): void {
    this.#fling = null;
    const { surface, store } = this.#context;
    switch (effect.do) {
      case 'pan':
        surface.viewport.pan(effect.dx, effect.dy);
        break;
      case 'fling':
        if (!surface.viewport.reducedMotion && Math.hypot(effect.speed.x, effect.speed.y) > 0.3)
          this.#fling = effect.speed;
        surface.loop.request();
        break;
      case 'zoom':
        surface.viewport.pan(effect.dx, effect.dy);
        surface.viewport.zoom(effect.about, effect.factor);
        break;
      case 'tap':
        this.#tap(effect.target, effect.point, effect.extend);
        break;
      case 'doubleTap':
        if (store.getState().pick || isFold(effect.target)) this.#tap(effect.target, effect.point, false);
        else this.open(effect.target, toWorld(surface.viewport.camera, effect.point));
        break;
      case 'lift':
        this.#lift(effect.target, effect.point);
        break;
      case 'carry':
        this.#point = effect.point;
        surface.loop.request();
        break;
      case 'drop':
        this.#point = effect.point;
        this.#drop();
        break;
      case 'restore':
        this.#byPointer = false;
        this.carry.restore();
        break;
      case 'marquee':
        this.#marquee.show(effect.from, effect.to);
        break;
      case 'marqueeDone':
        this.#marquee.hide();
        this.#chooseWithin(effect.from, effect.to);
        break;
      case 'marqueeGone':
        this.#marquee.hide();
        break;
      case 'closeEdit':
        this.closeEditor?.();
        break;
      case 'waitForHold':
      case 'forgetHold':
        break;
    }
  }

  #tap(target: Target, point: Point, extend: boolean): void {
    const { store, surface } = this.#context;
    const { pick, chosen } = store.getState();
    store.setState({ focused: null });
    if (target.kind === 'cluster' && target.part === 'fold' && !pick) {
      this.#context.folds.toggle(target.id);
    } else if (pick) {
      this.answer(pick, target, toWorld(surface.viewport.camera, point));
    } else if (target.kind === 'cluster' && target.part === 'title') {
      const again = chosen?.kind === 'cluster' && chosen.cluster === target.id;
      const unnamed = surface.model.clusters.get(target.id)?.title === '';
      if (again || unnamed) this.open(target);
      else this.choose(target);
    } else {
      this.choose(target, extend);
    }
  }

  #lift(target: Target, point: Point): void {
    const { surface, store, actions } = this.#context;
    const load = this.#loadFor(target);
    if (!load) return;
    this.#point = point;
    this.#edges.begin();
    this.#byPointer = this.carry.lift(load, toWorld(surface.viewport.camera, point));
    if (!this.#byPointer) {
      actions.warn(this.carry.whyNot(load) ?? this.#context.words().notices.goneFromHand);
      return;
    }
    surface.viewport.stopFraming();
    const { chosen, carrying } = store.getState();
    // What the keyboard held went back.
    if (carrying) store.setState({ carrying: false });
    const many = 'notes' in load && load.notes.length > 1;
    if (!many && chosen) store.setState({ chosen: null });
    navigator.vibrate?.(12);
    surface.loop.request();
  }

  #drop(): void {
    if (!this.#byPointer) return;
    // The host may have paused writing, or the line be cut for good, while it was in the hand.
    if (!this.#context.mayWrite()) {
      this.abort();
      return;
    }
    this.carry.carry(toWorld(this.#context.surface.viewport.camera, this.#point), performance.now());
    this.#byPointer = false;
    this.made(this.#context.actions.lay(this.carry.drop()));
  }

  /**
   * A cluster that has just been made asks for its name, gently: its title opens, and any tap closes it. By touch it
   * is only chosen, with its name a tap away: a keyboard that comes up by itself would cover half the board.
   */
  made(cluster: ClusterId | null): void {
    if (!cluster) return;
    const { store } = this.#context;
    if (this.#byTouch) store.setState({ chosen: { kind: 'cluster', cluster } });
    else store.setState({ editing: { kind: 'title', id: cluster }, chosen: null });
  }

  #loadFor(target: Target): Load | null {
    if (target.kind === 'wall') return null;
    if (target.kind === 'cluster') return { cluster: target.id };
    const chosen = chosenNotes(this.#context.store.getState());
    const others = chosen.includes(target.id) ? chosen.filter((id) => id !== target.id) : [];
    return { notes: [target.id, ...others] };
  }

  // ── frames, wheel, hits ────────────────────────────────────────────────────────────────────────────────────

  #frame(now: number): boolean {
    const { surface } = this.#context;
    const ms = Math.min(50, now - this.#lastFrame);
    this.#lastFrame = now;
    if (this.#byPointer) {
      const push = this.#edges.push(this.#point, surface.viewport.size, surface.viewport.insets, ms);
      if (push.x !== 0 || push.y !== 0) surface.viewport.pan(push.x, push.y);
      this.carry.carry(toWorld(surface.viewport.camera, this.#point), now);
      return true;
    }
    const untold = this.carry.tell(now);
    if (!this.#fling) return untold;
    const { x, y } = this.#fling;
    surface.viewport.pan(x * ms, y * ms);
    const slower = FLING_FRICTION ** ms;
    this.#fling = { x: x * slower, y: y * slower };
    if (Math.hypot(x, y) < 0.03) this.#fling = null;
    return untold || this.#fling !== null;
  }

  #wheel(point: Point, dx: number, dy: number, zoom: boolean): void {
    this.#fling = null;
    const { surface } = this.#context;
    // A mouse wheel's notch is far larger than a pinch's step on a touch pad.
    if (zoom) surface.viewport.zoom(point, Math.exp(-Math.max(-60, Math.min(60, dy)) * 0.009));
    else surface.viewport.pan(-dx, -dy);
  }

  #showChosen(before: ReturnType<HandStore['getState']>['chosen'], now: typeof before): void {
    const { notes, clusters } = this.#context.surface;
    if (before?.kind === 'notes') for (const id of before.notes) notes.mark(id, 'selected', false);
    else if (before) clusters.mark(before.cluster, 'selected', false);
    if (now?.kind === 'notes') for (const id of now.notes) notes.mark(id, 'selected', true);
    else if (now) clusters.mark(now.cluster, 'selected', true);
  }

  #chooseWithin(from: Point, to: Point): void {
    const { surface } = this.#context;
    const inside = surface.model.spatial.notes.within(worldBetween(surface.viewport.camera, from, to));
    this.#chooseAlso(inside);
  }

  #chooseAlso(more: readonly NoteId[]): void {
    const { store } = this.#context;
    const notes = [...new Set([...chosenNotes(store.getState()), ...more])];
    store.setState({ chosen: notes.length > 0 ? { kind: 'notes', notes } : null });
  }

  #tellDoing(): void {
    const { surface, store } = this.#context;
    surface.element.dataset.doing = store.getState().pick ? 'pick' : this.#input.state;
  }
}

const isFold = (target: Target) => target.kind === 'cluster' && target.part === 'fold';

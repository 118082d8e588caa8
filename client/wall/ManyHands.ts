/**
 * Several people's fingers on one board. Each finger that comes down on a note or a group carries it by itself, at
 * once; fingers on bare wall pan, and two of them pinch, while nobody carries anything. It takes the pointers before
 * the board's own hand, which is of one person, sees them.
 */

import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import { Carry, type CarryContext, type Load } from '../board/hand/Carry.ts';
import type { Target } from '../board/hand/gestures.ts';
import { targetAt } from '../board/hand/underPointer.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { type Point, toWorld } from '../board/surface/camera.ts';
import { OwnMotion } from '../board/surface/motion.ts';
import { type Grip, pinchStep } from './pinch.ts';

interface HandsContext extends CarryContext {
  mayWrite(): boolean;
  goneFromHand(): string;
}

/** A finger that is down. `carry`: null while it only touches, or holds bare wall. */
interface Finger {
  target: Target;
  start: Point;
  point: Point;
  carry: Carry | null;
  load: Load | null;
}

/** Fingers are wider than arrows, and people at a wall point with their arms stretched. */
const REACH = 18;
const SLACK = 8;

export class ManyHands {
  #host: HTMLElement;
  #board: OpenBoard;
  #context: HandsContext;
  #fingers = new Map<number, Finger>();
  /** Each has elements of its own on the board: they are used again. */
  #idle: Carry[] = [];
  #gone = new AbortController();

  /** Called whenever somebody touches the wall. */
  onTouch: () => void = () => {};

  constructor(host: HTMLElement, board: OpenBoard, context: HandsContext) {
    this.#host = host;
    this.#board = board;
    this.#context = context;
    const options = { capture: true, signal: this.#gone.signal };
    const heard = (name: string, hear: (event: PointerEvent) => void) =>
      host.addEventListener(
        name,
        (event) => {
          event.stopPropagation();
          event.preventDefault();
          hear(event as PointerEvent);
        },
        options,
      );
    heard('pointerdown', (event) => this.#down(event));
    heard('pointermove', (event) => this.#move(event));
    heard('pointerup', (event) => this.#up(event));
    heard('pointercancel', (event) => this.#lose(event.pointerId));
    heard('lostpointercapture', (event) => this.#lose(event.pointerId));
    window.addEventListener('blur', () => this.abort(), { signal: this.#gone.signal });
    board.surface.beforeDraw.push((now) => this.#frame(now));
    board.surface.onFlush.add(this.#flushed);
  }

  /** Whether any finger is down. */
  get busy(): boolean {
    return this.#fingers.size > 0;
  }

  /** Lets everything go back to where it was. */
  abort(): void {
    for (const pointer of [...this.#fingers.keys()]) this.#lose(pointer);
  }

  stop(): void {
    this.abort();
    this.#gone.abort();
    this.#board.surface.onFlush.delete(this.#flushed);
  }

  #down(event: PointerEvent): void {
    this.onTouch();
    const { surface } = this.#board;
    const point = this.#pointOf(event);
    this.#host.setPointerCapture(event.pointerId);
    surface.viewport.stopFraming();
    const target = targetAt(surface, event, point, REACH);
    this.#fingers.set(event.pointerId, { target, start: point, point, carry: null, load: null });
  }

  #move(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (!finger) return;
    this.onTouch();
    const before = finger.point;
    const point = this.#pointOf(event);
    if (finger.target.kind === 'wall') {
      this.#pan(event.pointerId, before, point);
      finger.point = point;
      return;
    }
    finger.point = point;
    const far = Math.hypot(point.x - finger.start.x, point.y - finger.start.y) > SLACK;
    if (!finger.carry && !finger.load && far) this.#lift(finger);
    this.#board.surface.loop.request();
  }

  #up(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (!finger) return;
    const { carry, target, load } = finger;
    if (carry) {
      if (!this.#context.mayWrite()) {
        this.#lose(event.pointerId);
        return;
      }
      finger.point = this.#pointOf(event);
      this.#carryOn(finger, performance.now());
      this.#fingers.delete(event.pointerId);
      this.#board.actions.lay(carry.drop());
      this.#idle.push(carry);
      return;
    }
    this.#fingers.delete(event.pointerId);
    if (!load && target.kind === 'cluster' && target.part === 'fold') this.#board.folds.toggle(target.id);
  }

  #lift(finger: Finger): void {
    const { actions, surface } = this.#board;
    const load = loadFor(finger.target);
    if (!load || !this.#context.mayWrite()) return;
    finger.load = load;
    if (this.#isInAnotherHand(load)) return;
    const carry = this.#idle.pop() ?? this.#newCarry();
    if (carry.lift(load, toWorld(surface.viewport.camera, finger.start))) {
      finger.carry = carry;
    } else {
      this.#idle.push(carry);
      actions.warn(carry.whyNot(load) ?? this.#context.goneFromHand());
    }
  }

  #newCarry(): Carry {
    const { surface, connection } = this.#board;
    return new Carry(surface, new OwnMotion((moves) => connection.sendMoves(moves)), this.#context);
  }

  /** A note, or the group that it hangs in, is held by another finger on this wall. */
  #isInAnotherHand(load: Load): boolean {
    const { view } = this.#board.surface.model;
    const things = (of: Load): (NoteId | ClusterId)[] =>
      'cluster' in of ? [of.cluster, ...(view.clusters.get(of.cluster)?.members ?? [])] : [...of.notes];
    const wanted = new Set(things(load));
    for (const { carry, load: held } of this.#fingers.values()) {
      if (carry && held && things(held).some((id) => wanted.has(id))) return true;
    }
    return false;
  }

  /** The wall's picture is everybody's: it stands still while somebody carries something. */
  #pan(pointer: number, from: Point, to: Point): void {
    const fingers = [...this.#fingers];
    if (fingers.some(([, { carry }]) => carry)) return;
    const { viewport } = this.#board.surface;
    const other = fingers.find(([id, { target }]) => id !== pointer && target.kind === 'wall');
    if (!other) {
      viewport.pan(to.x - from.x, to.y - from.y);
      return;
    }
    const still = other[1].point;
    const grip = (point: Point): Grip => ({ a: point, b: still });
    const { about, factor, dx, dy } = pinchStep(grip(from), grip(to));
    viewport.pan(dx, dy);
    viewport.zoom(about, factor);
  }

  #frame(now: number): boolean {
    let any = false;
    for (const finger of this.#fingers.values()) {
      if (!finger.carry) continue;
      this.#carryOn(finger, now);
      any = true;
    }
    return any;
  }

  #carryOn({ carry, point }: Finger, now: number): void {
    carry?.carry(toWorld(this.#board.surface.viewport.camera, point), now);
  }

  #lose(pointer: number): void {
    const finger = this.#fingers.get(pointer);
    if (!finger) return;
    this.#fingers.delete(pointer);
    if (!finger.carry) return;
    finger.carry.restore();
    this.#idle.push(finger.carry);
  }

  /** Somebody elsewhere may have taken down what is held here. */
  #flushed = (): void => {
    for (const [pointer, { carry }] of [...this.#fingers]) {
      if (!carry?.isGone) continue;
      this.#lose(pointer);
      this.#board.actions.warn(this.#context.goneFromHand());
    }
  };

  #pointOf(event: PointerEvent): Point {
    const { left, top } = this.#host.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

function loadFor(target: Target): Load | null {
  if (target.kind === 'wall') return null;
  return target.kind === 'cluster' ? { cluster: target.id } : { notes: [target.id] };
}

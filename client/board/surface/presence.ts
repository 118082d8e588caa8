/**
 * Who is at work on a board, without noise: a pen on each note whose text somebody has open, and, where few are here,
 * the others' mouse pointers. Nothing of it has a name, and at anonymous stations nothing of it is told at all: it
 * would tie a note to the hand that moves the others.
 */

import type { NoteId } from '../../../shared/domain/ids.ts';
import { type HeldMove, MOTION, type MotionState } from '../../../shared/protocol/boardFrames.ts';
import { noteOfPen, POINTER, penOn } from '../../../shared/protocol/presence.ts';
import type { BoardConnection } from '../../sync/boardConnection.ts';
import type { HandStore } from '../hand/handStore.ts';
import type { BoardSurface } from './BoardSurface.ts';
import { type Point, toWorld } from './camera.ts';
import css from './presence.module.css';

/** With this many here, pointers would be a swarm. */
export const POINTERS_BELOW = 25;
const POINTER_MS = 100;
/** A pointer that has not moved for so long says nothing any more. */
const IDLE_MS = 8_000;

export interface PresenceParts {
  surface: BoardSurface;
  store: HandStore;
  connection: BoardConnection;
  /** How many are here. */
  people(): number;
  anonymous(): boolean;
}

/** Shows others' pens and pointers, and tells of one's own. @returns what stops it */
export function showPresence(parts: PresenceParts): () => void {
  const others = new OthersPresence(parts.surface);
  const pen = new OwnPen(parts);
  const pointer = new OwnPointer(parts);
  const stops = [
    parts.connection.onPresence((moves) => others.take(moves)),
    parts.connection.state.subscribe((now, before) => {
      if (now.status === before.status) return;
      // Who was where will be told anew; and so must this one's be.
      if (now.status !== 'live') others.clear();
      else pen.tellAnew();
    }),
    () => pen.stop(),
    () => pointer.stop(),
    () => others.clear(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Tells which note's text is open here. */
class OwnPen {
  readonly #parts: PresenceParts;
  readonly #unsubscribe: () => void;
  #on: NoteId | null = null;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    this.#unsubscribe = parts.store.subscribe(() => this.#tell());
  }

  /** The connection is another, which knows nothing of it. */
  tellAnew(): void {
    this.#on = null;
    this.#tell();
  }

  stop(): void {
    this.#unsubscribe();
    if (this.#on) this.#send(this.#on, MOTION.cancelled);
  }

  #tell(): void {
    const { editing } = this.#parts.store.getState();
    const on = editing?.kind === 'note' && !this.#parts.anonymous() ? editing.id : null;
    if (on === this.#on) return;
    if (this.#on) this.#send(this.#on, MOTION.cancelled);
    if (on) this.#send(on, MOTION.held);
    this.#on = on;
  }

  #send(note: NoteId, state: MotionState): void {
    const { x, y } = this.#parts.surface.restOf(note) ?? { x: 0, y: 0 };
    this.#parts.connection.sendMoves([{ id: penOn(note), state, x: Math.round(x), y: Math.round(y) }]);
  }
}

/** Tells where the mouse is. Fingers have no place while they do not touch: phones tell nothing. */
class OwnPointer {
  readonly #parts: PresenceParts;
  readonly #gone = new AbortController();
  #at: Point | null = null;
  #told: Point | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: PresenceParts) {
    this.#parts = parts;
    const { element } = parts.surface;
    const { signal } = this.#gone;
    const moved = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      this.#at = toWorld(parts.surface.viewport.camera, at);
      this.#timer ??= setTimeout(() => this.#tell(), POINTER_MS);
    };
    element.addEventListener('pointermove', moved, { signal, passive: true });
    element.addEventListener('pointerleave', () => this.#end(), { signal });
    document.addEventListener('visibilitychange', () => this.#end(), { signal });
  }

  stop(): void {
    this.#gone.abort();
    this.#end();
  }

  #tell(): void {
    this.#timer = undefined;
    const people = this.#parts.people();
    if (people < 2 || people >= POINTERS_BELOW || this.#parts.anonymous()) {
      this.#end();
      return;
    }
    if (!this.#at) return;
    this.#told = this.#at;
    this.#send(MOTION.held, this.#at);
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#end(), IDLE_MS);
  }

  #end(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#idle);
    this.#timer = undefined;
    if (this.#told) this.#send(MOTION.cancelled, this.#told);
    this.#at = null;
    this.#told = null;
  }

  #send(state: MotionState, { x, y }: Point): void {
    this.#parts.connection.sendMoves([{ id: POINTER, state, x: Math.round(x), y: Math.round(y) }]);
  }
}

/** Others' pens and pointers, by the number of their holder. */
export class OthersPresence {
  readonly #surface: BoardSurface;
  readonly #layer = document.createElement('div');
  readonly #pens = new Map<number, NoteId>();
  readonly #pointers = new Map<number, HTMLElement>();
  readonly #scale: (zoom: number) => void;

  constructor(surface: BoardSurface) {
    this.#surface = surface;
    this.#layer.className = css.layer!;
    this.#layer.setAttribute('aria-hidden', 'true');
    surface.viewport.content.append(this.#layer);
    this.#scale = (zoom) => this.#layer.style.setProperty('--back', String(1 / zoom));
    this.#scale(surface.viewport.camera.z);
    surface.viewport.onRest.add(this.#scale);
  }

  take(moves: readonly HeldMove[]): void {
    for (const { id, holder, state, x, y } of moves) {
      const note = noteOfPen(id);
      if (note) this.#pen(holder, state === MOTION.held ? note : null);
      else if (state === MOTION.held) this.#point(holder, { x, y });
      else this.#unpoint(holder);
    }
  }

  clear(): void {
    for (const holder of [...this.#pens.keys()]) this.#pen(holder, null);
    for (const holder of [...this.#pointers.keys()]) this.#unpoint(holder);
  }

  #pen(holder: number, note: NoteId | null): void {
    const before = this.#pens.get(holder);
    if (note) this.#pens.set(holder, note);
    else this.#pens.delete(holder);
    const still = new Set(this.#pens.values());
    if (before && !still.has(before)) this.#surface.notes.mark(before, 'written', false);
    if (note) this.#surface.notes.mark(note, 'written', true);
  }

  #point(holder: number, { x, y }: Point): void {
    let pointer = this.#pointers.get(holder);
    if (!pointer) {
      pointer = document.createElement('div');
      pointer.className = css.pointer!;
      pointer.dataset.pointer = String(holder);
      pointer.dataset.colour = String(holder % 6);
      this.#pointers.set(holder, pointer);
      this.#layer.append(pointer);
    }
    pointer.style.transform = `translate(${x}px, ${y}px) scale(var(--back))`;
  }

  #unpoint(holder: number): void {
    this.#pointers.get(holder)?.remove();
    this.#pointers.delete(holder);
  }
}

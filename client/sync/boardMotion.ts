/** What is in people's hands on a board, and where they are: sent and heard beside the document, lost without harm. */

import type { Decoder } from 'lib0/decoding';
import type { HeldMove, Move } from '../../shared/protocol/boardFrames.ts';
import { HandWriter, MotionReader, type ViewedArea, viewFrame } from '../../shared/protocol/motionFrames.ts';
import { isThing } from '../../shared/protocol/presence.ts';

export type MotionListener = (moves: HeldMove[]) => void;

export class BoardMotion {
  readonly #socket: () => WebSocket | null;
  /** By which number others know this connection; null on one that was not welcomed. */
  #holder: number | null = null;
  #hand = new HandWriter();
  #eyes = new MotionReader();
  #view: ViewedArea = 'all';
  readonly #things = new Set<MotionListener>();
  readonly #people = new Set<MotionListener>();

  constructor(socket: () => WebSocket | null) {
    this.#socket = socket;
  }

  /** The server has welcomed this connection, which knows nothing of what was held or seen on the one before. */
  welcomed(holder: number): void {
    this.#holder = holder;
    this.#hand = new HandWriter();
    this.#eyes = new MotionReader();
    this.look(this.#view);
  }

  /** The connection is gone. */
  lost(): void {
    this.#holder = null;
  }

  /** Shows others what is held here. */
  send(moves: readonly Move[]): void {
    if (this.#isHeard) this.#write(this.#hand.frame(moves));
  }

  /** Says what the board shows, so that motion elsewhere costs no network. */
  look(area: ViewedArea): void {
    this.#view = area;
    if (this.#isHeard) this.#write(viewFrame(area));
  }

  take(decoder: Decoder): void {
    const others = this.#eyes.read(decoder).filter(({ holder }) => holder !== this.#holder);
    const things = others.filter(({ id }) => isThing(id));
    const rest = others.length > things.length ? others.filter(({ id }) => !isThing(id)) : [];
    if (things.length > 0) for (const listener of this.#things) listener(things);
    if (rest.length > 0) for (const listener of this.#people) listener(rest);
  }

  /** Calls with what others hold. @returns what stops it */
  onThings(listener: MotionListener): () => void {
    this.#things.add(listener);
    return () => this.#things.delete(listener);
  }

  /** Calls with others' pens and pointers. @returns what stops it */
  onPeople(listener: MotionListener): () => void {
    this.#people.add(listener);
    return () => this.#people.delete(listener);
  }

  stop(): void {
    this.#things.clear();
    this.#people.clear();
  }

  /** A server that never welcomed us does not know our frames. */
  get #isHeard(): boolean {
    return this.#holder !== null && this.#socket()?.readyState === 1;
  }

  #write(frame: Uint8Array): void {
    this.#socket()!.send(frame as Uint8Array<ArrayBuffer>);
  }
}

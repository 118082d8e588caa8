/**
 * Notes in motion, drawn by another thread while the camera stands: on a machine without a GPU that is most of a frame's
 * work, and people's own hands should not wait for it. It is always a little behind; so what it does not show yet is
 * drawn here meanwhile, and all of it once the camera moves. Where it can't be had, nothing is ever shown by it.
 */

import type { NoteId } from '../../../shared/domain/ids.ts';
import type { Point, Size } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import { make } from './NoteLayer.ts';

/** A thread that has drawn none of so many scenes is as good as none. */
const UNDRAWN_MAX = 240;

/** A note's picture where it is seen, in device pixels. */
export interface FlightPiece extends Point {
  id: NoteId;
  /** Of the picture: several notes may have the same. */
  number: number;
  picture: ImageBitmap;
}

/** What the thread is told. */
export interface FlightOrder {
  /** First of all: what it draws on. */
  canvas?: OffscreenCanvas;
  pictures?: { number: number; picture: ImageBitmap }[];
  /** Numbers of pictures that are not needed any more. */
  gone?: number[];
  scene?: FlightScene;
}

export interface FlightScene extends Size {
  number: number;
  /** Three for each picture, the lowest first: its number, and the place of its corner in device pixels. */
  places: Int32Array;
}

/** What the thread tells. */
export type FlightWord = { drawn: number } | { lost: true };

/** Sees the thread's pictures through to the screen, and knows which of them are there. */
export class Flight {
  readonly element = make('canvas', css.far!);
  /** Null when it has ended. */
  #thread: Worker | null;
  #changed: () => void;
  /** Scenes on their way, with the notes in them. */
  #sent = new Map<number, ReadonlySet<NoteId>>();
  #shown: ReadonlySet<NoteId> = new Set();
  /** Numbers of the pictures that the thread has. */
  #known = new Set<number>();
  #scene = 0;
  /** Older scenes were seen through another camera. */
  #since = 0;

  /** @param changed called when other pictures are shown than before */
  static start(changed: () => void): Flight | null {
    try {
      return new Flight(changed);
    } catch {
      // No threads here, or none that draw.
      return null;
    }
  }

  private constructor(changed: () => void) {
    this.#changed = changed;
    const canvas = this.element.transferControlToOffscreen();
    this.#thread = new Worker(new URL('./flightThread.ts', import.meta.url), { type: 'module' });
    this.#thread.onmessage = ({ data }: { data: FlightWord }) => {
      if ('drawn' in data) this.#take(data.drawn);
      else this.end();
    };
    this.#thread.onerror = () => this.end();
    this.#tell({ canvas }, [canvas]);
    this.leave();
  }

  /** Whether this note is to be seen where the newest scenes have it. */
  shows(id: NoteId): boolean {
    return this.#shown.has(id);
  }

  /** Shows these, the lowest first. */
  show(pieces: readonly FlightPiece[], { w, h }: Size): void {
    if (this.#sent.size >= UNDRAWN_MAX) this.end();
    if (!this.#thread) return;
    const pictures: FlightOrder['pictures'] = [];
    for (const { number, picture } of pieces) {
      if (this.#known.has(number)) continue;
      this.#known.add(number);
      pictures.push({ number, picture });
    }
    const places = Int32Array.from(pieces.flatMap(({ number, x, y }) => [number, x, y]));
    const number = ++this.#scene;
    this.#sent.set(number, new Set(pieces.map(({ id }) => id)));
    this.#tell({ scene: { number, w, h, places }, ...(pictures.length > 0 ? { pictures } : {}) });
  }

  /** The camera moves, and with it everything that was drawn for where it stood. */
  leave(): void {
    if (this.#since > this.#scene) return;
    this.#since = this.#scene + 1;
    this.#shown = new Set();
    this.#sent.clear();
    this.element.style.visibility = 'hidden';
  }

  /** This picture is not needed any more. */
  drop(number: number): void {
    if (this.#known.delete(number)) this.#tell({ gone: [number] });
  }

  /** For good, also when the thread has failed: all is drawn by others from now on. */
  end(): void {
    this.#thread?.terminate();
    this.#thread = null;
    this.element.remove();
    this.#shown = new Set();
    this.#sent.clear();
    this.#changed();
  }

  #take(drawn: number): void {
    const shown = this.#sent.get(drawn);
    if (!shown || drawn < this.#since) return;
    for (const number of this.#sent.keys()) if (number <= drawn) this.#sent.delete(number);
    const same = shown.size === this.#shown.size && [...shown].every((id) => this.#shown.has(id));
    this.#shown = shown;
    this.element.style.visibility = '';
    if (!same) this.#changed();
  }

  #tell(order: FlightOrder, transfer: Transferable[] = []): void {
    try {
      this.#thread?.postMessage(order, transfer);
    } catch {
      // Not every browser hands over copies of pictures.
      this.end();
    }
  }
}

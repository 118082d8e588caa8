/** Dotted outlines round the notes that are suggested, on the board itself, each with its suggestion's number. */

import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { BoardSurface } from '../board/surface/BoardSurface.ts';
import styles from './DottedOutlines.module.css';
import { lightWords, putOutWords } from './litWords.ts';

/** What is outlined, and the words that tell why. */
export interface Outlined {
  notes: readonly NoteId[];
  why: readonly string[];
}

/** On the screen a line is never thinner than this, however far off the board is. */
const LINE = 3;

export class DottedOutlines {
  readonly #surface: BoardSurface;
  readonly #element = document.createElement('div');
  #shown: readonly Outlined[] = [];
  #out: ReadonlySet<NoteId> = new Set();
  #lighting = 0;

  constructor(surface: BoardSurface) {
    this.#surface = surface;
    this.#element.setAttribute('aria-hidden', 'true');
    this.#zoomed(surface.viewport.camera.z);
    surface.viewport.content.append(this.#element);
    surface.onFlush.add(this.#draw);
    surface.viewport.onRest.add(this.#zoomed);
  }

  /** Outlines these from now on, without the notes that are left out. */
  show(shown: readonly Outlined[], out: ReadonlySet<NoteId>): void {
    this.#shown = shown;
    this.#out = out;
    this.#draw();
  }

  remove(): void {
    this.#surface.onFlush.delete(this.#draw);
    this.#surface.viewport.onRest.delete(this.#zoomed);
    cancelAnimationFrame(this.#lighting);
    putOutWords();
    this.#element.remove();
  }

  /** In a later frame: by then the notes that are to be seen are there. */
  #light(): void {
    cancelAnimationFrame(this.#lighting);
    this.#lighting = requestAnimationFrame(() => {
      this.#lighting = requestAnimationFrame(() => lightWords(this.#surface.element, this.#shown));
    });
  }

  #draw = (): void => {
    const { view } = this.#surface.model;
    const rings = this.#shown.flatMap(({ notes }, index) =>
      notes.flatMap((id) => {
        const placed = view.notes.get(id);
        if (!placed || placed.folded || this.#out.has(id)) return [];
        const ring = document.createElement('div');
        ring.className = styles.ring!;
        ring.dataset.number = String(index + 1);
        ring.style.left = `${placed.x}px`;
        ring.style.top = `${placed.y}px`;
        ring.style.width = `${NOTE_SIZE}px`;
        ring.style.height = `${NOTE_SIZE}px`;
        return [ring];
      }),
    );
    this.#element.replaceChildren(...rings);
    this.#light();
  };

  #zoomed = (zoom: number): void => {
    this.#element.style.setProperty('--help-line', `${Math.max(5, LINE / Math.max(zoom, 0.02))}px`);
    this.#element.style.setProperty('--help-mark', `${Math.max(34, 17 / Math.max(zoom, 0.02))}px`);
    this.#light();
  };
}

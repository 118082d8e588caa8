/**
 * Notes as elements: only those in view, placed by `left/top` at rest and by a transform while they move. Made and
 * changed by hand, since React would compare thousands of them each frame.
 */

import type { PlacedNote } from '../../shared/board/boardView.ts';
import type { Level } from '../../shared/domain/hall.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import type { Point } from './camera.ts';
import { fitText, shownText } from './fitText.ts';
import { wearRound } from './roundMark.ts';
import css from './surface.module.css';

/** What can be said of a note beside its content. `held`: by somebody else; `lifted`: by the person here. */
export type NoteMark = 'selected' | 'focused' | 'target' | 'held' | 'lifted' | 'hidden';

interface Mounted {
  note: HTMLElement;
  text: HTMLElement;
  foot: HTMLElement;
  number: HTMLElement;
  band: HTMLElement;
  level: HTMLElement | null;
  shown: PlacedNote;
}

export interface NoteLayerSource {
  note(id: NoteId): PlacedNote | undefined;
  rounds(): readonly Round[];
  levelName(level: Level): string;
  /** What a note in somebody else's hand is marked with. */
  holder(id: NoteId): number | null;
}

export class NoteLayer {
  readonly element: HTMLElement;
  #source: NoteLayerSource;
  #mounted = new Map<NoteId, Mounted>();
  #marks = new Map<NoteId, Set<NoteMark>>();
  #drawn = new Map<NoteId, Point>();
  #heights = new Map<NoteId, number>();
  #highest = 0;
  #ring = 1;
  #entering = new Set<NoteId>();

  constructor(source: NoteLayerSource) {
    this.#source = source;
    this.element = document.createElement('div');
  }

  /**
   * Mounts what is wanted and unmounts the rest, at most so many of each, so that no frame is long.
   * @returns whether something is left to do in the next frame
   */
  show(wanted: ReadonlySet<NoteId>, atMost: number): boolean {
    let left = atMost * 3;
    for (const [id, { note }] of this.#mounted) {
      if (wanted.has(id)) continue;
      if (left-- <= 0) return true;
      note.remove();
      this.#mounted.delete(id);
    }
    left = atMost;
    const batch = document.createDocumentFragment();
    let more = false;
    for (const id of wanted) {
      if (this.#mounted.has(id)) continue;
      if (left-- <= 0) {
        more = true;
        break;
      }
      const placed = this.#source.note(id);
      if (placed) batch.append(this.#mount(id, placed).note);
    }
    this.element.append(batch);
    return more;
  }

  /** Takes in what changed of a note; nothing to do for one that is not mounted. */
  refresh(id: NoteId): void {
    const parts = this.#mounted.get(id);
    if (!parts) return;
    const placed = this.#source.note(id);
    if (placed) {
      this.#fill(parts, placed);
      this.#place(id, parts);
    } else {
      parts.note.remove();
      this.#mounted.delete(id);
    }
  }

  refreshAll(): void {
    for (const id of [...this.#mounted.keys()]) this.refresh(id);
  }

  /** Draws a note at a place that is not (yet) its own; `null` puts it back to rest. */
  draw(id: NoteId, at: Point | null): void {
    if (at) this.#drawn.set(id, at);
    else if (!this.#drawn.delete(id)) return;
    const parts = this.#mounted.get(id);
    if (parts) this.#place(id, parts);
  }

  /** Notes that are drawn away from their place. */
  get moving(): ReadonlyMap<NoteId, Point> {
    return this.#drawn;
  }

  mark(id: NoteId, mark: NoteMark, on: boolean): void {
    let marks = this.#marks.get(id);
    if (!marks) {
      if (!on) return;
      marks = new Set();
      this.#marks.set(id, marks);
    }
    if (marks.has(mark) === on) return;
    if (on) marks.add(mark);
    else marks.delete(mark);
    if (marks.size === 0) this.#marks.delete(id);
    const parts = this.#mounted.get(id);
    if (parts) this.#wear(id, parts.note, mark, on);
  }

  has(id: NoteId, mark: NoteMark): boolean {
    return this.#marks.get(id)?.has(mark) ?? false;
  }

  /** Lays a note over the others, as paper that was moved last. */
  raise(id: NoteId): void {
    this.#heights.set(id, ++this.#highest);
    const parts = this.#mounted.get(id);
    if (parts) parts.note.style.zIndex = String(this.#highest);
  }

  /** Lets a note that has just come appear softly, once it is mounted. */
  enter(id: NoteId): void {
    this.#entering.add(id);
  }

  /** Keeps the rings round marked notes visible from afar. */
  zoomed(z: number): void {
    const ring = Math.max(1, 0.6 / z);
    if (Math.abs(ring / this.#ring - 1) < 0.05) return;
    this.#ring = ring;
    for (const id of this.#marks.keys())
      this.#mounted.get(id)?.note.style.setProperty('--ring', String(ring));
  }

  heightOf(id: NoteId): number {
    return this.#heights.get(id) ?? 0;
  }

  #mount(id: NoteId, placed: PlacedNote): Mounted {
    const note = make('div', css.note!);
    const text = make('p', css.text!);
    const foot = make('div', css.foot!);
    const number = make('span', '');
    const band = make('div', css.band!);
    note.dataset.noteId = id;
    text.dir = 'auto';
    foot.append(number);
    note.append(band, text, foot);
    const height = this.#heights.get(id);
    if (height) note.style.zIndex = String(height);
    const parts: Mounted = { note, text, foot, number, band, level: null, shown: placed };
    this.#mounted.set(id, parts);
    this.#fill(parts, placed, true);
    this.#place(id, parts);
    for (const worn of this.#marks.get(id) ?? []) this.#wear(id, note, worn, true);
    if (this.#entering.delete(id)) {
      note.animate(
        [
          { opacity: 0, scale: 0.9 },
          { opacity: 1, scale: 1 },
        ],
        { duration: 320, easing: 'ease-out' },
      );
    }
    return parts;
  }

  #fill(parts: Mounted, placed: PlacedNote, all = false): void {
    const { note: before } = parts.shown;
    const { note: after } = placed;
    if (all || before.text !== after.text) {
      parts.text.textContent = shownText(after.text);
      parts.text.style.fontSize = `${fitText(after.text)}px`;
    }
    wearRound(parts, this.#source.rounds(), after.round);
    if (after.level && !parts.level) {
      parts.level = make('span', css.level!);
      parts.foot.append(parts.level);
    }
    if (parts.level) parts.level.textContent = after.level ? this.#source.levelName(after.level) : '';
    parts.shown = placed;
  }

  #place(id: NoteId, { note, shown }: Mounted): void {
    const at = this.#drawn.get(id);
    note.style.left = `${shown.x}px`;
    note.style.top = `${shown.y}px`;
    note.style.transform = at ? `translate(${at.x - shown.x}px, ${at.y - shown.y}px)` : '';
  }

  #wear(id: NoteId, note: HTMLElement, mark: NoteMark, on: boolean): void {
    note.style.setProperty('--ring', String(this.#ring));
    if (!on) delete note.dataset[mark];
    else note.dataset[mark] = mark === 'held' ? String(this.#source.holder(id) ?? '') : '';
  }
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

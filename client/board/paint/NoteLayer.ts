/**
 * Notes as elements: only those in view, placed by `left/top` at rest and by a transform while they move. Made and
 * changed by hand, since React would compare thousands of them each frame.
 *
 * Over 300 lines: it is one element’s whole life, from being mounted to being let go.
 */

import type { PlacedNote } from '../../../shared/board/boardView.ts';
import type { Level } from '../../../shared/domain/hall.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import type { Round } from '../../../shared/domain/round.ts';
import type { Point } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import type { LaidTexts } from './fitText.ts';
import { wearRound } from './roundMark.ts';

/**
 * What can be said of a note beside its content. `held`: by somebody else; `lifted`: by the person here; `lit`: is what
 * one looks for; `dimmed`: is not; `written`: somebody else has its text open; `fresh`: came
 * since the last visit.
 */
export type NoteMark =
  | 'selected'
  | 'focused'
  | 'target'
  | 'held'
  | 'lifted'
  | 'hidden'
  | 'lit'
  | 'dimmed'
  | 'written'
  | 'fresh';

const NO_MARKS: ReadonlySet<NoteMark> = new Set();

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
  laid: LaidTexts;
  /** Called when a note that may have no element should be drawn otherwise: its marks, its height, its leaving its place. */
  restyled(id: NoteId): void;
}

export class NoteLayer {
  readonly element: HTMLElement;
  #source: NoteLayerSource;
  #mounted = new Map<NoteId, Mounted>();
  /** Those mounted, from the lowest to the highest. */
  #order: NoteId[] = [];
  #marks = new Map<NoteId, Set<NoteMark>>();
  /** Raised, and not yet moved to their place among the elements. */
  #afloat = new Set<NoteId>();
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
    this.#landRaised();
    let left = atMost * 3;
    for (const [id, parts] of this.#mounted) {
      if (wanted.has(id)) continue;
      if (left-- <= 0) return true;
      this.#unmount(id, parts);
    }
    left = atMost;
    const fresh: NoteId[] = [];
    let more = false;
    for (const id of wanted) {
      if (this.#mounted.has(id) || !this.#source.note(id)) continue;
      if (left-- <= 0) {
        more = true;
        break;
      }
      fresh.push(id);
    }
    for (const id of fresh.sort(this.above)) this.#hang(id, this.#mount(id, this.#source.note(id)!).note);
    return more;
  }

  /** Whether the note has an element now. */
  isMounted(id: NoteId): boolean {
    return this.#mounted.has(id);
  }

  /** Those that have an element now. */
  mountedIds(): IterableIterator<NoteId> {
    return this.#mounted.keys();
  }

  /**
   * Which of two notes lies over the other: what was moved last here, then what was written last. By the order of the
   * elements: `z-index` would make each a stacking context.
   */
  readonly above = (a: NoteId, b: NoteId): number => {
    const byHeight = this.heightOf(a) - this.heightOf(b);
    if (byHeight !== 0) return byHeight;
    const byTime = (this.#source.note(a)?.note.at ?? 0) - (this.#source.note(b)?.note.at ?? 0);
    return byTime || (a < b ? -1 : a > b ? 1 : 0);
  };

  /** Takes in what changed of a note; nothing to do for one that is not mounted. */
  refresh(id: NoteId): void {
    const parts = this.#mounted.get(id);
    if (!parts) return;
    const placed = this.#source.note(id);
    if (placed) {
      this.#fill(parts, placed);
      this.#place(id, parts);
    } else {
      this.#unmount(id, parts);
    }
  }

  refreshAll(): void {
    for (const id of [...this.#mounted.keys()]) this.refresh(id);
  }

  /** Draws a note at a place that is not (yet) its own; `null` puts it back to rest. */
  draw(id: NoteId, at: Point | null): void {
    const away = this.#drawn.has(id);
    if (at) this.#drawn.set(id, at);
    else if (!this.#drawn.delete(id)) return;
    const parts = this.#mounted.get(id);
    if (parts) this.#place(id, parts);
    if (away !== (at !== null)) this.#source.restyled(id);
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
    this.#source.restyled(id);
  }

  /** All marks of a note. */
  marksOf(id: NoteId): ReadonlySet<NoteMark> {
    return this.#marks.get(id) ?? NO_MARKS;
  }

  /** Notes that have marks. */
  get marked(): ReadonlyMap<NoteId, ReadonlySet<NoteMark>> {
    return this.#marks;
  }

  has(id: NoteId, mark: NoteMark): boolean {
    return this.#marks.get(id)?.has(mark) ?? false;
  }

  /** Lays a note over the others, as paper that was moved last. */
  raise(id: NoteId): void {
    if (this.#heights.get(id) === this.#highest && this.#highest > 0) return;
    this.#heights.set(id, ++this.#highest);
    const parts = this.#mounted.get(id);
    if (parts) {
      this.#order.splice(this.#order.indexOf(id), 1);
      this.#order.push(id);
      parts.note.style.zIndex = String(this.#highest);
      this.#afloat.delete(id);
      this.#afloat.add(id);
    }
    this.#source.restyled(id);
  }

  /** Lets a note that has just come appear softly, once it is mounted. */
  enter(id: NoteId): void {
    this.#entering.add(id);
  }

  /** Keeps the rings round marked notes visible from afar. */
  zoomed(z: number): void {
    const ring = ringFor(z);
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

  /**
   * Gives raised notes their place among the elements. Not while one is in the hand here: some browsers lose the touch
   * when the element under a finger is moved.
   */
  #landRaised(): void {
    if (this.#afloat.size === 0) return;
    for (const id of this.#afloat) if (this.has(id, 'lifted')) return;
    // From the top: what was hung while they were afloat may lie between them, or over them.
    let over: HTMLElement | null = null;
    for (let at = this.#order.length - 1; at >= 0; at--) {
      const id = this.#order[at]!;
      const { note } = this.#mounted.get(id)!;
      if (this.#afloat.has(id)) {
        this.element.insertBefore(note, over);
        note.style.zIndex = '';
      }
      over = note;
    }
    this.#afloat.clear();
  }

  /** Puts a new element among those that are there, in the order in which notes lie. */
  #hang(id: NoteId, note: HTMLElement): void {
    let [from, to] = [0, this.#order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.above(this.#order[middle]!, id) < 0) from = middle + 1;
      else to = middle;
    }
    this.#order.splice(from, 0, id);
    // Those afloat still have their former place among the elements.
    const over = this.#order.slice(from + 1).find((other) => !this.#afloat.has(other));
    this.element.insertBefore(note, over === undefined ? null : this.#mounted.get(over)!.note);
  }

  #unmount(id: NoteId, { note }: Mounted): void {
    note.remove();
    this.#mounted.delete(id);
    this.#afloat.delete(id);
    this.#order.splice(this.#order.indexOf(id), 1);
  }

  #fill(parts: Mounted, placed: PlacedNote, all = false): void {
    const { note: before } = parts.shown;
    const { note: after } = placed;
    if (all || before.text !== after.text) {
      const { size, lines } = this.#source.laid.of(after.text);
      parts.text.textContent = lines.join('\n');
      parts.text.style.fontSize = `${size}px`;
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

/** How much thicker than at full size the rings are, so that they are seen from afar. */
export const ringFor = (z: number): number => Math.max(1, 0.6 / z);

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

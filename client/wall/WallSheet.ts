/**
 * One page of a wall's layout as elements, made and moved by hand: what stays keeps its element, what moves glides
 * there, what is new comes in from the edge. By transforms alone; with reduced motion at once.
 */

import type { Level } from '../../shared/domain/hall.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { Round } from '../../shared/domain/round.ts';
import { make } from '../board/paint/NoteLayer.ts';
import { wearRound } from '../board/paint/roundMark.ts';
import styles from './WallSheet.module.css';
import type { Card, Frame, WallLayout } from './wallLayout.ts';

export interface SheetWords {
  unnamed: string;
  count(n: number): string;
  level: Record<Level, string>;
}

interface Hung {
  note: HTMLElement;
  band: HTMLElement;
  number: HTMLElement;
  level: HTMLElement;
  text: HTMLElement;
  card: Card;
  /** How far from its place it is held, in pixels. */
  away: { x: number; y: number } | null;
}

interface HungFrame {
  frame: HTMLElement;
  title: HTMLElement;
  count: HTMLElement;
  at: Frame;
}

const SETTLE_MS = 900;
const GLIDE_MS = 600;
/** A page that is turned to appears calmly. */
const TURN_MS = 700;
const EASING = 'cubic-bezier(0.2, 0.7, 0.2, 1)';
/** What is held goes so far for each note's breadth that the hand goes: the wall's paths are not the board's. */
const HELD_SHARE = 0.5;

export class WallSheet {
  readonly element = make('div', styles.sheet!);
  #cards = new Map<NoteId, Hung>();
  #frames = new Map<string, HungFrame>();
  #page = -1;
  #layout: WallLayout | null = null;

  /** Shows a page of a layout in place of what is shown. */
  show(layout: WallLayout, page: number, rounds: readonly Round[], words: SheetWords): void {
    const turned = page !== this.#page || layout.type !== this.#layout?.type;
    const first = this.#layout === null;
    this.#page = page;
    this.#layout = layout;
    this.#showFrames(layout, page, words);
    for (const [id, hung] of this.#cards) {
      if (layout.cards.get(id)?.page === page) continue;
      hung.note.remove();
      this.#cards.delete(id);
    }
    for (const card of layout.cards.values()) {
      if (card.page !== page) continue;
      const hung = this.#cards.get(card.note.id);
      if (hung) {
        this.#move(hung, card);
      } else {
        const made = this.#make(card);
        this.#cards.set(card.note.id, made);
        this.element.append(made.note);
        this.#fill(made);
        if (!turned) this.#enter(made);
      }
      const { note, band, number, level } = this.#cards.get(card.note.id)!;
      wearRound({ note, band, number }, rounds, card.note.round);
      level.textContent = card.note.level ? words.level[card.note.level] : '';
    }
    if (turned && !first) this.#animate(this.element, [{ opacity: 0 }, { opacity: 1 }], TURN_MS);
  }

  /** Draws a note as far from its place as somebody holds it (in parts of a note), or lets it go back. */
  hold(id: NoteId, away: { x: number; y: number } | null): void {
    const hung = this.#cards.get(id);
    if (!hung || !this.#layout) return;
    const { card, note } = hung;
    if (!away) {
      const from = hung.away;
      if (!from) return;
      hung.away = null;
      delete note.dataset.held;
      note.style.transform = '';
      this.#glide(note, from, GLIDE_MS);
      return;
    }
    const { w, h } = this.#layout.sheet;
    hung.away = {
      x: between(away.x * card.w * HELD_SHARE, -card.x, w - card.x - card.w),
      y: between(away.y * card.w * HELD_SHARE, -card.y, h - card.y - card.h),
    };
    note.dataset.held = '';
    note.style.transform = `translate(${hung.away.x}px, ${hung.away.y}px)`;
  }

  #move(hung: Hung, card: Card): void {
    const was = hung.card;
    hung.card = card;
    this.#fill(hung);
    const away = hung.away ?? { x: 0, y: 0 };
    const from = { x: was.x + away.x - card.x, y: was.y + away.y - card.y };
    const moved = Math.abs(was.x - card.x) > 0.5 || Math.abs(was.y - card.y) > 0.5;
    // What is held follows the hand; what is not glides from where it was seen.
    if (moved && !hung.away) this.#glide(hung.note, from, GLIDE_MS);
  }

  #make(card: Card): Hung {
    const note = make('article', styles.card!);
    note.dataset.noteId = card.note.id;
    const strip = make('div', styles.strip!);
    const band = make('span', styles.band!);
    const level = make('span', styles.level!);
    const number = make('span', styles.number!);
    const text = make('p', styles.text!);
    text.dir = 'auto';
    strip.append(band, level, number);
    note.append(strip, text);
    return { note, band, number, level, text, card, away: null };
  }

  #fill({ note, text, card }: Hung): void {
    place(note, card);
    text.style.fontSize = `${card.type}px`;
    const shown = card.lines.join('\n');
    if (text.textContent !== shown) text.textContent = shown;
  }

  /** A newcomer comes from the lower edge. */
  #enter({ note, card }: Hung): void {
    const { h } = this.#layout!.sheet;
    this.#glide(note, { x: 0, y: h - card.y }, SETTLE_MS);
  }

  #showFrames(layout: WallLayout, page: number, words: SheetWords): void {
    for (const [key, { frame }] of this.#frames) {
      if (layout.frames.get(key)?.page === page) continue;
      frame.remove();
      this.#frames.delete(key);
    }
    for (const at of layout.frames.values()) {
      if (at.page !== page) continue;
      let hung = this.#frames.get(at.key);
      if (!hung) {
        const frame = make('section', styles.frame!);
        const title = make('h2', styles.title!);
        const count = make('span', styles.count!);
        frame.dataset.clusterId = at.id;
        frame.append(title, count);
        this.element.prepend(frame);
        hung = { frame, title, count, at };
        this.#frames.set(at.key, hung);
      }
      place(hung.frame, at);
      hung.title.textContent = at.title.lines.join('\n') || words.unnamed;
      hung.title.style.fontSize = `${at.title.type}px`;
      hung.title.toggleAttribute('data-unnamed', at.title.lines.join('') === '');
      hung.count.textContent = words.count(at.count);
    }
  }

  #glide(element: HTMLElement, from: { x: number; y: number }, ms: number): void {
    this.#animate(element, [{ transform: `translate(${from.x}px, ${from.y}px)` }, { transform: 'none' }], ms);
  }

  #animate(element: HTMLElement, frames: Keyframe[], duration: number): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    element.animate(frames, { duration, easing: EASING });
  }
}

function place(element: HTMLElement, { x, y, w, h }: { x: number; y: number; w: number; h: number }): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  element.style.width = `${w}px`;
  element.style.height = `${h}px`;
}

const between = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** The rectangle by which notes are chosen: drawn in pixels of the viewport, read in world units. */

import type { Box } from '../../../shared/board/boardView.ts';
import { make } from '../paint/NoteLayer.ts';
import { type Camera, type Point, toWorld } from '../surface/camera.ts';
import css from '../surface/surface.module.css';

export class Marquee {
  #element = make('div', css.marquee!);

  constructor(over: HTMLElement) {
    this.#element.hidden = true;
    over.append(this.#element);
  }

  show(from: Point, to: Point): void {
    const { style } = this.#element;
    this.#element.hidden = false;
    style.transform = `translate(${Math.min(from.x, to.x)}px, ${Math.min(from.y, to.y)}px)`;
    style.width = `${Math.abs(to.x - from.x)}px`;
    style.height = `${Math.abs(to.y - from.y)}px`;
  }

  hide(): void {
    this.#element.hidden = true;
  }
}

/** The part of the world between two points of the viewport. */
export function worldBetween(camera: Camera, from: Point, to: Point): Box {
  const a = toWorld(camera, { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) });
  const b = toWorld(camera, { x: Math.max(from.x, to.x), y: Math.max(from.y, to.y) });
  return { x: a.x, y: a.y, w: b.x - a.x, h: b.y - a.y };
}

/**
 * The tiles on one canvas, somewhat larger than the window, which the compositor moves and stretches: while one zooms,
 * the page itself then draws only a few times a second. At rest it is drawn for the very camera, pixel for pixel.
 */

import type { Box } from '../../../shared/board/boardView.ts';
import { type Camera, type Size, visibleBox } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import { contains } from '../surface/Viewport.ts';
import { release } from './canvas.ts';
import { make } from './NoteLayer.ts';
import type { NoteTiles } from './NoteTiles.ts';

/** The share of the window that the picture has beyond each of its edges. */
const MARGIN = 0.15;
/** No more device pixels beyond each edge than this: a large screen has enough of them as it is. */
const MARGIN_MAX = 256;
/** How far the picture is stretched before it is drawn anew. */
const STRETCH_MAX = 1.3;
/** While tiles are being painted, it is drawn no oftener than this. */
const PARTIAL_MS = 80;

export interface PictureView {
  camera: Camera;
  /** The zoom that tiles are painted for. */
  drawnFor: number;
  size: Size;
  ratio: number;
}

interface Drawn extends PictureView {
  /** The part of the world that can be seen on it. */
  whole: Box;
  /** Whether all that was seen was there. */
  covered: boolean;
  at: number;
}

export class TilePicture {
  readonly element = make('canvas', css.picture!);
  /**
   * It is drawn elsewhere and handed over whole: a browser without a GPU copies what is on any other canvas in each
   * frame of the page, changed or not.
   */
  #desk = new OffscreenCanvas(1, 1);
  #shown = this.element.getContext('bitmaprenderer');
  #tiles: NoteTiles;
  #drawn: Drawn | null = null;
  /** Tiles have changed since it was drawn. */
  #stale = false;
  #placed = '';

  constructor(tiles: NoteTiles, requestFrame: () => void) {
    this.#tiles = tiles;
    this.element.hidden = true;
    this.#desk.addEventListener('contextrestored', () => {
      this.#drawn = null;
      requestFrame();
    });
  }

  /**
   * Shows the tiles as the camera sees them.
   * @param more whether more of them are to be painted
   * @returns whether they are to be drawn anew in a later frame
   */
  show(view: PictureView, more: boolean): boolean {
    this.#stale ||= this.#tiles.painted;
    const { camera, ratio } = view;
    if (this.#needs(view) || this.#isStale(this.#drawn!, more)) this.#draw(view);
    const { camera: from, size } = this.#drawn!;
    const stretch = camera.z / from.z;
    const place = (now: number, then: number, side: number) => {
      const margin = marginOf(side, ratio);
      // On whole pixels where nothing is stretched.
      const shift = stretch === 1 ? Math.round(now * ratio) / ratio - then : now - stretch * then;
      return shift - (stretch * margin) / ratio;
    };
    const scale = stretch === 1 ? '' : ` scale(${stretch})`;
    const transform = `translate(${place(camera.x, from.x, size.w)}px, ${place(camera.y, from.y, size.h)}px)${scale}`;
    if (transform !== this.#placed) this.element.style.transform = transform;
    this.#placed = transform;
    return this.#stale;
  }

  hide(): void {
    this.#drawn = null;
    this.element.hidden = true;
    this.#shown?.transferFromImageBitmap(null);
    release(this.element);
    this.#desk.width = 1;
    this.#desk.height = 1;
  }

  /** Whether it must be drawn anew for this view, though no tile has changed. */
  #needs({ camera, drawnFor, size, ratio }: PictureView): boolean {
    const drawn = this.#drawn;
    if (!drawn || drawn.size.w !== size.w || drawn.size.h !== size.h || drawn.ratio !== ratio) return true;
    const stretch = camera.z / drawn.camera.z;
    // At rest nothing is left of what was stretched, neither here nor when it was drawn.
    if (camera.z === drawnFor && (stretch !== 1 || drawn.drawnFor !== drawnFor)) return true;
    if (stretch > STRETCH_MAX || stretch < 1 / STRETCH_MAX) return true;
    return !contains(drawn.whole, visibleBox(camera, size));
  }

  #isStale({ covered, at }: Drawn, more: boolean): boolean {
    if (!this.#stale) return false;
    return !more || (this.#tiles.covers && !covered) || performance.now() - at > PARTIAL_MS;
  }

  #draw(view: PictureView): void {
    const { camera, drawnFor, size, ratio } = view;
    const { element } = this;
    const [x, y] = [marginOf(size.w, ratio), marginOf(size.h, ratio)];
    const device = { w: Math.round(size.w * ratio) + 2 * x, h: Math.round(size.h * ratio) + 2 * y };
    const rounded = (at: number) => (camera.z === drawnFor ? Math.round(at * ratio) / ratio : at);
    const from = { x: rounded(camera.x), y: rounded(camera.y), z: camera.z };
    element.style.width = `${device.w / ratio}px`;
    element.style.height = `${device.h / ratio}px`;
    element.hidden = false;
    this.#desk.width = device.w;
    this.#desk.height = device.h;
    const context = this.#desk.getContext('2d');
    const corner = { x: from.x + x / ratio, y: from.y + y / ratio, z: from.z };
    if (context) this.#tiles.draw(context, corner, ratio);
    this.#shown?.transferFromImageBitmap(this.#desk.transferToImageBitmap());
    const all = visibleBox(corner, { w: device.w / ratio, h: device.h / ratio });
    const whole = !this.#tiles.covers || this.#tiles.isPainted(all) ? all : visibleBox(camera, size);
    const covered = this.#tiles.covers;
    this.#drawn = { camera: from, drawnFor, size, ratio, whole, covered, at: performance.now() };
    this.#stale = false;
  }
}

const marginOf = (side: number, ratio: number) => Math.min(MARGIN_MAX, Math.round(side * ratio * MARGIN));

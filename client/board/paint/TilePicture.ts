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

/** The share of the window that the picture has beyond each of its edges: as much as comes into view while it is shrunk. */
const MARGIN = 0.15;
/** No more device pixels beyond each edge than this: a large screen has enough of them as it is. */
const MARGIN_MAX = 256;
/** How far the picture is stretched before it is drawn anew. */
const STRETCH_MAX = 1.3;
/** While tiles are being painted, it is drawn no oftener than this, and for no larger a part of the time. */
const PARTIAL_MS = 80;
const PARTIAL_SHARE = 1 / 8;
/** Where drawing takes longer than this, what is stretched anyway is drawn on fewer pixels, and those are not smoothed. */
const LONG_MS = 4;
const FEWER = 1 / 2;

export interface PictureView {
  camera: Camera;
  /** The zoom that tiles are painted for. */
  drawnFor: number;
  size: Size;
  ratio: number;
  /** The camera moves. */
  travelling: boolean;
}

interface Drawn extends PictureView {
  /** Its pixels to one of the window. */
  grain: number;
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
  /** What it took the last time on all pixels of the window, in ms. */
  #took = 0;

  constructor(tiles: NoteTiles, requestFrame: () => void) {
    this.#tiles = tiles;
    this.element.hidden = true;
    this.#desk.addEventListener('contextrestored', () => {
      this.#drawn = null;
      requestFrame();
    });
  }

  /** Whether tiles have changed that are not to be seen on it yet. */
  get isBehind(): boolean {
    return this.#stale || this.#tiles.painted;
  }

  /**
   * Shows the tiles as the camera sees them.
   * @param more whether more of them are to be painted
   * @returns whether it had to be drawn anew for that
   */
  show(view: PictureView, more: boolean): boolean {
    this.#stale ||= this.#tiles.painted;
    if (!this.#drawn && !this.#stale && !this.#tiles.covers) return false;
    const { camera, ratio } = view;
    const anew = this.#needs(view) || this.#isStale(this.#drawn!, more);
    if (anew) this.#draw(view);
    const { camera: from, size, grain } = this.#drawn!;
    const stretch = camera.z / from.z;
    const place = (now: number, then: number, side: number) => {
      const margin = marginOf(side, grain);
      // On whole pixels where nothing is stretched.
      const shift = stretch === 1 ? Math.round(now * ratio) / ratio - then : now - stretch * then;
      return shift - (stretch * margin) / grain;
    };
    const scale = stretch === 1 ? '' : ` scale(${stretch})`;
    const transform = `translate(${place(camera.x, from.x, size.w)}px, ${place(camera.y, from.y, size.h)}px)${scale}`;
    if (transform !== this.#placed) this.element.style.transform = transform;
    this.#placed = transform;
    return anew;
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
  #needs({ camera, drawnFor, size, ratio, travelling }: PictureView): boolean {
    const drawn = this.#drawn;
    if (!drawn || drawn.size.w !== size.w || drawn.size.h !== size.h || drawn.ratio !== ratio) return true;
    const stretch = camera.z / drawn.camera.z;
    // At rest nothing is left of what was stretched, neither here nor when it was drawn.
    const isExact = stretch === 1 && drawn.drawnFor === drawnFor && drawn.grain === ratio;
    if (!travelling && !isExact && this.#tiles.covers) return true;
    if (stretch > STRETCH_MAX || stretch < 1 / STRETCH_MAX) return true;
    return !contains(drawn.whole, visibleBox(camera, size));
  }

  #isStale({ covered, at }: Drawn, more: boolean): boolean {
    if (!this.#stale) return false;
    const since = performance.now() - at;
    return (
      !more || (this.#tiles.covers && !covered) || since > Math.max(PARTIAL_MS, this.#took / PARTIAL_SHARE)
    );
  }

  #draw(view: PictureView): void {
    const { camera, drawnFor, size, ratio, travelling } = view;
    const { element } = this;
    const began = performance.now();
    const isStretched = travelling && camera.z !== drawnFor;
    const grain = isStretched && this.#took > LONG_MS ? ratio * FEWER : ratio;
    const [x, y] = [marginOf(size.w, grain), marginOf(size.h, grain)];
    const device = { w: Math.round(size.w * grain) + 2 * x, h: Math.round(size.h * grain) + 2 * y };
    const rounded = (at: number) => (camera.z === drawnFor ? Math.round(at * ratio) / ratio : at);
    const from = { x: rounded(camera.x), y: rounded(camera.y), z: camera.z };
    element.style.width = `${device.w / grain}px`;
    element.style.height = `${device.h / grain}px`;
    element.style.imageRendering = grain === ratio ? '' : 'pixelated';
    element.hidden = false;
    resize(this.#desk, device);
    const context = this.#desk.getContext('2d');
    const corner = { x: from.x + x / grain, y: from.y + y / grain, z: from.z };
    const all = visibleBox(corner, { w: device.w / grain, h: device.h / grain });
    const { covers } = this.#tiles;
    const isPainted = covers && this.#tiles.isPainted(all);
    if (context) this.#tiles.draw(context, corner, grain, isPainted || (covers && !isStretched));
    this.#shown?.transferFromImageBitmap(this.#desk.transferToImageBitmap());
    // What is beyond the edges is good enough for a moment, if stretched; but whoever pans comes to see it.
    const whole = isPainted || !covers || isStretched ? all : visibleBox(camera, size);
    const at = performance.now();
    this.#drawn = { ...view, camera: from, grain, whole, covered: covers, at };
    if (grain === ratio) this.#took = at - began;
    this.#stale = false;
  }
}

/** What was on it is gone with the picture that was taken of it: to set the same size anew would only cost. */
function resize(desk: OffscreenCanvas, { w, h }: Size): void {
  if (desk.width !== w) desk.width = w;
  if (desk.height !== h) desk.height = h;
}

const marginOf = (side: number, ratio: number) => Math.min(MARGIN_MAX, Math.round(side * ratio * MARGIN));

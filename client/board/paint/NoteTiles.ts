/**
 * Notes at rest as pixels: tiles of the world, painted once for a zoom and then only copied. What is looked at through a
 * new zoom is shown stretched until its own tiles are there. The tiles are no elements: where there is no GPU, a browser
 * takes a layer for each canvas of a page.
 *
 * Over 300 lines: choosing, painting, patching and forgetting tiles share one set of books.
 */

import { type Box, overlaps } from '../../../shared/board/boardView.ts';
import type { Camera } from '../surface/camera.ts';
import { release } from './canvas.ts';
import { drawLevel, keysOf, type Level, SIDE, type Tile, tilesAt } from './tileLevel.ts';

/** Tiles around the view that are painted ahead. */
const AHEAD = 1;
/** Canvases kept for the next tile rather than given back. */
const SPARE_MAX = 24;
/** More dirty places on a tile than this, and all of it is painted anew. */
const PATCHES_MAX = 8;
/** As many tiles as the view and what is painted ahead, this many times over. */
const KEPT_VIEWS = 2.5;

export interface TileSource {
  /** Paints all that hangs in a box, the lowest first. The context is scaled to world units. */
  paint(context: CanvasRenderingContext2D, box: Box, scale: number, coarse: boolean): void;
  /** Whether anything hangs in this box. */
  any(box: Box): boolean;
  /** Whether painting coarsely is any faster at this scale. */
  hasCoarse(scale: number): boolean;
}

export interface TileView {
  seen: Box;
  zoom: number;
  ratio: number;
  /** How much larger things are seen than they are painted: not 1 while one zooms. */
  stretch: number;
}

export interface TileWork {
  /** Until when tiles may be painted in this frame, as `performance.now()` tells. */
  until: number;
  /** The camera moves: what is seen at once counts for more than letters. */
  hurry: boolean;
  /** How many are painted even so: or a slow machine would never be done. */
  least: number;
}

/** The tiles of a view, those nearest its middle first, and those around it. */
interface Wanted {
  level: Level;
  seen: Box;
  stretch: number;
  inView: Tile[];
  around: Tile[];
}

export class NoteTiles {
  #source: TileSource;
  #now: Level | null = null;
  /** Shown stretched until the level of this zoom covers the view. */
  #before: Level | null = null;
  /** The furthest zoom there was: with it no part of the board is ever blank. */
  #base: Level | null = null;
  #spare: HTMLCanvasElement[] = [];
  #wanted: Wanted | null = null;
  #covers = false;
  #painted = false;
  /** What it took of late to paint letters for bars on a tile. */
  #refineMs = 0;

  constructor(source: TileSource) {
    this.#source = source;
  }

  /** Whether the last frame's view was painted whole, if coarsely. */
  get covers(): boolean {
    return this.#covers;
  }

  /** Whether the last frame changed any tile. */
  get painted(): boolean {
    return this.#painted;
  }

  /** This is what is looked at from now on. */
  look({ seen, zoom, ratio, stretch }: TileView): void {
    const level = this.#levelFor(zoom, ratio);
    // Coming nearer, one does not see what is around at this zoom.
    this.#wanted = { level, seen, stretch, ...this.#tilesFor(level, seen, stretch > 1 ? 0 : AHEAD) };
    this.#settle(this.#wanted);
  }

  /** Paints what is missing of the view, as far as there is time. @returns whether something is left to do */
  work({ until, hurry, least }: TileWork): boolean {
    if (!this.#wanted) return false;
    const { level, seen, stretch, inView, around } = this.#wanted;
    const work = this.#missing(this.#wanted, hurry);
    let done = 0;
    for (const [tile, coarsely] of work) {
      const began = performance.now();
      if (done >= least && began >= until) break;
      const isRefined = tile.detail === 'coarse' && tile.dirty.length === 0;
      // While one zooms, letters can wait.
      if (stretch !== 1 && isRefined && began + this.#refineMs > until) continue;
      this.#paint(level, tile, coarsely);
      if (isRefined) this.#refineMs += (performance.now() - began - this.#refineMs) / 4;
      done++;
    }
    this.#painted = done > 0;
    this.#settle(this.#wanted);
    this.#trim(level, seen, inView.length + around.length);
    return done < work.length || (hurry && work.length > 0);
  }

  /** The tiles that are to be painted, the most urgent first, and whether coarsely. */
  #missing({ level, inView, around }: Wanted, hurry: boolean): [Tile, boolean][] {
    const coarse = this.#source.hasCoarse(level.zoom * level.ratio);
    const work: [Tile, boolean][] = [];
    for (const tile of inView) if (tile.dirty.length > 0 && tile.detail !== 'none') work.push([tile, false]);
    for (const tile of inView) if (tile.detail === 'none') work.push([tile, coarse]);
    if (!hurry || work.length === 0) {
      for (const tile of inView)
        if (tile.detail === 'coarse' || (coarse && tile.detail === 'none')) work.push([tile, false]);
    }
    for (const tile of around) if (tile.detail === 'none') work.push([tile, coarse && hurry]);
    if (!hurry) {
      for (const tile of around)
        if (tile.detail === 'coarse' || tile.dirty.length > 0) work.push([tile, false]);
    }
    return work;
  }

  /** Where all that is in view is painted, what was shown for want of it is let go. */
  #settle({ inView }: Wanted): void {
    this.#covers = inView.every(({ detail }) => detail !== 'none');
    if (!this.#covers) return;
    if (this.#before && this.#before !== this.#base) this.#drop(this.#before);
    this.#before = null;
  }

  /**
   * Copies the tiles to where the camera sees them.
   * @param ratio pixels of the context to one of the window
   * @param isFilled whether those of this zoom are enough; else those of others are seen where there are none
   */
  draw(context: OffscreenCanvasRenderingContext2D, camera: Camera, ratio: number, isFilled: boolean): void {
    const levels = isFilled ? [this.#now] : [this.#base, this.#before, this.#now];
    let lowest = true;
    for (const level of new Set(levels)) {
      if (!level) continue;
      drawLevel(context, level, camera, ratio, lowest);
      lowest = false;
    }
  }

  /** Something within this box looks otherwise now. */
  touch(box: Box): void {
    for (const level of this.#levels()) {
      for (const tile of tilesAt(level, box)) {
        if (level !== this.#now) {
          // Nothing to be seen there for a moment is better than what is no longer so.
          this.#giveBack(tile);
          tile.detail = 'none';
        } else if (tile.detail !== 'none') {
          tile.dirty = tile.dirty.length < PATCHES_MAX ? [...tile.dirty, box] : [tile.box];
        }
      }
    }
  }

  /** Everything looks otherwise; what is shown stays until it is painted anew. */
  touchAll(): void {
    this.#drop(this.#before === this.#now ? null : this.#before);
    if (this.#base !== this.#now) this.#drop(this.#base);
    this.#before = null;
    this.#base = null;
    for (const tile of this.#now?.tiles.values() ?? []) {
      if (tile.detail !== 'none') tile.dirty = [tile.box];
    }
  }

  /** Whether what is painted within this box is up to date, as far as it is painted at all. */
  isClean(box: Box): boolean {
    if (!this.#now) return true;
    for (const tile of tilesAt(this.#now, box))
      if (tile.dirty.some((place) => overlaps(place, box))) return false;
    return true;
  }

  /** Whether all of a box is painted, if coarsely. */
  isPainted(box: Box): boolean {
    if (!this.#now) return false;
    const { zoom, ratio, tiles } = this.#now;
    for (const key of keysOf(box, SIDE / (zoom * ratio))) {
      const tile = tiles.get(key);
      if (!tile || tile.detail === 'none') return false;
    }
    return true;
  }

  /** Shows nothing, and keeps only the view from afar. */
  rest(): void {
    for (const level of this.#levels()) if (level !== this.#base) this.#drop(level);
    this.#now = null;
    this.#before = null;
    this.#wanted = null;
    this.#covers = false;
  }

  destroy(): void {
    this.rest();
    this.#drop(this.#base);
    this.#base = null;
    for (const canvas of this.#spare.splice(0)) release(canvas);
  }

  // ── levels ─────────────────────────────────────────────────────────────────────────────────────────────────

  *#levels(): Iterable<Level> {
    for (const level of new Set([this.#now, this.#before, this.#base])) if (level) yield level;
  }

  #levelFor(zoom: number, ratio: number): Level {
    const former = this.#now;
    if (former && former.zoom === zoom && former.ratio === ratio) return former;
    if (former) {
      const painted = [...former.tiles.values()].some(({ detail }) => detail !== 'none');
      if (painted && this.#covers) {
        if (this.#before !== this.#base && this.#before !== former) this.#drop(this.#before);
        this.#before = former;
        if (!this.#base || former.zoom <= this.#base.zoom * 1.25) {
          if (this.#base !== former) this.#drop(this.#base);
          this.#base = former;
        }
      } else if (former !== this.#base && former !== this.#before) {
        this.#drop(former);
      }
    }
    this.#covers = false;
    const isBase = this.#base?.zoom === zoom && this.#base.ratio === ratio;
    this.#now = isBase ? this.#base! : { zoom, ratio, tiles: new Map() };
    return this.#now;
  }

  #drop(level: Level | null): void {
    if (!level) return;
    for (const tile of level.tiles.values()) this.#giveBack(tile);
    level.tiles.clear();
  }

  // ── tiles ──────────────────────────────────────────────────────────────────────────────────────────────────

  #tilesFor(level: Level, seen: Box, ahead: number): { inView: Tile[]; around: Tile[] } {
    const side = SIDE / (level.zoom * level.ratio);
    const range = (from: number, length: number) =>
      [Math.floor(from / side), Math.floor((from + length) / side)] as const;
    const [left, right] = range(seen.x, seen.w);
    const [top, bottom] = range(seen.y, seen.h);
    const inView: Tile[] = [];
    const around: Tile[] = [];
    for (let row = top - ahead; row <= bottom + ahead; row++) {
      for (let column = left - ahead; column <= right + ahead; column++) {
        const within = row >= top && row <= bottom && column >= left && column <= right;
        (within ? inView : around).push(this.#tile(level, column, row, side));
      }
    }
    const middle = { column: (left + right) / 2, row: (top + bottom) / 2 };
    const far = (tile: Tile) => Math.hypot(tile.column - middle.column, tile.row - middle.row);
    inView.sort((a, b) => far(a) - far(b));
    return { inView, around };
  }

  #tile(level: Level, column: number, row: number, side: number): Tile {
    const key = `${column} ${row}`;
    let tile = level.tiles.get(key);
    if (!tile) {
      const box = { x: column * side, y: row * side, w: side, h: side };
      tile = { column, row, box, canvas: null, detail: 'none', dirty: [] };
      level.tiles.set(key, tile);
    }
    return tile;
  }

  #paint(level: Level, tile: Tile, coarse: boolean): void {
    const anew = tile.detail === 'none' || tile.dirty.length === 0 || tile.dirty[0] === tile.box;
    const places = anew ? [tile.box] : tile.dirty;
    // Coarse tiles are patched coarsely: they are painted finely as a whole.
    const coarsely = coarse || (!anew && tile.detail === 'coarse');
    if (anew || tile.detail === 'none') tile.detail = coarsely ? 'coarse' : 'fine';
    tile.dirty = [];
    if (!tile.canvas && !this.#source.any(tile.box)) return;
    tile.canvas ??= this.#take();
    const context = tile.canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const scale = level.zoom * level.ratio;
    for (const place of places) {
      const [left, top] = [tile.column * SIDE, tile.row * SIDE];
      const x = Math.max(0, Math.floor(place.x * scale - left));
      const y = Math.max(0, Math.floor(place.y * scale - top));
      const w = Math.min(SIDE, Math.ceil((place.x + place.w) * scale - left)) - x;
      const h = Math.min(SIDE, Math.ceil((place.y + place.h) * scale - top)) - y;
      if (w <= 0 || h <= 0) continue;
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(x, y, w, h);
      if (!anew) {
        context.beginPath();
        context.rect(x, y, w, h);
        context.clip();
      }
      context.setTransform(scale, 0, 0, scale, -left, -top);
      const box = { x: (left + x) / scale, y: (top + y) / scale, w: w / scale, h: h / scale };
      this.#source.paint(context, box, scale, coarsely);
      context.restore();
    }
    // Drawing is put off until somebody looks; the clock must see what it costs.
    context.getImageData(0, 0, 1, 1);
  }

  #take(): HTMLCanvasElement {
    const spare = this.#spare.pop();
    if (spare) return spare;
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    // A canvas that was lost comes back empty.
    canvas.oncontextrestored = () => this.touchAll();
    return canvas;
  }

  #giveBack(tile: Tile): void {
    const { canvas } = tile;
    if (!canvas) return;
    tile.canvas = null;
    if (this.#spare.length < SPARE_MAX) this.#spare.push(canvas);
    else release(canvas);
  }

  /** Lets go of the tiles farthest from the view when there are too many. */
  #trim(level: Level, seen: Box, wanted: number): void {
    if (level.tiles.size <= wanted * KEPT_VIEWS) return;
    const middle = { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 };
    const far = ({ box }: Tile) => Math.hypot(box.x + box.w / 2 - middle.x, box.y + box.h / 2 - middle.y);
    const byDistance = [...level.tiles].sort(([, a], [, b]) => far(b) - far(a));
    for (const [key, tile] of byDistance.slice(0, level.tiles.size - Math.ceil(wanted * 1.5))) {
      this.#giveBack(tile);
      level.tiles.delete(key);
    }
  }
}

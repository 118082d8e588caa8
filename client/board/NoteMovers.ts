/**
 * Notes in motion as pixels, over the tiles: each painted once as a little picture of its own, then only copied. (A layer
 * of the page for each was tried: without a GPU, to put a hundred of them together costs thrice as much.)
 */

import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import { type Camera, type Point, toScreen } from './camera.ts';
import type { NoteContext } from './notePainter.ts';

/** World units around a note for its ring and shadow. */
const REACH = 44;
const SPRITES_MAX = 400;
/** How far a sprite is stretched before it is painted anew. */
const STRETCH_MAX = 1.3;

export interface Mover extends Point {
  id: NoteId;
  /** Changes when the note should be painted anew. */
  look: string;
}

interface Sprite {
  /** No canvas: of that, each copying takes a snapshot first. */
  picture: ImageBitmap;
  look: string;
  scale: number;
  /** Words are bars, until there is time for letters. */
  coarse: boolean;
}

export interface MoverSource {
  /** Paints a note at the origin, on a context that is scaled to world units. */
  paint(context: NoteContext, id: NoteId, x: number, y: number, scale: number, coarse: boolean): void;
}

export class NoteMovers {
  #source: MoverSource;
  #sprites = new Map<NoteId, Sprite>();
  #desk: OffscreenCanvas | null = null;
  #shadow: { canvas: OffscreenCanvas; scale: number } | null = null;

  constructor(source: MoverSource) {
    this.#source = source;
  }

  /**
   * Draws these, in this order, where the camera sees them.
   * @returns whether some are drawn coarsely for want of time, so that another frame is needed
   */
  draw(
    context: CanvasRenderingContext2D,
    movers: readonly Mover[],
    camera: Camera,
    ratio: number,
    until: number,
  ): boolean {
    const { width, height } = context.canvas;
    const scale = camera.z * ratio;
    let more = false;
    let refined = 0;
    for (const mover of movers) {
      const at = toScreen(camera, mover);
      const [x, y] = [Math.round(at.x * ratio), Math.round(at.y * ratio)];
      const reach = REACH * scale;
      if (x + NOTE_SIZE * scale + reach < 0 || y + NOTE_SIZE * scale + reach < 0) continue;
      if (x - reach > width || y - reach > height) continue;
      let sprite = this.#sprites.get(mover.id);
      const stretch = sprite ? scale / sprite.scale : 0;
      if (!sprite || sprite.look !== mover.look || stretch > STRETCH_MAX || stretch < 1 / STRETCH_MAX) {
        // Coarsely at once: what is painted straight onto the view would be painted in every frame.
        sprite = this.#paint(mover, scale, true, sprite);
      }
      if (sprite.coarse && (refined === 0 || performance.now() < until)) {
        sprite = this.#paint(mover, scale, false, sprite);
        refined++;
      }
      more ||= sprite.coarse;
      const part = scale / sprite.scale;
      const offset = Math.round(REACH * sprite.scale) * part;
      const side = sprite.picture.width * part;
      if (part === 1) context.drawImage(sprite.picture, x - offset, y - offset);
      else context.drawImage(sprite.picture, x - offset, y - offset, side, side);
    }
    return more;
  }

  /** Everything looks otherwise now. */
  forget(): void {
    for (const { picture } of this.#sprites.values()) picture.close();
    this.#sprites.clear();
    this.#shadow = null;
  }

  #paint({ id, look }: Mover, scale: number, coarse: boolean, former: Sprite | undefined): Sprite {
    const reach = Math.round(REACH * scale);
    const side = Math.ceil(NOTE_SIZE * scale) + 2 * reach;
    this.#desk ??= new OffscreenCanvas(side, side);
    this.#desk.width = side;
    this.#desk.height = side;
    const context = this.#desk.getContext('2d', { willReadFrequently: true });
    if (context) {
      context.drawImage(this.#shadowFor(scale), 0, 0);
      context.setTransform(scale, 0, 0, scale, reach, reach);
      this.#source.paint(context, id, 0, 0, scale, coarse);
    }
    // Drawing is put off until the picture is taken; so the clock sees what it costs.
    const sprite = { picture: this.#desk.transferToImageBitmap(), look, scale, coarse };
    former?.picture.close();
    if (!former && this.#sprites.size >= SPRITES_MAX) this.forget();
    this.#sprites.set(id, sprite);
    return sprite;
  }

  /** One blur for all. */
  #shadowFor(scale: number): OffscreenCanvas {
    if (this.#shadow?.scale === scale) return this.#shadow.canvas;
    const reach = Math.round(REACH * scale);
    const side = Math.ceil(NOTE_SIZE * scale) + 2 * reach;
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context) {
      context.fillStyle = '#000';
      for (const [down, blur, dark] of [
        [2, 3, 0.2],
        [14, 28, 0.26],
      ] as const) {
        context.shadowColor = `rgb(40 34 20 / ${dark})`;
        context.shadowBlur = blur * scale;
        context.shadowOffsetY = down * scale;
        context.fillRect(reach, reach, NOTE_SIZE * scale, NOTE_SIZE * scale);
      }
      // What cast it is not part of it.
      context.shadowColor = 'transparent';
      context.clearRect(reach + 1, reach + 1, NOTE_SIZE * scale - 2, NOTE_SIZE * scale - 2);
    }
    this.#shadow = { canvas, scale };
    return canvas;
  }
}

/** Pictures of notes in motion, each painted once: shadow, ring and paper, as they lie on one another. */

import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import type { Point } from '../surface/camera.ts';
import { emptied, release } from './canvas.ts';
import type { NoteContext } from './notePainter.ts';

/** World units around a note for its ring and shadow. */
export const REACH = 44;
/** More sprites than this are let go, if not so many are in motion. */
const SPRITES_MAX = 400;
const FRAMES_MAX = 8;
const READ = { willReadFrequently: true };
/** How far a sprite is stretched before it is painted anew. */
const STRETCH_MAX = 1.3;

export interface Mover extends Point {
  id: NoteId;
  /** Notes of the same kind differ in nothing but their words. */
  kind: string;
  text: string;
}

export interface Sprite {
  number: number;
  /** No canvas: of that, each copying takes a snapshot first. */
  picture: ImageBitmap;
  kind: string;
  text: string;
  scale: number;
  /** Its words are bars, and it stands for others of its kind that there was no time to paint yet. */
  coarse: boolean;
}

export interface SpriteSource {
  /** Paints a note without its ring at the origin, on a context that is scaled to world units. */
  paint(context: NoteContext, id: NoteId, scale: number, coarse: boolean): void;
  /** Paints its ring in the same manner. */
  paintRing(context: NoteContext, id: NoteId, scale: number): void;
  /** Notes with the same marks have the same ring. */
  marksOf(id: NoteId): string;
}

export class MoverSprites {
  #source: SpriteSource;
  #dropped: (number: number) => void;
  #sprites = new Map<NoteId, Sprite>();
  #coarse = new Map<string, Sprite>();
  #numbers = 0;
  /** An element, since only those keep the typefaces that they have looked up. */
  #desk = document.createElement('canvas');
  /** What is handed over of it, since an element's own picture can't be. */
  #copy = new OffscreenCanvas(1, 1);
  /** What lies around a note: its shadow and its ring. */
  #frames = new Map<string, HTMLCanvasElement>();

  /** @param dropped called with the number of each picture that is no more */
  constructor(source: SpriteSource, dropped: (number: number) => void) {
    this.#source = source;
    this.#dropped = dropped;
  }

  /** Lets all go where they are too many. Not in the midst of a frame, in which some are about to be drawn. */
  trim(inMotion: number): void {
    if (this.#sprites.size > Math.max(SPRITES_MAX, inMotion)) this.forget();
  }

  /** Everything looks otherwise now. */
  forget(): void {
    for (const sprite of this.#sprites.values()) this.#drop(sprite);
    for (const sprite of this.#coarse.values()) this.#drop(sprite);
    this.#sprites.clear();
    this.#coarse.clear();
    this.#frames.clear();
    release(this.#desk);
  }

  /** Its picture, if it still looks so, maybe stretched. */
  of({ id, kind, text }: Mover, scale: number): Sprite | undefined {
    const sprite = this.#sprites.get(id);
    if (!sprite || sprite.kind !== kind || sprite.text !== text) return undefined;
    return fits(sprite, scale) ? sprite : undefined;
  }

  /** Paints it anew. */
  renew(mover: Mover, scale: number): Sprite {
    const former = this.#sprites.get(mover.id);
    if (former) this.#drop(former);
    const sprite = this.#paint(mover, scale, false);
    this.#sprites.set(mover.id, sprite);
    return sprite;
  }

  /** One picture for all of a kind, maybe stretched. */
  coarseOf(mover: Mover, scale: number): Sprite {
    const former = this.#coarse.get(mover.kind);
    if (former && fits(former, scale)) return former;
    if (former) this.#drop(former);
    const sprite = this.#paint(mover, scale, true);
    this.#coarse.set(mover.kind, sprite);
    return sprite;
  }

  #paint({ id, kind, text }: Mover, scale: number, coarse: boolean): Sprite {
    const reach = Math.round(REACH * scale);
    const side = Math.ceil(NOTE_SIZE * scale) + 2 * reach;
    const context = emptied(this.#desk, { w: side, h: side }, READ);
    context?.drawImage(this.#frameOf(id, scale, side), 0, 0);
    context?.setTransform(scale, 0, 0, scale, reach, reach);
    if (context) this.#source.paint(context, id, scale, coarse);
    if (this.#copy.width !== side) this.#copy.width = side;
    if (this.#copy.height !== side) this.#copy.height = side;
    this.#copy.getContext('2d', READ)?.drawImage(this.#desk, 0, 0);
    // Drawing is put off until the picture is taken, and leaves it empty; so the clock sees what it costs.
    const picture = this.#copy.transferToImageBitmap();
    return { number: ++this.#numbers, picture, kind, text, scale, coarse };
  }

  #drop({ number, picture }: Sprite): void {
    this.#dropped(number);
    picture.close();
  }

  /** One for all notes that are held alike: blurs and dashes cost more than the note itself. */
  #frameOf(id: NoteId, scale: number, side: number): HTMLCanvasElement {
    const key = `${scale} ${this.#source.marksOf(id)}`;
    let frame = this.#frames.get(key);
    if (!frame) {
      frame = document.createElement('canvas');
      const context = emptied(frame, { w: side, h: side }, READ);
      if (context) this.#paintFrame(context, id, scale);
      if (this.#frames.size >= FRAMES_MAX) this.#frames.clear();
      this.#frames.set(key, frame);
    }
    return frame;
  }

  #paintFrame(context: CanvasRenderingContext2D, id: NoteId, scale: number): void {
    const reach = Math.round(REACH * scale);
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
    context.setTransform(scale, 0, 0, scale, reach, reach);
    this.#source.paintRing(context, id, scale);
  }
}

function fits(sprite: Sprite, scale: number): boolean {
  const stretch = scale / sprite.scale;
  return stretch <= STRETCH_MAX && stretch >= 1 / STRETCH_MAX;
}

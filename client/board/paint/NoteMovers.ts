/**
 * Notes in motion as pixels, over the tiles: each painted once as a little picture of its own, then only copied, by
 * another thread where there is one. (A layer of the page for each was tried: without a GPU, to put a hundred of them
 * together costs thrice as much.)
 */

import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { type Camera, type Point, type Size, toScreen } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import { emptied, release } from './canvas.ts';
import { Flight } from './Flight.ts';
import { type Mover, MoverSprites, REACH, type Sprite, type SpriteSource } from './MoverSprites.ts';
import { make } from './NoteLayer.ts';

/** Spent on painting in a frame. */
const PAINT_MS = 6;
/** For fewer notes in motion no other thread is troubled. */
const FLIGHT_FROM = 20;

export interface MoversView {
  camera: Camera;
  size: Size;
  ratio: number;
  /** The camera moves. */
  travelling: boolean;
}

/** A sprite where it is seen, in device pixels. */
interface Placed extends Point {
  id: NoteId;
  sprite: Sprite;
  /** How far it is stretched. */
  part: number;
}

export interface MoverSource extends SpriteSource {
  requestFrame(): void;
}

export class NoteMovers {
  readonly element = make('div', css.far!);
  /** What is drawn in this thread, over what is drawn in the other. */
  #here = make('canvas', css.far!);
  #source: MoverSource;
  #sprites: MoverSprites;
  /** Undefined before it was first wanted, null where there is none. */
  #flight: Flight | null | undefined;

  constructor(source: MoverSource) {
    this.#source = source;
    this.#sprites = new MoverSprites(source, (number) => this.#flight?.drop(number));
    this.element.hidden = true;
    this.element.append(this.#here);
  }

  /**
   * Shows these, in this order, where the camera sees them.
   * @returns whether some are drawn coarsely or stretched for want of time, so that another frame is needed
   */
  show(movers: readonly Mover[], view: MoversView): boolean {
    if (movers.length === 0) {
      this.hide();
      return false;
    }
    this.element.hidden = false;
    this.#sprites.trim(movers.length);
    const device = { w: Math.round(view.size.w * view.ratio), h: Math.round(view.size.h * view.ratio) };
    const placed = this.#place(movers, view, device);
    this.#fly(placed, device, view.travelling);
    this.#drawHere(placed, device);
    return placed.some(({ sprite, part }) => sprite.coarse || (part !== 1 && !view.travelling));
  }

  hide(): void {
    if (this.element.hidden) return;
    this.element.hidden = true;
    release(this.#here);
    this.forget();
    this.#flight?.end();
    this.#flight = undefined;
  }

  /** Those that are in view, each with a picture. */
  #place(movers: readonly Mover[], { camera, ratio, travelling }: MoversView, { w, h }: Size): Placed[] {
    const scale = camera.z * ratio;
    const reach = REACH * scale;
    const until = performance.now() + PAINT_MS;
    let painted = 0;
    const placed: Placed[] = [];
    for (const mover of movers) {
      const at = toScreen(camera, mover);
      const [x, y] = [Math.round(at.x * ratio), Math.round(at.y * ratio)];
      if (x + NOTE_SIZE * scale + reach < 0 || y + NOTE_SIZE * scale + reach < 0) continue;
      if (x - reach > w || y - reach > h) continue;
      const former = this.#sprites.of(mover, scale);
      const due = !former || (former.scale !== scale && !travelling);
      const anew = due && (painted === 0 || performance.now() < until);
      if (anew) painted++;
      // What is painted straight onto the view would be painted in every frame.
      const sprite = anew
        ? this.#sprites.renew(mover, scale)
        : (former ?? this.#sprites.coarseOf(mover, scale));
      const part = scale / sprite.scale;
      const offset = Math.round(REACH * sprite.scale) * part;
      placed.push({ id: mover.id, sprite, part, x: x - offset, y: y - offset });
    }
    return placed;
  }

  /** Has the other thread show what is not stretched, while the camera stands. */
  #fly(placed: readonly Placed[], device: Size, travelling: boolean): void {
    const settled = placed.filter(({ part }) => part === 1);
    if (this.#flight === undefined && settled.length >= FLIGHT_FROM && !travelling) {
      this.#flight = Flight.start(() => this.#source.requestFrame());
      if (this.#flight) this.element.prepend(this.#flight.element);
    }
    if (!this.#flight) return;
    if (travelling) {
      this.#flight.leave();
      return;
    }
    const pieces = settled.map(({ id, sprite: { number, picture }, x, y }) => ({
      id,
      number,
      picture,
      x,
      y,
    }));
    this.#flight.show(pieces, device);
  }

  #drawHere(placed: readonly Placed[], device: Size): void {
    const left = placed.filter(({ id }) => !this.#flight?.shows(id));
    if (left.length === 0) {
      this.#here.hidden = true;
      return;
    }
    const context = emptied(this.#here, device);
    for (const { sprite, part, x, y } of left) {
      const side = sprite.picture.width * part;
      if (part === 1) context?.drawImage(sprite.picture, x, y);
      else context?.drawImage(sprite.picture, x, y, side, side);
    }
  }

  /** Everything looks otherwise now. */
  forget(): void {
    this.#sprites.forget();
  }
}

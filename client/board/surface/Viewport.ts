/**
 * The window onto the board: its camera, and the elements that the camera moves. What hangs in it is others' work.
 *
 * ```
 *   element   the window; clips, takes the pointers
 *     world     moved and stretched by the compositor alone while the camera moves
 *       ground
 *       under     what lies under the notes, drawn at the scale at which the camera last stood still
 *         underlay, layers …
 *     between   over that and under the notes, in pixels of the window
 *     upper     moved as the world is
 *       content   the notes
 *     over      above the notes, in pixels of the window
 * ```
 *
 * Over 300 lines: where one looks, the way there and coming to rest share one camera.
 */

import { type Box, NOTE_SIZE } from '../../../shared/board/boardView.ts';
import { make } from '../paint/NoteLayer.ts';
import {
  type Camera,
  fillBox,
  fitBox,
  type Insets,
  keepInSight,
  NO_INSETS,
  type Point,
  panBy,
  partWay,
  reveal,
  type Size,
  sameCamera,
  ZOOM_MIN,
  zoomAbout,
} from './camera.ts';
import css from './surface.module.css';

const STILL_MS = 180;
/** How far a drawing is stretched or shrunk before it is drawn anew. */
const STRETCH_MAX = 1.6;
/** Shown of an empty board: room for a few notes. */
const EMPTY: Box = { x: -NOTE_SIZE * 2, y: -NOTE_SIZE, w: NOTE_SIZE * 5, h: NOTE_SIZE * 3 };
/** Air around everything, in world units. */
const AIR = 40;
/** The ground reaches this far beyond the content, so that it seldom has to grow. */
const GROUND_AIR = 2_000;
/** On a screen narrower than this, in pixels, one begins no further off than at this zoom: a wide wall would be a strip. */
const NARROW = 640;
const BEGIN_ZOOM = 0.3;
/** A thing that is revealed is not glued to the edge. */
const REVEAL_AIR = 24;

export class Viewport {
  readonly element = make('div', css.surface!);
  readonly under = make('div', css.world!);
  readonly between = make('div', css.between!);
  readonly content = make('div', css.world!);
  readonly over = make('div', css.over!);
  /** Called in a frame in which the camera moved, or the window changed. */
  readonly onCamera = new Set<() => void>();
  /** Called when the camera has stood still for a moment. */
  readonly onRest = new Set<(zoom: number) => void>();
  /** What lies over the edges; content is fitted into the rest. */
  insets: Insets = NO_INSETS;
  /** Where one begins on a narrow screen that can't show everything large enough. */
  beginAt: () => Point | null = () => null;

  #world = make('div', css.world!);
  #upper = make('div', css.world!);
  #ground = make('div', css.ground!);
  #underlay = make('div', css.ground!);
  #grounded: Box = { x: 0, y: 0, w: 0, h: 0 };
  #camera: Camera = { x: 0, y: 0, z: 1 };
  #size: Size = { w: 0, h: 0 };
  #journey: { from: Camera; to: Camera; start: number; ms: number } | null = null;
  #moved = true;
  #drawnFor = 1;
  #travelling = false;
  #movedAt = 0;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;
  /** Whether everything is kept in view, or will be once more. */
  #framing: 'always' | 'once' | 'no' = 'always';
  #resize: ResizeObserver;
  #motionQuery = matchMedia('(prefers-reduced-motion: reduce)');
  #requestFrame: () => void;
  #bounds: () => Box | null;

  /** @param bounds the box around everything that hangs */
  constructor(host: HTMLElement, requestFrame: () => void, bounds: () => Box | null) {
    this.#requestFrame = requestFrame;
    this.#bounds = bounds;
    this.under.append(this.#underlay);
    this.#world.append(this.#ground, this.under);
    this.#upper.append(this.content);
    this.element.append(this.#world, this.between, this.#upper, this.over);
    host.append(this.element);
    // Measured at once, so that the first frame can draw.
    this.#measure();
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(this.element);
  }

  get camera(): Camera {
    return this.#camera;
  }

  get size(): Size {
    return this.#size;
  }

  /** The zoom for which everything is drawn now, and stretched from until the camera rests. */
  get drawnFor(): number {
    return this.#drawnFor;
  }

  /** Whether the camera has moved within the last moment. */
  get travelling(): boolean {
    return this.#travelling;
  }

  get reducedMotion(): boolean {
    return this.#motionQuery.matches;
  }

  destroy(): void {
    this.#resize.disconnect();
    clearTimeout(this.#stillTimer);
    this.element.remove();
  }

  // ── looking ────────────────────────────────────────────────────────────────────────────────────────────────

  /** Looks from here at once. */
  look(camera: Camera): void {
    this.#journey = null;
    this.#setCamera(camera);
  }

  /** Goes there calmly, or at once for those who want no motion. */
  travel(to: Camera, ms = 320): void {
    if (this.reducedMotion || ms <= 0) {
      this.look(to);
    } else if (!sameCamera(this.#camera, to)) {
      this.#journey = { from: this.#camera, to, start: performance.now(), ms };
      this.#requestFrame();
    }
  }

  pan(dx: number, dy: number): void {
    this.stopFraming();
    this.look(keepInSight(panBy(this.#camera, dx, dy), this.#bounds(), this.#size));
  }

  zoom(about: Point, factor: number): void {
    this.stopFraming();
    const least = Math.max(ZOOM_MIN, Math.min(0.4, this.fitted().z * 0.6));
    const bounded = Math.max(factor, least / this.#camera.z);
    this.look(keepInSight(zoomAbout(this.#camera, about, bounded), this.#bounds(), this.#size));
  }

  /** The camera that shows everything. */
  fitted(): Camera {
    return fitBox(this.#aired(), this.#size, this.insets);
  }

  /** The camera that one begins with. */
  #beginning(): Camera {
    const all = this.fitted();
    const focus = this.#size.w < NARROW && all.z < BEGIN_ZOOM ? this.beginAt() : null;
    return focus ? fillBox(this.#aired(), focus, this.#size, this.insets, BEGIN_ZOOM) : all;
  }

  #aired(): Box {
    const { x, y, w, h } = this.#bounds() ?? EMPTY;
    return { x: x - AIR, y: y - AIR, w: w + AIR * 2, h: h + AIR * 2 };
  }

  /** Pans just so far that the box is seen. */
  reveal(box: Box): void {
    const { top, right, bottom, left } = this.insets;
    this.stopFraming();
    this.travel(
      reveal(this.#camera, box, this.#size, {
        top: top + REVEAL_AIR,
        right: right + REVEAL_AIR,
        bottom: bottom + REVEAL_AIR,
        left: left + REVEAL_AIR,
      }),
      200,
    );
  }

  /** Everything has come: shows it all once more, unless somebody has looked elsewhere by themselves. */
  frameOnce(): void {
    if (this.#framing === 'always') this.#framing = 'once';
    this.#requestFrame();
  }

  /** The camera stays where it is put, whatever comes. */
  stopFraming(): void {
    this.#framing = 'no';
  }

  // ── the frame ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Moves the camera to where it is at this moment. @returns whether it is still on its way */
  advance(now: number): boolean {
    if (this.#framing !== 'no') this.#setCamera(this.#beginning());
    if (this.#framing === 'once') this.#framing = 'no';
    if (!this.#journey) return false;
    const { from, to, start, ms } = this.#journey;
    const part = Math.min(1, Math.max(0, (now - start) / ms));
    const eased = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
    this.#setCamera(part >= 1 ? to : partWay(from, to, eased, this.#size));
    if (part >= 1) this.#journey = null;
    return part < 1;
  }

  /** Shows what the camera sees. */
  apply(): void {
    if (!this.#moved) return;
    this.#moved = false;
    const stretch = this.#camera.z / this.#drawnFor;
    if (stretch > STRETCH_MAX || stretch < 1 / STRETCH_MAX) this.#drawAnew();
    this.#moveWorld();
    this.#travelling = true;
    // A layer of its own only while it moves: kept for good it blurs text and eats a phone's memory.
    this.#world.style.willChange = 'transform';
    this.#upper.style.willChange = 'transform';
    this.#movedAt = performance.now();
    this.#stillTimer ??= setTimeout(() => this.#standStill(), STILL_MS);
    for (const listener of this.onCamera) listener();
  }

  /** Keeps the ground somewhat larger than the content. */
  growGround(): void {
    const bounds = this.#bounds();
    if (!bounds || contains(this.#grounded, bounds)) return;
    this.#grounded = {
      x: bounds.x - GROUND_AIR,
      y: bounds.y - GROUND_AIR,
      w: bounds.w + GROUND_AIR * 2,
      h: bounds.h + GROUND_AIR * 2,
    };
    this.#layGround();
  }

  /**
   * While one zooms, what is drawn is only stretched, and drawn anew when that begins to show. Two elements, since a
   * browser draws what is under `will-change` at full size at least: 2,000 notes would be 300 MB.
   */
  #drawAnew(): void {
    this.#drawnFor = this.#camera.z;
    this.under.style.transform = `scale(${this.#drawnFor})`;
    this.content.style.transform = this.under.style.transform;
    this.#layGround();
  }

  #moveWorld(): void {
    const { x, y, z } = this.#camera;
    if (z === this.#drawnFor) {
      // On whole pixels of the screen: what is painted, and type, would blur between them.
      const ratio = devicePixelRatio || 1;
      const [left, top] = [Math.round(x * ratio) / ratio, Math.round(y * ratio) / ratio];
      this.#world.style.transform = `translate(${left}px, ${top}px)`;
    } else {
      this.#world.style.transform = `translate(${x}px, ${y}px) scale(${z / this.#drawnFor})`;
    }
    this.#upper.style.transform = this.#world.style.transform;
  }

  /** One timer, asked again until the camera has stood: to set one anew in each frame shows in a profile. */
  #standStill(): void {
    const left = this.#movedAt + STILL_MS - performance.now();
    this.#stillTimer = left > 1 ? setTimeout(() => this.#standStill(), left) : undefined;
    if (this.#stillTimer === undefined) this.#rest();
  }

  /** The camera stands still: everything sharp. */
  #rest(): void {
    if (this.#drawnFor !== this.#camera.z) this.#drawAnew();
    this.#moveWorld();
    this.#world.style.willChange = '';
    this.#upper.style.willChange = '';
    this.#travelling = false;
    for (const listener of this.onRest) listener(this.#camera.z);
  }

  #layGround(): void {
    layBox(this.#underlay, this.#grounded, 1);
    layBox(this.#ground, this.#grounded, this.#drawnFor);
  }

  #setCamera(camera: Camera): void {
    const { x, y, z } = this.#camera;
    if (camera.x === x && camera.y === y && camera.z === z) return;
    this.#camera = camera;
    this.#moved = true;
    this.#requestFrame();
  }

  #measure(): void {
    const size = { w: this.element.clientWidth, h: this.element.clientHeight };
    const before = this.#size;
    if (size.w === before.w && size.h === before.h) return;
    this.#size = size;
    this.#moved = true;
    // What was in the middle stays in the middle.
    if (before.w > 0) this.look(panBy(this.#camera, (size.w - before.w) / 2, (size.h - before.h) / 2));
    this.#requestFrame();
  }
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

function layBox({ style }: HTMLElement, { x, y, w, h }: Box, scale: number): void {
  style.left = `${Math.round(x * scale)}px`;
  style.top = `${Math.round(y * scale)}px`;
  style.width = `${Math.round(w * scale)}px`;
  style.height = `${Math.round(h * scale)}px`;
}

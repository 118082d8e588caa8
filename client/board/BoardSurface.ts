/**
 * The board as it is seen: camera, layers, things in flight, and the frame that draws them. The wall is this and
 * nothing more; the board adds a hand. React never takes part in a frame.
 */

import type * as Y from 'yjs';
import { type Box, NOTE_SIZE, overlaps } from '../../shared/board/boardView.ts';
import type { Level } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { HeldMove } from '../../shared/protocol/boardFrames.ts';
import { BoardModel, type Flushed } from './BoardModel.ts';
import { ClusterLayer } from './ClusterLayer.ts';
import {
  type Camera,
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
  visibleBox,
  ZOOM_MIN,
  zoomAbout,
} from './camera.ts';
import { FrameLoop, type FrameTask } from './frameLoop.ts';
import { Glides, RemoteMotion } from './motion.ts';
import { make, NoteLayer } from './NoteLayer.ts';
import css from './surface.module.css';

/** Words that stand on the board itself. */
export interface SurfaceWords {
  unnamed: string;
  level: Record<Level, string>;
}

/** Mounted a frame: enough to fill a screen of near notes at once, and never a long frame when all come in view. */
const MOUNTS_A_FRAME = 90;
/** More changes than this at once are not animated one by one. */
const MANY = 120;
/** The share of the viewport around it in which notes are mounted ahead. */
const AHEAD = 0.3;
const STILL_MS = 180;
/** How far a drawing is stretched or shrunk before it is drawn anew. */
const STRETCH_MAX = 2;

export class BoardSurface {
  readonly element: HTMLElement;
  /** Above the notes, in pixels of the viewport; takes no pointers. */
  readonly over: HTMLElement;
  readonly loop: FrameLoop;
  readonly model: BoardModel;
  readonly notes: NoteLayer;
  readonly clusters: ClusterLayer;
  readonly remote = new RemoteMotion();
  /** Run in each frame after the document has been read and before anything is drawn. */
  readonly beforeDraw: FrameTask[] = [];
  /** Called in a frame in which the camera moved, or the viewport changed. */
  readonly onCamera = new Set<() => void>();
  /** Called in a frame in which the document changed. */
  readonly onFlush = new Set<(flushed: Flushed) => void>();
  /** What lies over the edges; content is fitted into the rest. */
  insets: Insets = NO_INSETS;
  /** The nearest that a fit goes. */
  fitZoomMax = 1;

  /** Moved and zoomed by the compositor alone while the camera moves … */
  #world: HTMLElement;
  /** … and within it everything at the scale it was last drawn for. */
  #scaled: HTMLElement;
  #ground: HTMLElement;
  #underlay: HTMLElement;
  #words: SurfaceWords;
  #camera: Camera = { x: 0, y: 0, z: 1 };
  #size: Size = { w: 0, h: 0 };
  #journey: { from: Camera; to: Camera; start: number; ms: number } | null = null;
  #glides = new Glides();
  #settling = new Set<NoteId | ClusterId>();
  #cameraMoved = true;
  #drawnFor = 1;
  #culled: Box | null = null;
  #grounded: Box = { x: 0, y: 0, w: 0, h: 0 };
  #cullAgain = true;
  #stillTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #framed = false;
  #frameOnce = false;
  #resize: ResizeObserver;
  #motionQuery = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(host: HTMLElement, words: SurfaceWords) {
    this.#words = words;
    this.loop = new FrameLoop();
    this.model = new BoardModel(() => this.loop.request());
    this.element = make('div', css.surface!);
    this.#world = make('div', css.world!);
    this.#scaled = make('div', css.world!);
    this.over = make('div', css.over!);
    const { model } = this;
    this.notes = new NoteLayer({
      note: (id) => model.view.notes.get(id),
      rounds: () => model.meta?.rounds ?? [],
      levelName: (level) => this.#words.level[level],
      holder: (id) =>
        this.remote.holderOf(id) ?? this.remote.holderOf(model.view.notes.get(id)?.cluster ?? ''),
    });
    this.clusters = new ClusterLayer({
      cluster: (id) => model.view.clusters.get(id),
      unnamed: () => this.#words.unnamed,
    });
    this.#ground = make('div', css.ground!);
    this.#underlay = make('div', css.ground!);
    this.#scaled.append(this.#underlay, this.clusters.element, this.notes.element);
    this.#world.append(this.#ground, this.#scaled);
    this.element.append(this.#world, this.over);
    host.append(this.element);
    this.#resize = new ResizeObserver(() => this.#measure());
    this.#resize.observe(this.element);
    this.#motionQuery.addEventListener('change', this.#followMotionWish);
    this.#followMotionWish();
    this.loop.add((now) => this.#frame(now));
  }

  get camera(): Camera {
    return this.#camera;
  }

  get size(): Size {
    return this.#size;
  }

  get reducedMotion(): boolean {
    return this.#motionQuery.matches;
  }

  /** Shows this document from now on. */
  bind(doc: Y.Doc): void {
    this.letGoOfRemote();
    this.model.bind(doc);
  }

  /** Lets go of what others held: the connection that told of it is gone. */
  letGoOfRemote(): void {
    for (const id of this.remote.clear()) this.#release(id);
    this.loop.request();
  }

  say(words: SurfaceWords): void {
    this.#words = words;
    this.notes.refreshAll();
    this.clusters.refreshAll();
  }

  destroy(): void {
    this.loop.stop();
    this.model.unbind();
    this.#resize.disconnect();
    this.#motionQuery.removeEventListener('change', this.#followMotionWish);
    clearTimeout(this.#stillTimer);
    clearTimeout(this.#silenceTimer);
    this.element.remove();
  }

  // ── the camera ─────────────────────────────────────────────────────────────────────────────────────────────

  /** Looks from here at once. */
  look(camera: Camera): void {
    this.#journey = null;
    this.#setCamera(camera);
  }

  /** Goes there calmly, or at once for those who want no motion. */
  travel(to: Camera, ms = 320): void {
    if (this.reducedMotion || ms <= 0) {
      this.look(to);
      return;
    }
    if (sameCamera(this.#camera, to)) return;
    this.#journey = { from: this.#camera, to, start: performance.now(), ms };
    this.loop.request();
  }

  pan(dx: number, dy: number): void {
    this.#framed = true;
    this.look(keepInSight(panBy(this.#camera, dx, dy), this.model.bounds, this.#size));
  }

  zoom(about: Point, factor: number): void {
    this.#framed = true;
    const least = Math.max(ZOOM_MIN, Math.min(0.4, this.fitted().z * 0.6));
    const bounded = Math.max(factor, least / this.#camera.z);
    this.look(keepInSight(zoomAbout(this.#camera, about, bounded), this.model.bounds, this.#size));
  }

  /** The camera that shows everything. */
  fitted(): Camera {
    const bounds = this.model.bounds ?? {
      x: -NOTE_SIZE * 2,
      y: -NOTE_SIZE,
      w: NOTE_SIZE * 5,
      h: NOTE_SIZE * 3,
    };
    const air = 40;
    const box = { x: bounds.x - air, y: bounds.y - air, w: bounds.w + air * 2, h: bounds.h + air * 2 };
    return fitBox(box, this.#size, this.insets, this.fitZoomMax);
  }

  /** Keeps everything in view until somebody looks elsewhere by themselves. */
  frameAll(): void {
    this.#framed = false;
    this.#cameraMoved = true;
    this.loop.request();
  }

  /** Shows everything that there is now, once, unless somebody has looked elsewhere by themselves. */
  frameOnce(): void {
    this.#frameOnce = true;
    this.loop.request();
  }

  /** Ends that: the camera stays where it is, whatever comes. */
  framed(): void {
    this.#framed = true;
  }

  /** Pans just so far that the box is seen. */
  reveal(box: Box): void {
    const to = reveal(this.#camera, box, this.#size, {
      top: this.insets.top + 24,
      right: this.insets.right + 24,
      bottom: this.insets.bottom + 24,
      left: this.insets.left + 24,
    });
    if (!sameCamera(this.#camera, to)) this.travel(to, 200);
  }

  // ── things that are drawn away from their place ────────────────────────────────────────────────────────────

  /** What others hold. */
  takeMoves(moves: readonly HeldMove[]): void {
    this.remote.take(moves, performance.now(), (id) => this.restOf(id));
    this.loop.request();
  }

  /** Where a note or cluster hangs by the document. */
  restOf(id: string): Point | null {
    return this.model.view.notes.get(id as NoteId) ?? this.model.view.clusters.get(id as ClusterId) ?? null;
  }

  /** Draws a cluster with its notes at a place. */
  drawCluster(id: ClusterId, at: Point): void {
    const placed = this.model.view.clusters.get(id);
    if (!placed) return;
    this.clusters.draw(id, at);
    for (const member of placed.members) {
      const note = this.model.view.notes.get(member)!;
      this.notes.draw(member, { x: note.x + at.x - placed.x, y: note.y + at.y - placed.y });
    }
  }

  /** Lets these go to wherever the document has them, after it has been read the next time. */
  settle(ids: Iterable<NoteId | ClusterId>): void {
    for (const id of ids) {
      this.#settling.add(id);
      for (const member of this.model.view.clusters.get(id as ClusterId)?.members ?? [])
        this.#settling.add(member);
    }
    this.loop.request();
  }

  // ── the frame ──────────────────────────────────────────────────────────────────────────────────────────────

  #frame(now: number): boolean {
    if (this.#size.w === 0) return false;
    let again = false;
    if (this.model.isDirty) this.#takeFlush(this.model.flush(), now);
    if (!this.#framed) this.#setCamera(this.fitted());
    if (this.#frameOnce) this.#framed = true;
    for (const task of this.beforeDraw) again = task(now) || again;
    this.#moveRemote(now);
    this.#settleAll(now);
    this.#glides.frame(
      now,
      (id) => this.restOf(id),
      (id, at) => this.#draw(id, at),
      (id) => this.#draw(id, null),
    );
    again = this.#travelOn(now) || again;
    again = this.#cull() || again;
    this.#applyCamera();
    clearTimeout(this.#silenceTimer);
    // Somebody who holds a thing still is silent; a later frame must see whether they are gone.
    if (this.remote.size > 0) this.#silenceTimer = setTimeout(() => this.loop.request(), 1_000);
    return again || this.#glides.size > 0 || this.remote.isMoving(now) || this.model.isDirty;
  }

  #takeFlush(flushed: Flushed, now: number): void {
    const few = flushed.notes.size <= MANY && !this.reducedMotion;
    for (const [id, before] of flushed.notes) {
      const after = this.model.view.notes.get(id);
      if (!after) this.remote.forget(id);
      else if (before && (before.x !== after.x || before.y !== after.y || before.cluster !== after.cluster)) {
        this.remote.committed(id);
        this.notes.raise(id);
        if (few && !this.notes.moving.has(id)) this.#glides.start(id, { x: before.x, y: before.y }, now);
      }
      this.notes.refresh(id);
      if (!before && few && this.#culled) this.notes.enter(id);
    }
    for (const [id, before] of flushed.clusters) {
      const after = this.model.view.clusters.get(id);
      if (!after) this.remote.forget(id);
      else if (before && (before.x !== after.x || before.y !== after.y)) {
        this.remote.committed(id);
        if (few && !this.clusters.moving.has(id)) this.#glides.start(id, { x: before.x, y: before.y }, now);
      }
      this.clusters.refresh(id);
    }
    if (flushed.meta) this.notes.refreshAll();
    this.#cullAgain = true;
    this.#growGround();
    for (const listener of this.onFlush) listener(flushed);
  }

  /** Keeps the ground somewhat larger than the content, and touches it seldom. */
  #growGround(): void {
    const bounds = this.model.bounds;
    if (!bounds || contains(this.#grounded, bounds)) return;
    const air = 2_000;
    this.#grounded = { x: bounds.x - air, y: bounds.y - air, w: bounds.w + air * 2, h: bounds.h + air * 2 };
    this.#layGround();
  }

  #layGround(): void {
    layBox(this.#underlay, this.#grounded, 1);
    layBox(this.#ground, this.#grounded, this.#drawnFor);
  }

  #moveRemote(now: number): void {
    this.remote.snaps = this.reducedMotion;
    this.remote.frame(
      now,
      (id, at) => {
        if (this.model.view.clusters.has(id as ClusterId)) {
          this.clusters.mark(id as ClusterId, 'held', true);
          this.drawCluster(id as ClusterId, at);
        } else if (!this.notes.has(id as NoteId, 'lifted')) {
          if (!this.notes.has(id as NoteId, 'held')) this.notes.raise(id as NoteId);
          this.notes.mark(id as NoteId, 'held', true);
          this.notes.draw(id as NoteId, at);
        }
        this.#cullAgain = true;
      },
      (id) => this.#release(id),
    );
  }

  #release(id: string): void {
    this.notes.mark(id as NoteId, 'held', false);
    this.clusters.mark(id as ClusterId, 'held', false);
    if (!this.notes.has(id as NoteId, 'lifted')) this.settle([id as NoteId]);
  }

  #settleAll(now: number): void {
    for (const id of this.#settling) {
      const rest = this.restOf(id);
      const at = this.notes.moving.get(id as NoteId) ?? this.clusters.moving.get(id as ClusterId);
      this.#draw(id, null);
      const far = rest && at && Math.hypot(rest.x - at.x, rest.y - at.y) > 1;
      if (far && !this.reducedMotion) {
        this.#glides.start(id, { x: at.x, y: at.y }, now);
        this.#draw(id, at);
      }
    }
    if (this.#settling.size > 0) this.#cullAgain = true;
    this.#settling.clear();
  }

  #draw(id: string, at: Point | null): void {
    if (id.startsWith('c_')) this.clusters.draw(id as ClusterId, at);
    else this.notes.draw(id as NoteId, at);
  }

  #travelOn(now: number): boolean {
    if (!this.#journey) return false;
    const { from, to, start, ms } = this.#journey;
    const part = Math.min(1, Math.max(0, (now - start) / ms));
    const eased = part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2;
    this.#setCamera(part >= 1 ? to : partWay(from, to, eased, this.#size));
    if (part >= 1) this.#journey = null;
    return part < 1;
  }

  #setCamera(camera: Camera): void {
    const { x, y, z } = this.#camera;
    if (camera.x === x && camera.y === y && camera.z === z) return;
    this.#camera = camera;
    this.#cameraMoved = true;
    this.loop.request();
  }

  /** Mounts what is in view or about to be. Looks anew only when the view has left what was mounted ahead. */
  #cull(): boolean {
    const seen = visibleBox(this.#camera, this.#size);
    const enough = this.#culled && contains(this.#culled, seen) && this.#culled.w < seen.w * 3;
    if (enough && !this.#cullAgain) return false;
    const ahead = {
      x: seen.x - seen.w * AHEAD,
      y: seen.y - seen.h * AHEAD,
      w: seen.w * (1 + 2 * AHEAD),
      h: seen.h * (1 + 2 * AHEAD),
    };
    const notes = new Set(this.model.spatial.notes.within(ahead));
    for (const [id, at] of this.notes.moving) {
      if (overlaps(ahead, { ...at, w: NOTE_SIZE, h: NOTE_SIZE })) notes.add(id);
    }
    const clusters = new Set(this.model.spatial.clusters.within(ahead));
    for (const id of this.clusters.moving.keys()) clusters.add(id);
    this.clusters.show(clusters);
    this.#cullAgain = this.notes.show(notes, MOUNTS_A_FRAME);
    this.#culled = ahead;
    return this.#cullAgain;
  }

  #applyCamera(): void {
    if (!this.#cameraMoved) return;
    this.#cameraMoved = false;
    const stretch = this.#camera.z / this.#drawnFor;
    if (stretch > STRETCH_MAX || stretch < 1 / STRETCH_MAX) this.#drawAnew();
    this.#applyTransform();
    // A layer of its own only while it moves: kept for good it blurs text and eats a phone's memory.
    this.#world.style.willChange = 'transform';
    clearTimeout(this.#stillTimer);
    this.#stillTimer = setTimeout(() => this.#rest(), STILL_MS);
    for (const listener of this.onCamera) listener();
  }

  /**
   * While one zooms, what is drawn is only stretched, and drawn anew when that begins to show. Two elements, since a
   * browser draws what is under `will-change` at full size at least: 2,000 notes would be 300 MB.
   */
  #drawAnew(): void {
    this.#drawnFor = this.#camera.z;
    this.#scaled.style.transform = `scale(${this.#drawnFor})`;
    this.#layGround();
  }

  #applyTransform(): void {
    const { x, y, z } = this.#camera;
    this.#world.style.transform = `translate(${x}px, ${y}px) scale(${z / this.#drawnFor})`;
  }

  /** The camera stands still: everything sharp, and what follows the zoom but not in each of its frames. */
  #rest(): void {
    this.#drawAnew();
    this.#applyTransform();
    this.#world.style.willChange = '';
    this.clusters.zoomed(this.#camera.z);
    this.notes.zoomed(this.#camera.z);
  }

  #measure(): void {
    const size = { w: this.element.clientWidth, h: this.element.clientHeight };
    if (size.w === this.#size.w && size.h === this.#size.h) return;
    // What was in the middle stays in the middle.
    const shift = this.#size.w === 0 ? [0, 0] : [(size.w - this.#size.w) / 2, (size.h - this.#size.h) / 2];
    this.#size = size;
    this.#cameraMoved = true;
    this.#setCamera(panBy(this.#camera, shift[0]!, shift[1]!));
    this.loop.request();
  }

  #followMotionWish = (): void => {
    this.remote.snaps = this.#motionQuery.matches;
  };
}

function layBox({ style }: HTMLElement, { x, y, w, h }: Box, scale: number): void {
  style.left = `${Math.round(x * scale)}px`;
  style.top = `${Math.round(y * scale)}px`;
  style.width = `${Math.round(w * scale)}px`;
  style.height = `${Math.round(h * scale)}px`;
}

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

/**
 * The board as it is seen: camera, layers, things in flight, and the frame that draws them. The wall is this and
 * nothing more; the board adds a hand. React never takes part in a frame.
 */

import type * as Y from 'yjs';
import { FOLDED_EDGES } from '../../../shared/board/boardView.ts';
import type { Level } from '../../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { HeldMove } from '../../../shared/protocol/boardFrames.ts';
import { BoardModel, type Flushed } from '../model/BoardModel.ts';
import { ClusterLayer } from '../paint/ClusterLayer.ts';
import { FarNotes } from '../paint/FarNotes.ts';
import { LaidTexts } from '../paint/fitText.ts';
import { roomAbove } from '../paint/GroupNames.ts';
import { NoteLayer } from '../paint/NoteLayer.ts';
import { NotesInView } from '../paint/NotesInView.ts';
import type { Point } from './camera.ts';
import { FrameLoop, type FrameTask } from './frameLoop.ts';
import { Glides, RemoteMotion } from './motion.ts';
import { Viewport } from './Viewport.ts';

/** Words that stand on the board itself. */
export interface SurfaceWords {
  unnamed: string;
  level: Record<Level, string>;
}

/** More changes than this at once are not animated one by one. */
const MANY = 120;

export class BoardSurface {
  readonly viewport: Viewport;
  readonly loop = new FrameLoop();
  readonly model: BoardModel;
  readonly notes: NoteLayer;
  readonly clusters: ClusterLayer;
  /** Notes that are pixels. */
  readonly far: FarNotes;
  readonly inView: NotesInView;
  readonly remote = new RemoteMotion();
  /** Run in each frame after the document has been read and before anything is drawn. */
  readonly beforeDraw: FrameTask[] = [];
  /** Called in a frame in which the document changed. */
  readonly onFlush = new Set<(flushed: Flushed) => void>();

  #words: SurfaceWords;
  #glides = new Glides();
  #settling = new Set<NoteId | ClusterId>();
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, words: SurfaceWords) {
    this.#words = words;
    const { loop, remote } = this;
    const model = new BoardModel(() => loop.request());
    this.model = model;
    this.viewport = new Viewport(
      host,
      () => loop.request(),
      () => model.bounds,
    );
    const shared = {
      note: (id: NoteId) => model.view.notes.get(id),
      rounds: () => model.meta?.rounds ?? [],
      levelName: (level: Level) => this.#words.level[level],
      laid: new LaidTexts(),
    };
    this.notes = new NoteLayer({
      ...shared,
      holder: (id) => remote.holderOf(id),
      restyled: (id) => {
        this.far.restyle(id);
        // One that is marked may have to be an element now, or need be no longer.
        if (this.inView.areFar) this.inView.stir();
      },
    });
    this.far = new FarNotes({
      ...shared,
      host: this.viewport.element,
      within: (box) => model.spatial.notes.within(box),
      isShown: (id) => model.spatial.notes.has(id),
      notes: this.notes,
      requestFrame: () => loop.request(),
    });
    this.clusters = new ClusterLayer({
      cluster: (id) => model.view.clusters.get(id),
      unnamed: () => this.#words.unnamed,
      firstNotes: ({ members }) =>
        members.slice(0, FOLDED_EDGES).flatMap((member) => model.notes.get(member) ?? []),
      rounds: () => model.meta?.rounds ?? [],
      roomAbove: (cluster) => roomAbove(model, cluster),
    });
    this.viewport.under.append(this.clusters.element);
    this.viewport.between.append(...this.far.elements);
    this.viewport.content.append(this.notes.element, this.clusters.names.element);
    this.inView = new NotesInView({
      model,
      viewport: this.viewport,
      notes: this.notes,
      clusters: this.clusters,
      far: this.far,
    });
    // Names and rings follow the zoom, but not in each of its frames: they would be painted anew every time.
    this.viewport.onRest.add((zoom) => {
      this.clusters.zoomed(zoom);
      this.notes.zoomed(zoom);
      this.far.zoomed(zoom);
      // What moved was drawn for the moment only.
      if (this.far.isActive) loop.request();
    });
    loop.add((now) => this.#frame(now));
  }

  get element(): HTMLElement {
    return this.viewport.element;
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
    this.far.lookAnew();
  }

  destroy(): void {
    this.loop.stop();
    this.far.destroy();
    this.model.unbind();
    clearTimeout(this.#silenceTimer);
    this.viewport.destroy();
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
    if (this.viewport.size.w === 0) return false;
    let again = false;
    if (this.model.isDirty) this.#takeFlush(this.model.flush(), now);
    for (const task of this.beforeDraw) again = task(now) || again;
    this.#moveRemote(now);
    this.#settleAll(now);
    this.#glides.frame(
      now,
      (id) => this.restOf(id),
      (id, at) => this.#draw(id, at),
      (id) => this.#draw(id, null),
    );
    again = this.viewport.advance(now) || again;
    again = this.inView.cull() || again;
    this.viewport.apply();
    again = this.inView.paint() || again;
    if (this.remote.size > 0) this.#awaitSilence();
    return again || this.#glides.size > 0 || this.remote.isMoving(now) || this.model.isDirty;
  }

  /** Somebody who holds a thing still is silent; a later frame must see whether they are gone. */
  #awaitSilence(): void {
    this.#silenceTimer ??= setTimeout(() => {
      this.#silenceTimer = undefined;
      this.loop.request();
    }, 1_000);
  }

  #takeFlush(flushed: Flushed, now: number): void {
    const few = flushed.notes.size <= MANY && !this.viewport.reducedMotion;
    const anew = this.far.touchMany(flushed.notes.size);
    for (const [id, before] of flushed.notes) {
      const after = this.model.view.notes.get(id);
      // The edges of a folded cluster bear the beginnings of its notes.
      if (after?.folded) this.clusters.refresh(after.cluster!);
      if (!after) this.#forgetNote(id);
      else if (before && (before.x !== after.x || before.y !== after.y || before.cluster !== after.cluster)) {
        this.remote.committed(id);
        this.notes.raise(id);
        if (before.cluster !== after.cluster) this.#partFrom(before.cluster, id, after.cluster);
        if (few && !this.notes.moving.has(id)) this.#glides.start(id, { x: before.x, y: before.y }, now);
      }
      this.notes.refresh(id);
      if (!anew) this.far.touch(before, after);
      if (!before && few && this.inView.hasLooked) this.notes.enter(id);
    }
    for (const [id, before] of flushed.clusters) {
      const after = this.model.view.clusters.get(id);
      if (!after) this.#forgetCluster(id);
      else if (before && (before.x !== after.x || before.y !== after.y)) {
        this.remote.committed(id);
        if (few && !this.clusters.moving.has(id)) this.#glides.start(id, { x: before.x, y: before.y }, now);
      }
      this.clusters.refresh(id);
    }
    if (flushed.meta) {
      this.notes.refreshAll();
      this.clusters.refreshAll();
      this.far.lookAnew();
    }
    this.inView.stir();
    this.viewport.growGround();
    for (const listener of this.onFlush) listener(flushed);
  }

  /** Whoever held it holds it no longer, and should it be hung again, it hangs at its place. */
  #forgetNote(id: NoteId): void {
    this.remote.forget(id);
    for (const mark of ['held', 'lifted'] as const) this.notes.mark(id, mark, false);
    this.notes.draw(id, null);
  }

  #forgetCluster(id: ClusterId): void {
    this.remote.forget(id);
    this.clusters.mark(id, 'held', false);
    this.clusters.draw(id, null);
  }

  /** A note that somebody took from a cluster in the hand, or merged away with it, stays in the air no longer. */
  #partFrom(from: ClusterId | undefined, id: NoteId, to: ClusterId | undefined): void {
    const { moving } = this.clusters;
    if (!from || !moving.has(from) || (to && moving.has(to))) return;
    if (!this.remote.isHeld(id) && !this.notes.has(id, 'lifted')) this.settle([id]);
  }

  #moveRemote(now: number): void {
    this.remote.snaps = this.viewport.reducedMotion;
    this.remote.frame(
      now,
      (id, at) => {
        if (this.model.view.clusters.has(id as ClusterId)) {
          this.clusters.mark(id as ClusterId, 'held', true);
          this.drawCluster(id as ClusterId, at);
        } else {
          // Two may have taken it at once: here it follows the hand here, and shows that another hand is on it too.
          const own = this.notes.has(id as NoteId, 'lifted');
          if (!own && !this.notes.has(id as NoteId, 'held')) this.notes.raise(id as NoteId);
          this.notes.mark(id as NoteId, 'held', true);
          if (!own) this.notes.draw(id as NoteId, at);
        }
        this.inView.stir();
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
      if (far && !this.viewport.reducedMotion) {
        this.#glides.start(id, { x: at.x, y: at.y }, now);
        this.#draw(id, at);
      }
    }
    if (this.#settling.size > 0) this.inView.stir();
    this.#settling.clear();
  }

  #draw(id: string, at: Point | null): void {
    if (id.startsWith('c_')) this.clusters.draw(id as ClusterId, at);
    else this.notes.draw(id as NoteId, at);
  }
}

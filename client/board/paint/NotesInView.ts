/**
 * Decides which notes are elements and which are pixels: up to about a hundred in view are elements, more are pixels,
 * save for the few that somebody here is at. Nothing that is seen ever waits for the other to be made.
 */

import { type Box, NOTE_SIZE, overlaps } from '../../../shared/board/boardView.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import type { BoardModel } from '../model/BoardModel.ts';
import { visibleBox } from '../surface/camera.ts';
import { noteBox } from '../surface/spatial.ts';
import { contains, type Viewport } from '../surface/Viewport.ts';
import type { ClusterLayer } from './ClusterLayer.ts';
import type { FarNotes } from './FarNotes.ts';
import type { NoteLayer, NoteMark } from './NoteLayer.ts';

/** Mounted a frame: enough to fill a screen of near notes at once, and never a long frame. */
const MOUNTS_A_FRAME = 90;
/** The same for those that are not in view yet, or stand there as pixels: nobody waits for them. */
const MOUNTS_UNSEEN = 16;
/** More notes in view than this are drawn as pixels, and fewer than that as elements again. */
const ELEMENTS_MAX = 110;
const ELEMENTS_AGAIN = 90;
/** More notes in motion than this are drawn as pixels, however near: a browser paints each anew in every frame. */
const MOVING_MAX = 16;
const MOVING_AGAIN = 6;
/** More chosen notes than this have no elements of their own when the others have none. */
const PINNED_CHOSEN = 40;
/** Notes that are elements only because they lie over others that must be. */
const COVERING_MAX = 60;
/** Marks that keep a note an element wherever it is. */
const PINNING: readonly NoteMark[] = ['lifted', 'focused', 'hidden', 'target'];
/** The share of the viewport around it in which notes are mounted ahead, and the same where there are many of them. */
const AHEAD = 0.25;
const AHEAD_OF_MANY = 0.06;
/** Having come this much nearer, one looks anew whether elements are few enough. */
const NEARER = 1.9;

export class NotesInView {
  #model: BoardModel;
  #viewport: Viewport;
  #notes: NoteLayer;
  #clusters: ClusterLayer;
  #far: FarNotes;
  #culled: Box | null = null;
  #again = true;
  /** Whether there are too many notes in view for elements. */
  #tooMany = false;
  #way: 'elements' | 'pixels' | null = null;

  constructor(parts: {
    model: BoardModel;
    viewport: Viewport;
    notes: NoteLayer;
    clusters: ClusterLayer;
    far: FarNotes;
  }) {
    this.#model = parts.model;
    this.#viewport = parts.viewport;
    this.#notes = parts.notes;
    this.#clusters = parts.clusters;
    this.#far = parts.far;
  }

  /** Whether anything was ever in view. */
  get hasLooked(): boolean {
    return this.#culled !== null;
  }

  /** Whether notes in view are pixels. */
  get areFar(): boolean {
    return this.#tooMany;
  }

  /** Something came, went or moved: the next frame must look anew. */
  stir(): void {
    this.#again = true;
  }

  /** Draws all notes in one way, however many they are; null lets their number decide. */
  showAs(way: 'elements' | 'pixels' | null): void {
    this.#way = way;
    this.#again = true;
  }

  /** Mounts what should be elements. @returns whether something is left to do in the next frame */
  cull(): boolean {
    const seen = visibleBox(this.#viewport.camera, this.#viewport.size);
    const enough = this.#culled && contains(this.#culled, seen) && this.#culled.w < seen.w * NEARER;
    if (enough && !this.#again) return false;
    // Going out to where all are pixels, one would mount hundreds for nothing.
    const many = this.#model.spatial.notes.within(around(seen, AHEAD)).length > ELEMENTS_MAX;
    const ahead = around(seen, many ? AHEAD_OF_MANY : AHEAD);
    this.#culled = ahead;
    const clusters = new Set(this.#model.spatial.clusters.within(ahead));
    for (const id of this.#clusters.moving.keys()) clusters.add(id);
    this.#clusters.show(clusters);
    this.#tooMany = this.#areTooMany(seen);
    const wanted = this.#pinned();
    if (this.#tooMany) {
      this.#addCovering(wanted);
      // Until they stand there as pixels, elements stay.
      if (!this.#far.covers) for (const id of this.#notes.mountedIds()) wanted.add(id);
      this.#again = this.#notes.show(wanted, MOUNTS_A_FRAME) || !this.#far.covers;
    } else {
      // What is in view comes first.
      for (const id of this.#model.spatial.notes.within(seen)) wanted.add(id);
      const missing = [...wanted].filter((id) => !this.#notes.isMounted(id)).length;
      for (const id of this.#model.spatial.notes.within(ahead)) wanted.add(id);
      for (const [id, at] of this.#notes.moving) {
        if (overlaps(ahead, noteBox(at)) && this.#model.spatial.notes.has(id)) wanted.add(id);
      }
      const urgent = this.#far.isActive ? 0 : Math.min(missing, MOUNTS_A_FRAME);
      this.#again = this.#notes.show(wanted, Math.max(urgent, MOUNTS_UNSEEN));
    }
    return this.#again;
  }

  /** Draws as pixels what has no element; until all have theirs, what was drawn stays. */
  paint(): boolean {
    if (!this.#tooMany && !this.#again) this.#far.hide();
    if (!this.#tooMany && !this.#far.isActive) return false;
    const { camera, drawnFor, size, travelling } = this.#viewport;
    return this.#far.show({ camera, drawnFor, size, travelling, passing: !this.#tooMany });
  }

  #areTooMany(seen: Box): boolean {
    if (this.#way) return this.#way === 'pixels';
    let moving = 0;
    for (const [id, at] of this.#notes.moving) {
      if (!this.#notes.has(id, 'lifted') && overlaps(seen, noteBox(at))) moving++;
    }
    if (moving > (this.#tooMany ? MOVING_AGAIN : MOVING_MAX)) return true;
    return this.#model.spatial.notes.within(seen).length > (this.#tooMany ? ELEMENTS_AGAIN : ELEMENTS_MAX);
  }

  /** What is never without an element: held here, focused, edited, aimed at; and chosen, while that is few. */
  #pinned(): Set<NoteId> {
    const pinned = new Set<NoteId>();
    const chosen: NoteId[] = [];
    for (const [id, marks] of this.#notes.marked) {
      if (!this.#model.spatial.notes.has(id)) continue;
      if (PINNING.some((mark) => marks.has(mark))) pinned.add(id);
      else if (marks.has('selected')) chosen.push(id);
    }
    if (chosen.length <= PINNED_CHOSEN) for (const id of chosen) pinned.add(id);
    return pinned;
  }

  /** Elements lie over pixels: so what lies over one that must be an element has to be one too. */
  #addCovering(pinned: Set<NoteId>): void {
    const most = pinned.size + COVERING_MAX;
    // A set that grows is gone through to its end.
    for (const id of pinned) {
      const placed = this.#model.view.notes.get(id);
      if (!placed || this.#notes.moving.has(id)) continue;
      for (const other of this.#model.spatial.notes.within(noteBox(placed))) {
        if (pinned.size >= most) return;
        const beside = this.#model.view.notes.get(other);
        const touches =
          beside && Math.abs(beside.x - placed.x) < NOTE_SIZE && Math.abs(beside.y - placed.y) < NOTE_SIZE;
        if (touches && this.#notes.above(other, id) > 0) pinned.add(other);
      }
    }
  }
}

/** The box with this share of it beyond each edge. */
const around = ({ x, y, w, h }: Box, share: number): Box => ({
  x: x - w * share,
  y: y - h * share,
  w: w * (1 + 2 * share),
  h: h * (1 + 2 * share),
});

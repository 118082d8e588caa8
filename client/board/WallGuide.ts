/**
 * Where an unattended wall looks: at everything while that can be read, else from area to area, calmly. What is being
 * moved comes first, then what is new, then what was not shown for the longest.
 */

import { type Box, NOTE_SIZE, overlaps } from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { Flushed } from './BoardModel.ts';
import type { BoardSurface } from './BoardSurface.ts';
import { fitBox, visibleBox } from './camera.ts';
import { type Area, areasOf, legibleZoom } from './wallAreas.ts';

const STAY_MS = 12_000;
/** An area is shown at least this long, whatever happens elsewhere. */
const STAY_LEAST_MS = 4_000;
const TRAVEL_MS = 1_600;
const LOOK_MS = 1_000;
const AIR = 30;
/** No note is larger than this on the wall, however few there are. */
const ZOOM_MAX_AT_1080 = 2.3;

export class WallGuide {
  #surface: BoardSurface;
  #timer: ReturnType<typeof setInterval>;
  #shown = new Map<NoteId, number>();
  #fresh = new Set<NoteId>();
  #areas: Area[] | null = null;
  #since = -Infinity;
  #page = '';
  #begun = false;
  /** The notes that are shown; null for all. What else is in sight is muted. */
  #spot: ReadonlySet<NoteId> | null = null;

  constructor(surface: BoardSurface) {
    this.#surface = surface;
    surface.onFlush.add(this.#flushed);
    surface.viewport.stopFraming();
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#surface.onFlush.delete(this.#flushed);
    this.#shine(null);
  }

  #flushed = ({ notes }: Flushed): void => {
    this.#areas = null;
    if (this.#spot) this.#mute(notes.keys());
    for (const [id, before] of notes) if (!before && this.#begun) this.#fresh.add(id);
    // The first sight of a board is at once; later looks wait for their second.
    if (!this.#begun && this.#surface.model.notes.size > 0) queueMicrotask(() => this.#look());
  };

  #look(): void {
    const surface = this.#surface;
    const { model } = surface;
    const { size, insets } = surface.viewport;
    const bounds = model.bounds;
    if (!bounds || size.w === 0) return;
    const ms = this.#begun ? TRAVEL_MS : 0;
    const least = legibleZoom(model.view, window.innerHeight);
    const most = Math.max(least, (ZOOM_MAX_AT_1080 * window.innerHeight) / 1080);
    const whole = fitBox(aired(bounds), size, insets, most);
    if (whole.z >= least) {
      this.#areas = null;
      this.#page = '';
      this.#shine(null);
      surface.viewport.travel(whole, ms);
      this.#begun = true;
      return;
    }
    const page = {
      w: (size.w - insets.left - insets.right) / least - AIR * 2,
      h: (size.h - insets.top - insets.bottom) / least - AIR * 2,
    };
    const pageKey = `${Math.round(page.w)} ${Math.round(page.h)}`;
    const stayed = performance.now() - this.#since;
    if (this.#page === pageKey && stayed < STAY_LEAST_MS) return;
    const moving = this.#movingElsewhere();
    if (this.#page === pageKey && stayed < STAY_MS && !moving) return;
    this.#page = pageKey;
    this.#areas ??= areasOf(model.view, page);
    const next = this.#next(moving);
    if (!next) return;
    this.#since = performance.now();
    for (const id of next.notes) {
      this.#shown.set(id, this.#since);
      this.#fresh.delete(id);
    }
    this.#shine(new Set(next.notes));
    surface.viewport.travel(fitBox(aired(next.box), size, insets, most), ms);
    this.#begun = true;
  }

  #shine(spot: ReadonlySet<NoteId> | null): void {
    if (spot === this.#spot) return;
    this.#spot = spot;
    this.#mute(this.#surface.model.notes.keys());
  }

  /** By note and group, not by place: an area is seldom a rectangle that nothing else reaches into. */
  #mute(some: Iterable<NoteId>): void {
    const { notes, clusters, model } = this.#surface;
    const spot = this.#spot;
    for (const id of some) notes.mark(id, 'dimmed', spot !== null && !spot.has(id));
    const shown = new Set<ClusterId | undefined>();
    for (const id of spot ?? []) shown.add(model.view.notes.get(id)?.cluster);
    for (const id of model.view.clusters.keys()) clusters.mark(id, 'dimmed', spot !== null && !shown.has(id));
  }

  /** Something that somebody holds outside of what is seen. */
  #movingElsewhere(): Box | null {
    const { notes } = this.#surface;
    const { camera, size } = this.#surface.viewport;
    const seen = visibleBox(camera, size);
    for (const [id, { x, y }] of notes.moving) {
      const box = { x, y, w: NOTE_SIZE, h: NOTE_SIZE };
      if (notes.has(id, 'held') && !overlaps(seen, box)) return box;
    }
    return null;
  }

  #next(moving: Box | null): Area | null {
    const areas = this.#areas ?? [];
    const there = moving && areas.find(({ box }) => overlaps(box, moving));
    if (there) return there;
    let best: Area | null = null;
    let least = Infinity;
    for (const area of areas) {
      const fresh = area.notes.some((id) => this.#fresh.has(id));
      const oldest = fresh ? -1 : Math.min(...area.notes.map((id) => this.#shown.get(id) ?? 0));
      if (oldest < least) {
        least = oldest;
        best = area;
      }
    }
    return best;
  }
}

const aired = ({ x, y, w, h }: Box): Box => ({ x: x - AIR, y: y - AIR, w: w + AIR * 2, h: h + AIR * 2 });

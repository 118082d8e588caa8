/**
 * Names of groups as they are seen from afar, on one line or two, never too small to be read. Where the head of a
 * group has become too low for that, its name takes of the free wall above and then of the group's own first row;
 * never of what hangs beside.
 */

import { CLUSTER_HEAD, NOTE_SIZE, type PlacedCluster } from '../../../shared/board/boardView.ts';
import type { ClusterId } from '../../../shared/domain/ids.ts';
import type { BoardModel } from '../model/BoardModel.ts';
import type { Point } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import { widthOf } from './letterWidths.ts';
import { make } from './NoteLayer.ts';

/** On the screen, in pixels: a name on one line and one on two, and the narrowest group that bears one. */
const ONE_LINE = 12;
const TWO_LINES = 10.5;
const NARROWEST = 40;
/** World units: as large as near by, the air at the sides, and the band of a note, on which nothing is written. */
const NEAR_ONE = 38;
const NEAR_TWO = 26;
const SIDE = 16;
const BAND = 16;
const LINE = 1.02;
/** How far over its group a name may reach, and what it leaves free of that. */
const REACH = 60;
const AIR = 4;
/** Letters are wider in the weight of names than in that of notes. */
const BOLD = 1.08;

export interface LaidName {
  size: number;
  lines: 1 | 2;
  /** How far it stands out of the group's upper edge. */
  rise: number;
}

/**
 * How a name stands on its group at this zoom; null where the group is too small for one.
 * @param above free wall over the group, in world units
 */
export function layName({ title, w }: PlacedCluster, zoom: number, above: number): LaidName | null {
  if (!title || w * zoom < NARROWEST) return null;
  const room = w - SIDE * 2;
  const wide = (widthOf(title) / 100) * BOLD;
  const one = Math.max(ONE_LINE / zoom, Math.min(NEAR_ONE, room / wide));
  const lines = one * wide <= room ? 1 : 2;
  const free = CLUSTER_HEAD + BAND + above;
  const two = Math.max(TWO_LINES / zoom, Math.min(NEAR_TWO, free / (2 * LINE)));
  const size = lines === 1 ? one : two;
  const rise = Math.max(0, Math.min(above, lines * size * LINE - CLUSTER_HEAD));
  return { size, lines, rise };
}

/** Free wall over a group, as far as its name may want to stand out of it. */
export function roomAbove({ spatial, view }: BoardModel, { id, x, y, w }: PlacedCluster): number {
  const strip = { x, y: y - REACH, w, h: REACH };
  let lowest = strip.y;
  for (const note of spatial.notes.within(strip)) {
    const at = view.notes.get(note);
    if (at && at.cluster !== id) lowest = Math.max(lowest, at.y + NOTE_SIZE);
  }
  for (const other of spatial.clusters.within(strip)) {
    const at = view.clusters.get(other);
    if (at && other !== id) lowest = Math.max(lowest, at.y + at.h);
  }
  return Math.max(0, y - lowest - AIR);
}

export class GroupNames {
  readonly element = make('div', css.names!);
  #shown = new Map<ClusterId, HTMLElement>();

  constructor() {
    // Told with the group itself.
    this.element.setAttribute('aria-hidden', 'true');
  }

  /** Shows the name so, or not at all. */
  show(id: ClusterId, { title, x, y, w }: PlacedCluster, laid: LaidName | null): void {
    if (!laid) {
      this.drop(id);
      return;
    }
    let name = this.#shown.get(id);
    if (!name) {
      name = make('div', css.name!);
      name.dir = 'auto';
      this.#shown.set(id, name);
      this.element.append(name);
    }
    name.textContent = title;
    name.dataset.lines = String(laid.lines);
    const { style } = name;
    style.left = `${x}px`;
    // In the middle of the head, while there is room for it there; else out of it, on ground of its own.
    const height = laid.lines * laid.size * LINE;
    name.dataset.over = String(height > CLUSTER_HEAD);
    style.top = `${y + Math.max(0, (CLUSTER_HEAD - height) / 2) - laid.rise}px`;
    style.width = `${w}px`;
    style.minHeight = `${height}px`;
    style.fontSize = `${laid.size}px`;
  }

  /** Moves it along with its group, which is drawn at a place that is not its own. */
  move(id: ClusterId, by: Point | null): void {
    const name = this.#shown.get(id);
    if (name) name.style.transform = by ? `translate(${by.x}px, ${by.y}px)` : '';
  }

  drop(id: ClusterId): void {
    this.#shown.get(id)?.remove();
    this.#shown.delete(id);
  }
}

/** Cuts a board that is too large to be read as a whole into areas that each can be, groups kept together. */

import RBush from 'rbush';
import { type BoardView, type Box, CLUSTER_HEAD, NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import type { Size } from './camera.ts';
import { fitText } from './fitText.ts';

/** A part of the board that is shown at a time, and the notes in it. */
export interface Area {
  box: Box;
  notes: NoteId[];
}

interface Unit {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
  notes: NoteId[];
}

/** The least part of the screen's height that a note's type may have on a wall. */
export const TYPE_FLOOR = 0.03;
/** Longer notes than this type size stands for don't decide for all: they are read from nearer. */
const TYPE_MIN = 15;
const SAMPLE = 600;

/** The furthest zoom at which notes can be read on a screen of this height. */
export function legibleZoom(view: BoardView, height: number): number {
  const sizes: number[] = [];
  for (const { note } of view.notes.values()) {
    sizes.push(fitText(note.text));
    if (sizes.length >= SAMPLE) break;
  }
  sizes.sort((a, b) => a - b);
  const typical = Math.max(TYPE_MIN, sizes[Math.floor(sizes.length * 0.2)] ?? TYPE_MIN);
  return (TYPE_FLOOR * height) / typical;
}

/** Areas no larger than a page, in reading order, that together hold all notes. */
export function areasOf(view: BoardView, page: Size): Area[] {
  const units = unitsOf(view, page).sort((a, b) => a.minY - b.minY || a.minX - b.minX);
  const left = new RBush<Unit>().load(units);
  const taken = new Set<Unit>();
  const areas: Area[] = [];
  for (const first of units) {
    if (taken.has(first)) continue;
    const members = [first];
    const box = { ...first };
    const take = (unit: Unit) => {
      taken.add(unit);
      left.remove(unit);
      grow(box, unit);
    };
    take(first);
    for (let next = nearest(left, box, page); next; next = nearest(left, box, page)) {
      members.push(next);
      take(next);
    }
    areas.push({
      box: { x: box.minX, y: box.minY, w: box.maxX - box.minX, h: box.maxY - box.minY },
      notes: members.flatMap(({ notes }) => notes),
    });
  }
  return areas;
}

/** What is never cut: loose notes, and groups that fit a page. A larger group is shown note by note. */
function unitsOf({ notes, clusters }: BoardView, page: Size): Unit[] {
  const units: Unit[] = [];
  for (const { x, y, w, h, members } of clusters.values()) {
    if (w <= page.w && h <= page.h)
      units.push({ minX: x, minY: y, maxX: x + w, maxY: y + h, notes: members });
  }
  for (const [id, { x, y, cluster }] of notes) {
    const group = cluster ? clusters.get(cluster)! : null;
    if (group && group.w <= page.w && group.h <= page.h) continue;
    // The group's name is shown with its first row.
    const head = group && y - group.y <= CLUSTER_HEAD ? CLUSTER_HEAD : 0;
    units.push({ minX: x, minY: y - head, maxX: x + NOTE_SIZE, maxY: y + NOTE_SIZE, notes: [id] });
  }
  return units;
}

/** The unit that makes the area grow least, of those with which it still is no larger than a page. */
function nearest(left: RBush<Unit>, box: Unit, page: Size): Unit | null {
  const reach = {
    minX: box.maxX - page.w,
    minY: box.maxY - page.h,
    maxX: box.minX + page.w,
    maxY: box.minY + page.h,
  };
  let best: Unit | null = null;
  let least = Infinity;
  for (const unit of left.search(reach)) {
    const w = Math.max(box.maxX, unit.maxX) - Math.min(box.minX, unit.minX);
    const h = Math.max(box.maxY, unit.maxY) - Math.min(box.minY, unit.minY);
    if (w > page.w || h > page.h) continue;
    const growth = w * h;
    if (growth < least) {
      least = growth;
      best = unit;
    }
  }
  return best;
}

function grow(box: Unit, by: Unit): void {
  box.minX = Math.min(box.minX, by.minX);
  box.minY = Math.min(box.minY, by.minY);
  box.maxX = Math.max(box.maxX, by.maxX);
  box.maxY = Math.max(box.maxY, by.maxY);
}

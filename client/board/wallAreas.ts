/** Cuts a board that is too large to be read as a whole into areas that each can be, groups kept together. */

import RBush from 'rbush';
import {
  type BoardView,
  type Box,
  CLUSTER_HEAD,
  NOTE_SIZE,
  type PlacedCluster,
} from '../../shared/board/boardView.ts';
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
/** A group may be so much larger than a page: seen whole from somewhat further off it says more than in parts. */
const GROUP_SLACK = 1.75;
/** From note to note in a group. */
const PITCH = NOTE_SIZE + 14;

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

/** Areas no larger than a page, save for a group that nearly is, in reading order; together they hold all notes. */
export function areasOf(view: BoardView, page: Size): Area[] {
  const units = unitsOf(view, page).sort((a, b) => a.minY - b.minY || a.minX - b.minX);
  const left = new RBush<Unit>().load(units);
  const taken = new Set<Unit>();
  const areas: Area[] = [];
  for (const cluster of view.clusters.values()) {
    if (!fits(cluster, page)) areas.push(...pagesOf(view, cluster, page));
  }
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
  return areas.sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
}

/** What is never cut: loose notes, and groups that fit a page. */
function unitsOf({ notes, clusters }: BoardView, page: Size): Unit[] {
  const units: Unit[] = [];
  for (const [id, { x, y, cluster }] of notes) {
    if (!cluster) units.push({ minX: x, minY: y, maxX: x + NOTE_SIZE, maxY: y + NOTE_SIZE, notes: [id] });
  }
  for (const cluster of clusters.values()) {
    if (!fits(cluster, page)) continue;
    const { x, y, w, h, members } = cluster;
    units.push({ minX: x, minY: y, maxX: x + w, maxY: y + h, notes: members });
  }
  return units;
}

/** A group that is larger than a page, in pages of whole notes; the first bears its name. */
function pagesOf({ notes }: BoardView, { x, y, members }: PlacedCluster, page: Size): Area[] {
  const pages = new Map<string, Area>();
  const across = Math.max(1, Math.floor(page.w / PITCH)) * PITCH;
  const down = Math.max(1, Math.floor((page.h - CLUSTER_HEAD) / PITCH)) * PITCH;
  for (const id of members) {
    const note = notes.get(id)!;
    const key = `${Math.floor((note.y - y - CLUSTER_HEAD) / down)} ${Math.floor((note.x - x) / across)}`;
    const head = note.y - y <= CLUSTER_HEAD ? CLUSTER_HEAD : 0;
    const box = { x: note.x, y: note.y - head, w: NOTE_SIZE, h: NOTE_SIZE + head };
    const area = pages.get(key);
    if (!area) pages.set(key, { box, notes: [id] });
    else pages.set(key, { box: around(area.box, box), notes: [...area.notes, id] });
  }
  return [...pages.values()];
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

const fits = ({ w, h }: Size, page: Size) => w <= page.w * GROUP_SLACK && h <= page.h * GROUP_SLACK;

function around(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y };
}

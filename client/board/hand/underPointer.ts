/** What is under a pointer. */

import { CLUSTER_HEAD, NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import { type Point, toWorld } from '../surface/camera.ts';
import type { Target } from './gestures.ts';

/** The middle of a pill, from the right edge of its cluster, in world units. */
const PILL_X = 44;
/** Half a finger's target, in pixels. */
const PILL_REACH = 22;
/** From this zoom outwards heads have names and no pills. */
const PILL_GONE = 0.45;

/**
 * The element that is there, or else what the model knows to hang there: not everything has an element. Beside
 * everything it is the nearest note within reach, so that small notes can be hit by large fingers.
 * @param reach in pixels
 */
export function targetAt(surface: BoardSurface, event: Event, point: Point, reach = 0): Target {
  const element = event.target instanceof Element ? event.target : null;
  const note = element?.closest<HTMLElement>('[data-note-id]')?.dataset.noteId as NoteId | undefined;
  if (note) return { kind: 'note', id: note };
  const { x, y } = toWorld(surface.viewport.camera, point);
  const { spatial } = surface.model;
  const found = topmost(surface, notesAt(surface, { x, y }));
  if (found) return { kind: 'note', id: found };
  const cluster = spatial.clusters.within({ x, y, w: 0, h: 0 }).at(-1);
  if (cluster) {
    const part =
      element?.closest('[data-cluster-fold]') || isOnPill(surface, cluster, { x, y })
        ? 'fold'
        : element?.closest('[data-cluster-title]')
          ? 'title'
          : 'area';
    return { kind: 'cluster', id: cluster, part };
  }
  const beside = nearestWithin(surface, { x, y }, reach / surface.viewport.camera.z);
  return beside ? { kind: 'note', id: beside } : { kind: 'wall' };
}

/** Keeps the surface's element saying whether the pointer is over a note: one that is pixels can't tell it so itself. */
export function showWhatIsUnder(surface: BoardSurface): void {
  const { element } = surface;
  element.addEventListener('pointermove', (event) => {
    const { left, top } = element.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    if (surface.inView.areFar && targetAt(surface, event, point).kind === 'note')
      element.dataset.over = 'note';
    else delete element.dataset.over;
  });
}

/** Whether a point is so near the pill in a cluster's head that it is meant, however small the pill is drawn. */
function isOnPill({ model, viewport }: BoardSurface, id: ClusterId, { x, y }: Point): boolean {
  const { z } = viewport.camera;
  if (z <= PILL_GONE) return false;
  const placed = model.view.clusters.get(id)!;
  return Math.hypot(placed.x + placed.w - PILL_X - x, placed.y + CLUSTER_HEAD / 2 - y) * z < PILL_REACH;
}

function nearestWithin({ model }: BoardSurface, { x, y }: Point, reach: number): NoteId | undefined {
  let best: NoteId | undefined;
  let least = reach;
  for (const id of model.spatial.notes.within({ x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach })) {
    const at = model.view.notes.get(id)!;
    const dx = Math.max(at.x - x, 0, x - at.x - NOTE_SIZE);
    const dy = Math.max(at.y - y, 0, y - at.y - NOTE_SIZE);
    const far = Math.hypot(dx, dy);
    if (far <= least) [best, least] = [id, far];
  }
  return best;
}

/** Notes under a point of the world, where they are seen: what somebody holds is not where it hangs. */
function notesAt({ model, notes }: BoardSurface, { x, y }: Point): NoteId[] {
  const there = model.spatial.notes.within({ x, y, w: 0, h: 0 }).filter((id) => !notes.moving.has(id));
  for (const [id, at] of notes.moving) {
    const inside = x >= at.x && y >= at.y && x <= at.x + NOTE_SIZE && y <= at.y + NOTE_SIZE;
    if (inside && model.spatial.notes.has(id)) there.push(id);
  }
  return there;
}

/** The note that lies on the others. */
function topmost({ notes }: BoardSurface, ids: NoteId[]): NoteId | undefined {
  return ids.reduce<NoteId | undefined>(
    (top, id) => (top === undefined || notes.above(id, top) > 0 ? id : top),
    undefined,
  );
}

/** What is under a pointer. */

import type { NoteId } from '../../shared/domain/ids.ts';
import type { BoardSurface } from './BoardSurface.ts';
import { type Point, toWorld } from './camera.ts';
import type { Target } from './gestures.ts';

/** The element that is there, or else what the model knows to hang there: not everything has an element. */
export function targetAt(surface: BoardSurface, event: Event, point: Point): Target {
  const element = event.target instanceof Element ? event.target : null;
  const note = element?.closest<HTMLElement>('[data-note-id]')?.dataset.noteId as NoteId | undefined;
  if (note) return { kind: 'note', id: note };
  const { x, y } = toWorld(surface.viewport.camera, point);
  const { spatial } = surface.model;
  const found = topmost(surface, spatial.notes.within({ x, y, w: 0, h: 0 }));
  if (found) return { kind: 'note', id: found };
  const cluster = spatial.clusters.within({ x, y, w: 0, h: 0 }).at(-1);
  if (!cluster) return { kind: 'wall' };
  return { kind: 'cluster', id: cluster, part: element?.closest('[data-cluster-title]') ? 'title' : 'area' };
}

/** The note that lies on the others. */
function topmost({ notes }: BoardSurface, ids: NoteId[]): NoteId | undefined {
  return ids.reduce<NoteId | undefined>(
    (top, id) => (top === undefined || notes.heightOf(id) >= notes.heightOf(top) ? id : top),
    undefined,
  );
}
